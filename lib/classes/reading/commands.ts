import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { classNotFound, requireClass } from "../access";
import { writeClassEvent } from "../events";
import type { ConvertReadingInput, EditReadingInput } from "./schemas";

/** Changes what is planned for a reading class. @throws AppError stale; not_found; forbidden */
export async function editReadingCommand(
  actor: Actor,
  input: EditReadingInput,
): Promise<{ version: number }> {
  authorise(actor, "classes:edit");
  const { id, version, ...facts } = input;
  await requireClass(actor, id);
  return writeTx(actor, {}, async (tx) => {
    const found = await tx.readingClass.findUnique({ where: { classId: id }, select: { classId: true } });
    if (!found) throw classNotFound();
    const { count } = await tx.readingClass.updateMany({
      where: { classId: id, version },
      data: { ...facts, version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale", "classes.stale");
    return { version: version + 1 };
  });
}

/**
 * Makes a reading class one like any other: it has grown, or its price is to be that of the others. What was locked stays
 * on file with it (domain.md 4.1).
 * @throws AppError refused `classes.no_reading_class`, `classes.is_over`; stale; not_found; forbidden
 */
export async function convertReadingCommand(
  actor: Actor,
  input: ConvertReadingInput,
): Promise<{ version: number }> {
  authorise(actor, "classes:edit");
  const { id, version, reason } = input;
  await requireClass(actor, id);
  return writeTx(actor, { reason }, async (tx) => {
    const current = await tx.class.findUnique({
      where: { id },
      select: { classType: true, status: true, seatPool: { select: { taken: true } } },
    });
    if (!current) throw classNotFound();
    if (current.classType !== "READING") throw new AppError("refused", "classes.no_reading_class");
    if (current.status === "COMPLETED" || current.status === "CANCELLED")
      throw new AppError("refused", "classes.is_over");
    const { count } = await tx.class.updateMany({
      where: { id, version },
      data: { classType: "STANDARD", version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale", "classes.stale");
    await tx.readingClass.update({
      where: { classId: id },
      data: { status: "CONVERTED", version: { increment: 1 } },
      select: { classId: true },
    });
    await writeClassEvent(tx, actor, id, "reading_converted", { students: current.seatPool.taken, reason });
    return { version: version + 1 };
  });
}
