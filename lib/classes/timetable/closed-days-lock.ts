import "server-only";
import type { Tx } from "@/lib/platform/db/transaction";

/**
 * Keeps holidays and meetings from passing each other: whoever plans meetings shares the lock until the end of the
 * transaction (make_meetings takes it too), whoever changes holidays has it alone. Otherwise a lesson could be planned
 * on a day that is being closed, and neither would see the other.
 */
export async function lockClosedDays(tx: Tx, mode: "plan" | "change"): Promise<void> {
  if (mode === "plan")
    await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtext('naga closed days'))`;
  else await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('naga closed days'))`;
}
