import "server-only";
import { type Actor, actorLabel, authorise } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";
import { writeTx } from "@/lib/platform/db/transaction";

/**
 * Ends the offers that nobody accepted in time and offers their seats to the next in each queue (domain.md 0.2 row 12).
 * Every pool is a transaction of its own, in the order in which everybody locks them: no cart waits for the whole, and
 * what a broken pool cannot do the others still get. Run again it finds nothing.
 *
 * @param tell is told after each pool how many of how many are done
 * @returns how many pools were settled
 * @throws AggregateError after the last pool, when some could not be settled
 */
export async function settleExpiredOffersCommand(
  actor: Actor,
  tell: (done: number, total: number) => Promise<void> = async () => undefined,
): Promise<{ pools: number }> {
  authorise(actor, "registration:enrol");
  const pools = await query<{ id: number }>(
    "registration.pools-with-dead-offers",
    `SELECT DISTINCT c.seat_pool_id AS id FROM enrolment e JOIN class c ON c.id = e.class_id
      WHERE e.status = 'OFFERED' AND e.offer_expires_at <= now() ORDER BY 1`,
  );
  const errors: unknown[] = [];
  for (const [index, { id }] of pools.entries()) {
    try {
      await writeTx(
        actor,
        {},
        (tx) => tx.$queryRaw`SELECT settle_seat_pool(${id}::integer, ${actorLabel(actor)})::text`,
      );
    } catch (error) {
      errors.push(error);
    }
    await tell(index + 1, pools.length);
  }
  if (errors.length > 0)
    throw new AggregateError(errors, `${errors.length} of ${pools.length} pools not settled`);
  return { pools: pools.length };
}
