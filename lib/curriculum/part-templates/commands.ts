import "server-only";
import type { z } from "zod";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { dayFromDb, dayToDb } from "@/lib/platform/dates/campus";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { sessionsOf, thousandthsOf, unevenSessions } from "./rules";
import type { CreateTemplateInput, EditTemplateInput, endTemplateInput, TemplatePartInput } from "./schemas";

/** Constraints that look at all parts are asked here, so that what they say belongs to this command. */
const settle = (tx: Tx) => tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;

const refuse = (field: string, code: string, params?: Record<string, string | number>) =>
  new AppError("invalid", code, { fields: { [field]: [code] }, ...(params ? { params } : {}) });

/** @throws AppError invalid `curriculum.template_weights` naming the session and what it makes */
function requireWeights(parts: readonly TemplatePartInput[], sessions: number): void {
  const [uneven] = unevenSessions(parts, sessions);
  if (uneven) throw refuse("parts", "curriculum.template_weights_of", { ...uneven });
}

/** Writes the parts of a set; one that stays in its place stays the same part, for the classes made from it. */
async function writeParts(tx: Tx, setId: number, parts: readonly TemplatePartInput[]): Promise<void> {
  const before = await tx.partTemplate.findMany({
    where: { setId },
    select: { id: true, sessionNumber: true, code: true },
  });
  const codes = new Map<number, number>();
  const kept = new Set<number>();
  for (const { session, percent, textbookIds, weekdays, ...facts } of parts) {
    const code = (codes.get(session) ?? 0) + 1;
    codes.set(session, code);
    const data = {
      ...facts,
      weekdays: [...new Set(weekdays)].sort((a, b) => a - b),
      weight: thousandthsOf(percent) / 1000,
    };
    const there = before.find((each) => each.sessionNumber === session && each.code === code);
    const { id } = there
      ? await tx.partTemplate.update({
          where: { id: there.id },
          data: { ...data, version: { increment: 1 } },
          select: { id: true },
        })
      : await tx.partTemplate.create({
          data: { setId, sessionNumber: session, code, ...data },
          select: { id: true },
        });
    kept.add(id);
    await writeBooks(tx, id, textbookIds);
  }
  const gone = before.map(({ id }) => id).filter((id) => !kept.has(id));
  if (gone.length === 0) return;
  await tx.partTemplateTextbook.deleteMany({ where: { partTemplateId: { in: gone } } });
  await tx.partTemplate.deleteMany({ where: { id: { in: gone } } });
}

/** @throws AppError invalid `curriculum.template_textbook_gone` */
async function writeBooks(tx: Tx, partTemplateId: number, textbookIds: readonly number[]): Promise<void> {
  const books = [...new Set(textbookIds)];
  if (books.length > 0 && (await tx.textbook.count({ where: { id: { in: books } } })) < books.length)
    throw refuse("parts", "curriculum.template_textbook_gone");
  await tx.partTemplateTextbook.deleteMany({ where: { partTemplateId, textbookId: { notIn: books } } });
  await tx.partTemplateTextbook.createMany({
    data: books.map((textbookId) => ({ partTemplateId, textbookId })),
    skipDuplicates: true,
  });
}

/**
 * A template for the levels of a language programme from a day on, or a new version of one, which then ends the day
 * before. Classes that exist keep their parts (domain.md 3.1, 4.1).
 * @throws AppError invalid; conflict `curriculum.template_days_taken`; not_found; stale; forbidden
 */
export async function createTemplateCommand(
  actor: Actor,
  { programmeId, levelFrom, levelTo, validFrom, replacesId, name, nameKm, parts }: CreateTemplateInput,
): Promise<{ id: number }> {
  authorise(actor, "curriculum:edit");
  if (
    (levelFrom === null) !== (levelTo === null) ||
    (levelFrom !== null && levelTo !== null && levelTo < levelFrom)
  )
    throw refuse("levelTo", "curriculum.levels_in_order");
  return writeTx(actor, {}, async (tx) => {
    const programme = await tx.programme.findUnique({
      where: { id: programmeId },
      select: { code: true, kind: true },
    });
    if (programme?.kind !== "LANGUAGE") throw refuse("programmeId", "curriculum.programme_needed");
    const sessions = sessionsOf(programme.code);
    requireWeights(parts, sessions);
    const validTo = replacesId === null ? null : await endReplaced(tx, replacesId, programmeId, validFrom);
    const { id } = await tx.partTemplateSet.create({
      data: {
        programmeId,
        name,
        nameKm,
        levelFrom,
        levelTo,
        sessions,
        validFrom: dayToDb(validFrom),
        validTo: dayToDb(validTo),
      },
      select: { id: true },
    });
    await writeParts(tx, id, parts);
    await settle(tx);
    return { id };
  });
}

/** Ends the set that a new version replaces. @returns the end that the new one takes over */
async function endReplaced(tx: Tx, id: number, programmeId: number, from: string): Promise<string | null> {
  await tx.$executeRaw`SELECT FROM part_template_set WHERE id = ${id}::int FOR NO KEY UPDATE`;
  const set = await tx.partTemplateSet.findUnique({ where: { id } });
  if (!set || set.programmeId !== programmeId)
    throw new AppError("not_found", "curriculum.template_not_found");
  const [begins, ends] = [dayFromDb(set.validFrom), dayFromDb(set.validTo)];
  if (from <= begins || (ends !== null && from >= ends))
    throw refuse("validFrom", "curriculum.template_version_day");
  await tx.partTemplateSet.update({
    where: { id },
    data: { validTo: dayToDb(from), version: { increment: 1 } },
  });
  return ends;
}

/**
 * Corrects the names and parts of a set where it stands; classes made from it keep what they have.
 * @throws AppError invalid; stale; not_found; forbidden
 */
export async function editTemplateCommand(
  actor: Actor,
  { id, version, name, nameKm, parts }: EditTemplateInput,
): Promise<{ id: number; version: number }> {
  authorise(actor, "curriculum:edit");
  return writeTx(actor, {}, async (tx) => {
    const set = await tx.partTemplateSet.findUnique({ where: { id }, select: { sessions: true } });
    if (!set) throw new AppError("not_found", "curriculum.template_not_found");
    requireWeights(parts, set.sessions);
    const { count } = await tx.partTemplateSet.updateMany({
      where: { id, version },
      data: { name, nameKm, version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale", "curriculum.stale");
    await writeParts(tx, id, parts);
    await settle(tx);
    return { id, version: version + 1 };
  });
}

/**
 * Takes a set out of use from a day on: afterwards no class of its levels can be made, until another set is in force.
 * @throws AppError invalid `curriculum.days_in_order`; stale; not_found; forbidden
 */
export async function endTemplateCommand(
  actor: Actor,
  { id, version, validTo }: z.output<typeof endTemplateInput>,
): Promise<{ version: number }> {
  authorise(actor, "curriculum:edit");
  return writeTx(actor, {}, async (tx) => {
    const set = await tx.partTemplateSet.findUnique({ where: { id }, select: { validFrom: true } });
    if (!set) throw new AppError("not_found", "curriculum.template_not_found");
    if (validTo <= dayFromDb(set.validFrom)) throw refuse("validTo", "curriculum.days_in_order");
    const { count } = await tx.partTemplateSet.updateMany({
      where: { id, version },
      data: { validTo: dayToDb(validTo), version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale", "curriculum.stale");
    return { version: version + 1 };
  });
}
