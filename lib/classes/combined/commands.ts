import "server-only";
import { type Actor, actorLabel, authorise } from "@/lib/platform/access/actor";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { classNotFound, requireClass } from "../access";
import { writeClassEvent } from "../events";
import { shareDeliveries } from "./deliveries";
import { loadMembers } from "./members";
import { judgeCombine, type Member } from "./rules";
import type { CombineInput } from "./schemas";

/** Locks pools and then classes, both ascending, as everybody does (lib/registration), and reads the classes again. */
export async function lockMembers(
  tx: Tx,
  classIds: readonly number[],
  versions: ReadonlyMap<number, number>,
): Promise<Map<number, Member>> {
  const ids = [...classIds];
  await tx.$queryRaw`SELECT id FROM seat_pool WHERE id IN (SELECT seat_pool_id FROM class WHERE id = ANY (${ids}::integer[]))
    ORDER BY id FOR NO KEY UPDATE`;
  await tx.$queryRaw`SELECT id FROM class WHERE id = ANY (${ids}::integer[]) ORDER BY id FOR NO KEY UPDATE`;
  const members = await loadMembers(tx, ids);
  if (members.size < ids.length) throw classNotFound();
  for (const [id, version] of versions)
    if (members.get(id)?.version !== version) throw new AppError("stale", "classes.stale");
  return members;
}

/** Counts the seats of a pool by who sits in its classes, after classes moved. */
export async function recountPool(tx: Tx, actor: Actor, poolId: number): Promise<void> {
  await tx.$queryRaw`SELECT recount_seat_pool(${poolId}::integer, ${actorLabel(actor)})::text`;
}

/**
 * Teaches two classes as one: the one that joins takes over the times, the rooms and the teachers of the other, and all
 * sit on one pool of `capacity` seats (domain.md 4.1). What was free of times takes over those of the other side.
 * @throws AppError refused `classes.combine_refused` with every obstacle; stale; not_found; forbidden
 */
export async function combineCommand(actor: Actor, input: CombineInput): Promise<{ version: number }> {
  authorise(actor, "classes:edit");
  const { id, joinsId, reason, capacity } = input;
  await requireClass(actor, id);
  await requireClass(actor, joinsId);
  if (id === joinsId)
    throw new AppError("invalid", "classes.combine_itself", {
      fields: { joinsId: ["classes.combine_itself"] },
    });
  return writeTx(actor, { reason }, async (tx) => {
    const members = await lockMembers(
      tx,
      [id, joinsId],
      new Map([
        [id, input.version],
        [joinsId, input.joinsVersion],
      ]),
    );
    const keeps = members.get(id) as Member;
    const joins = members.get(joinsId) as Member;
    const verdict = judgeCombine(keeps, joins, capacity);
    if (!verdict.value) throw new AppError("refused", "classes.combine_refused", { explained: verdict });
    const combinedClassId = keeps.combinedClassId ?? (await beginCombined(tx, keeps, joins));
    await shareDeliveries(tx, keeps, joins);
    await tx.seatPool.update({
      where: { id: keeps.seatPoolId },
      data: { capacity, version: { increment: 1 } },
      select: { id: true },
    });
    await tx.class.updateMany({
      where: { OR: [{ id: { in: [id, joinsId] } }, { combinedClassId }] },
      data: {
        combinedClassId,
        classType: "COMBINED",
        seatPoolId: keeps.seatPoolId,
        version: { increment: 1 },
      },
    });
    await recountPool(tx, actor, keeps.seatPoolId);
    await tx.seatPool.delete({ where: { id: joins.seatPoolId }, select: { id: true } });
    await writeClassEvent(tx, actor, id, "combined", { with: joinsId, capacity, reason });
    await writeClassEvent(tx, actor, joinsId, "combined", { with: id, capacity, reason });
    return { version: keeps.version + 1 };
  });
}

async function beginCombined(tx: Tx, keeps: Member, joins: Member): Promise<number> {
  const { termId, section, timeOfDay } = keeps;
  const { id } = await tx.combinedClass.create({
    data: { termId, section, timeOfDay, name: `${keeps.code} + ${joins.code}` },
    select: { id: true },
  });
  return id;
}
