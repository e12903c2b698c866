import "server-only";
import { requireClass } from "@/lib/classes/access";
import { setCapacity } from "@/lib/classes/commands/set-capacity";
import { type Actor, actorLabel, authorise } from "@/lib/platform/access/actor";
import { writeTx } from "@/lib/platform/db/transaction";
import type { CapacityChanged, ChangeCapacityInput } from "./schemas";

/**
 * Changes the seats of a class, and of those that share them; what comes free is offered to who waits, at once
 * (blueprints 4).
 * @throws AppError refused `classes.capacity_below_taken` with how many sit there; stale `classes.stale`; not_found;
 *   forbidden
 */
export async function changeCapacityCommand(
  actor: Actor,
  input: ChangeCapacityInput,
): Promise<CapacityChanged> {
  authorise(actor, "classes:edit");
  await requireClass(actor, input.id);
  return writeTx(actor, { reason: input.reason }, async (tx) => {
    const { version, seatPoolId, waiting } = await setCapacity(tx, actor, input);
    await tx.$queryRaw`SELECT settle_seat_pool(${seatPoolId}::integer, ${actorLabel(actor)})::text`;
    const after = await tx.seatPool.findUniqueOrThrow({
      where: { id: seatPoolId },
      select: { waiting: true },
    });
    return { version, capacity: input.capacity, offered: waiting - after.waiting };
  });
}
