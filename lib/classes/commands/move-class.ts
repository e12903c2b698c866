import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday, dayFromDb } from "@/lib/platform/dates/campus";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { requireClass } from "../access";
import type { MoveClassInput } from "../editing/schemas";
import { writeClassEvent } from "../events";
import { readingStatusOf } from "../reading/rules";
import type { ClassStatus } from "../schemas";
import { judgeMove } from "../states";

type Move = { id: number; version: number; to: ClassStatus; reason: string };

/**
 * Moves a class to another status inside the caller's transaction, with its event; a reading class opens and closes with
 * it. Whoever cancels carries out the consequences in the same transaction.
 * @throws AppError refused `classes.move_refused` with why and the way to mend it; stale; not_found
 */
export async function moveClass(tx: Tx, actor: Actor, move: Move): Promise<{ version: number }> {
  const { id, version, to, reason } = move;
  const found = await tx.class.findUnique({
    where: { id },
    select: {
      status: true,
      term: { select: { startDate: true, endDate: true } },
      seatPool: { select: { taken: true, offered: true, waiting: true } },
      sessions: { select: { _count: { select: { parts: true } } } },
      reading: { select: { lockedTier: true, status: true } },
    },
  });
  if (!found) throw new AppError("not_found", "classes.class_not_found");
  const { seatPool, sessions, term, status: from } = found;
  const verdict = judgeMove({
    from,
    to,
    people: seatPool.taken + seatPool.offered + seatPool.waiting,
    parts: sessions.reduce((sum, { _count }) => sum + _count.parts, 0),
    termStart: dayFromDb(term.startDate),
    termEnd: dayFromDb(term.endDate),
    today: campusToday(),
  });
  if (!verdict.value) throw new AppError("refused", "classes.move_refused", { explained: verdict });
  const { count } = await tx.class.updateMany({
    where: { id, version },
    data: { status: to, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale", "classes.stale");
  if (found.reading && found.reading.status !== "CONVERTED") {
    const status = readingStatusOf(to, found.reading.lockedTier !== null);
    await tx.readingClass.updateMany({
      where: { classId: id, status: { not: status } },
      data: { status, version: { increment: 1 } },
    });
  }
  await writeClassEvent(tx, actor, id, "moved", { from, to, reason });
  return { version: version + 1 };
}

/** Moves one class, with a reason. @throws AppError what moveClass throws; forbidden; not_found out of reach */
export async function moveClassCommand(actor: Actor, input: MoveClassInput): Promise<{ version: number }> {
  authorise(actor, "classes:edit");
  await requireClass(actor, input.id);
  return writeTx(actor, { reason: input.reason }, (tx) => moveClass(tx, actor, input));
}
