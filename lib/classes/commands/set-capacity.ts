import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { writeClassEvent } from "../events";
import { LARGEST_CLASS } from "../kinds";
import { readingTiers } from "../reading/settings";
import type { ClassType } from "../schemas";

type Row = {
  seatPoolId: number;
  status: string;
  classType: ClassType;
  capacity: number;
  taken: number;
  offered: number;
  waiting: number;
};
type Pooled = { id: number; version: number };

/**
 * Writes the capacity of a class's seats in the caller's transaction, which then offers what came free (lib/registration).
 * Who sits there stays: the capacity is not lowered below what is taken or offered. The versions of all classes of the
 * pool move, so that nobody is enrolled by the old one. Locks the pool, then its classes, ascending.
 * @throws AppError refused `classes.capacity_below_taken`, `classes.capacity_over`, `classes.class_over`; stale
 *   `classes.stale`
 */
export async function setCapacity(
  tx: Tx,
  actor: Actor,
  { id, version, capacity }: { id: number; version: number; capacity: number },
): Promise<{ version: number; seatPoolId: number; waiting: number }> {
  await tx.$queryRaw`
    SELECT FROM seat_pool WHERE id = (SELECT seat_pool_id FROM class WHERE id = ${id}) FOR NO KEY UPDATE`;
  const [found] = await tx.$queryRaw<Row[]>`
    SELECT p.id AS "seatPoolId", c.status, c.class_type AS "classType", p.capacity, p.taken, p.offered, p.waiting
      FROM class c JOIN seat_pool p ON p.id = c.seat_pool_id WHERE c.id = ${id}`;
  if (!found) throw new AppError("not_found", "classes.class_not_found");
  const pooled = await tx.$queryRaw<Pooled[]>`
    SELECT id, version FROM class WHERE seat_pool_id = ${found.seatPoolId} ORDER BY id FOR NO KEY UPDATE`;
  if (pooled.find((each) => each.id === id)?.version !== version)
    throw new AppError("stale", "classes.stale");
  await requireFit(found, capacity, pooled.length);
  await tx.seatPool.update({
    where: { id: found.seatPoolId },
    data: { capacity, version: { increment: 1 } },
  });
  await tx.class.updateMany({
    where: { id: { in: pooled.map((each) => each.id) } },
    data: { version: { increment: 1 } },
  });
  for (const each of pooled)
    await writeClassEvent(tx, actor, each.id, "capacity_changed", { from: found.capacity, to: capacity });
  return { version: version + 1, seatPoolId: found.seatPoolId, waiting: found.waiting };
}

async function requireFit(found: Row, capacity: number, classes: number): Promise<void> {
  const refuse = (code: string, params: Record<string, number>) => {
    const told = `${code}?${new URLSearchParams(Object.entries(params).map(([key, value]) => [key, String(value)]))}`;
    return new AppError("refused", code, { params, fields: { capacity: [told] } });
  };
  if (found.status === "COMPLETED" || found.status === "CANCELLED") throw refuse("classes.class_over", {});
  const sitting = found.taken + found.offered;
  // Where more sit than the capacity says, by authority, raising it part of the way is a step towards it.
  if (capacity < sitting && capacity < found.capacity)
    throw refuse("classes.capacity_below_taken", { taken: found.taken, offered: found.offered });
  const most =
    found.classType === "READING" ? (await readingTiers()).third : classes > 1 ? 200 : LARGEST_CLASS;
  if (capacity > most && capacity > found.capacity) throw refuse("classes.capacity_over", { max: most });
}
