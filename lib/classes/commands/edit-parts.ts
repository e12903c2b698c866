import "server-only";
import { findTemplateFor } from "@/lib/curriculum/part-templates/find-template";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { dayFromDb } from "@/lib/platform/dates/campus";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { classNotFound, requireClass } from "../access";
import { removeDeliveries } from "../combined/deliveries";
import { loadSessions } from "../editing/load-parts";
import { type PartOnFile, type PartTyped, partsChange, type SessionOnFile } from "../editing/parts-plan";
import type { EditPartsInput } from "../editing/schemas";
import { writeClassEvent } from "../events";
import { structureFaults, thousandths } from "../structure";
import { addDelivery, addPart } from "./class-parts";

/**
 * Saves all sessions and parts of a class at once, since their weights belong together (domain.md 4.1). Parts with
 * weekly times or meetings stay until these are taken away; classes that are taught as one keep the same parts.
 * @throws AppError invalid with the session when weights or numbers do not fit; refused `classes.is_over`,
 *   `classes.part_has_times`, `classes.combined_keeps_parts`; stale; not_found; forbidden
 */
export async function editPartsCommand(actor: Actor, input: EditPartsInput): Promise<{ version: number }> {
  authorise(actor, "classes:edit");
  const { id, version, sessions: typed } = input;
  await requireClass(actor, id);
  return writeTx(actor, {}, async (tx) => {
    const current = await tx.class.findUnique({
      where: { id },
      select: {
        status: true,
        courseId: true,
        termId: true,
        combinedClassId: true,
        term: { select: { startDate: true } },
      },
    });
    if (!current) throw classNotFound();
    if (current.status === "COMPLETED" || current.status === "CANCELLED")
      throw new AppError("refused", "classes.is_over");
    const { count } = await tx.class.updateMany({
      where: { id, version },
      data: { version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale", "classes.stale");
    const onFile = await loadSessions(tx, id);
    const change = partsChange(onFile, typed);
    if (change.strangers.length > 0) throw new AppError("stale", "classes.stale");
    const template = await findTemplateFor(tx, current.courseId, dayFromDb(current.term.startDate));
    const expected = template && template.kind !== "missing" ? template.sessions : onFile.length || 1;
    requireFit(structureFaults(change.plan, expected));
    if (change.added.length + change.removed.length > 0)
      await refuseWhileCombined(tx, id, current.combinedClassId);
    await requireChoices(tx, typed);
    await removeParts(tx, change.removed);
    const sessionIds = await writeSessions(tx, id, onFile, typed);
    for (const { part, typed: wanted } of change.changed) await writePart(tx, part, wanted);
    for (const { session, part } of change.added) {
      const deliveryId = await addDelivery(tx, current.termId, part);
      await addPart(tx, sessionIds.get(session) ?? 0, part, deliveryId);
    }
    await writeClassEvent(tx, actor, id, "parts_changed", {
      added: change.added.length,
      removed: change.removed.length,
    });
    return { version: version + 1 };
  });
}

function requireFit(faults: ReturnType<typeof structureFaults>): void {
  const [first] = faults;
  if (!first) return;
  const fields = Object.fromEntries(
    faults.map(({ code, params, session }) => [
      session === undefined ? "sessions" : `sessions.${session}`,
      [`${code}?${new URLSearchParams(Object.entries(params).map(([key, value]) => [key, String(value)]))}`],
    ]),
  );
  throw new AppError("invalid", first.code, { params: first.params, fields });
}

/** The parts of classes that are taught as one stay the same; who begins a combined class is still free. */
async function refuseWhileCombined(tx: Tx, id: number, combinedClassId: number | null): Promise<void> {
  if (combinedClassId === null) return;
  const others = await tx.class.count({
    where: { combinedClassId, id: { not: id }, status: { not: "CANCELLED" } },
  });
  if (others > 0) throw new AppError("refused", "classes.combined_keeps_parts");
}

/** Teachers and textbooks that were chosen are on file. */
async function requireChoices(tx: Tx, sessions: EditPartsInput["sessions"]): Promise<void> {
  const parts = sessions.flatMap(({ parts: each }) => each);
  const teachers = [...new Set(parts.flatMap(({ wantedTeacherId }) => wantedTeacherId ?? []))];
  const books = [...new Set(parts.flatMap(({ textbookIds }) => textbookIds))];
  const [people, titles] = [
    await tx.teacher.count({ where: { personId: { in: teachers } } }),
    await tx.textbook.count({ where: { id: { in: books } } }),
  ];
  if (people < teachers.length || titles < books.length)
    throw new AppError("invalid", "classes.choice_gone", { fields: { sessions: ["classes.choice_gone"] } });
}

async function removeParts(tx: Tx, parts: readonly PartOnFile[]): Promise<void> {
  for (const { id, deliveryId, name } of parts) {
    const [slots, meetings] = [
      await tx.slot.count({ where: { deliveryId, live: true } }),
      await tx.meeting.count({ where: { deliveryId, cancelled: false } }),
    ];
    if (slots + meetings > 0)
      throw new AppError("refused", "classes.part_has_times", {
        params: { part: name },
        fields: { sessions: ["classes.part_has_times"] },
      });
    await tx.classPartTextbook.deleteMany({ where: { classPartId: id } });
    await tx.classPart.delete({ where: { id }, select: { id: true } });
    const [others, history] = [
      await tx.classPart.count({ where: { deliveryId } }),
      await tx.meeting.count({ where: { deliveryId } }),
    ];
    if (others + history === 0) await removeDeliveries(tx, [deliveryId]);
  }
}

async function writeSessions(
  tx: Tx,
  classId: number,
  onFile: readonly SessionOnFile[],
  typed: EditPartsInput["sessions"],
): Promise<Map<number, number>> {
  const ids = new Map<number, number>();
  for (const { number, name, nameKm, weight } of typed) {
    const before = onFile.find((each) => each.number === number);
    if (!before) {
      const made = await tx.classSession.create({
        data: { classId, number, name, nameKm, weight },
        select: { id: true },
      });
      ids.set(number, made.id);
      continue;
    }
    ids.set(number, before.id);
    if (
      before.name === name &&
      before.nameKm === nameKm &&
      thousandths(before.weight) === thousandths(weight)
    )
      continue;
    await tx.classSession.update({
      where: { id: before.id },
      data: { name, nameKm, weight, version: { increment: 1 } },
      select: { id: true },
    });
  }
  const gone = onFile.filter(({ number }) => !ids.has(number)).map(({ id }) => id);
  if (gone.length > 0) await tx.classSession.deleteMany({ where: { id: { in: gone } } });
  return ids;
}

async function writePart(tx: Tx, before: PartOnFile, typed: PartTyped): Promise<void> {
  const { partType, name, nameKm, weight } = typed;
  if (
    before.partType !== partType ||
    before.name !== name ||
    before.nameKm !== nameKm ||
    thousandths(before.weight) !== thousandths(weight)
  )
    await tx.classPart.update({
      where: { id: before.id },
      data: { partType, name, nameKm, weight, version: { increment: 1 } },
      select: { id: true },
    });
  const { minutes, roomNeed, wantedTeacherId } = typed;
  const weekdays = [...new Set(typed.weekdays)].sort((a, b) => a - b);
  if (
    before.minutes !== minutes ||
    before.roomNeed !== roomNeed ||
    before.wantedTeacherId !== wantedTeacherId ||
    before.weekdays.join() !== weekdays.join()
  )
    await tx.delivery.update({
      where: { id: before.deliveryId },
      data: { weekdays, minutes, roomNeed, wantedTeacherId, version: { increment: 1 } },
      select: { id: true },
    });
  const books = [...new Set(typed.textbookIds)];
  const removed = before.textbookIds.filter((id) => !books.includes(id));
  const added = books.filter((id) => !before.textbookIds.includes(id));
  if (removed.length > 0)
    await tx.classPartTextbook.deleteMany({ where: { classPartId: before.id, textbookId: { in: removed } } });
  if (added.length > 0)
    await tx.classPartTextbook.createMany({
      data: added.map((textbookId) => ({ classPartId: before.id, textbookId })),
    });
}
