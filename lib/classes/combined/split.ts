import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { requireClass } from "../access";
import { writeClassEvent } from "../events";
import { lockMembers, recountPool } from "./commands";
import { ownDeliveries } from "./deliveries";
import { judgeSplit, type Member } from "./rules";
import type { SplitInput } from "./schemas";

/**
 * Teaches a class on its own again: seats of its own for those who are in it, the same times, without room and teacher.
 * When only one is left of the others, it stands alone too.
 * @throws AppError refused `classes.split_refused` with why; stale; not_found; forbidden
 */
export async function splitCommand(actor: Actor, input: SplitInput): Promise<{ version: number }> {
  authorise(actor, "classes:edit");
  const { id, version, capacity, reason } = input;
  await requireClass(actor, id);
  return writeTx(actor, { reason }, async (tx) => {
    const members = await lockMembers(tx, [id], new Map([[id, version]]));
    const member = members.get(id) as Member;
    const verdict = judgeSplit(
      { ...member, seats: { ...member.seats, ...(await ownSeats(tx, id)) } },
      capacity,
    );
    if (!verdict.value || member.combinedClassId === null)
      throw new AppError("refused", "classes.split_refused", { explained: verdict });
    const pool = await tx.seatPool.create({ data: { capacity }, select: { id: true } });
    await tx.class.update({
      where: { id },
      data: {
        combinedClassId: null,
        classType: "STANDARD",
        seatPoolId: pool.id,
        version: { increment: 1 },
      },
      select: { id: true },
    });
    await ownDeliveries(tx, member.termId, member.parts);
    await recountPool(tx, actor, member.seatPoolId);
    await recountPool(tx, actor, pool.id);
    await leaveAlone(tx, member.combinedClassId);
    await writeClassEvent(tx, actor, id, "split", { capacity, reason });
    return { version: version + 1 };
  });
}

/** Who sits in the class itself: the pool counts all of them together. */
async function ownSeats(tx: Tx, classId: number): Promise<{ taken: number; offered: number }> {
  const [row] = await tx.$queryRaw<{ taken: number; offered: number }[]>`
    SELECT * FROM class_seats(${classId}::integer)`;
  return row ?? { taken: 0, offered: 0 };
}

/** Ends a combined class in which fewer than two are taught; what was cancelled in it stands alone too. */
async function leaveAlone(tx: Tx, combinedClassId: number): Promise<void> {
  const live = await tx.class.count({ where: { combinedClassId, status: { not: "CANCELLED" } } });
  if (live >= 2) return;
  await tx.class.updateMany({
    where: { combinedClassId },
    data: { combinedClassId: null, classType: "STANDARD", version: { increment: 1 } },
  });
  await tx.combinedClass.delete({ where: { id: combinedClassId }, select: { id: true } });
}
