import "server-only";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { JobCancelled } from "@/lib/platform/jobs/define";

/**
 * A retried run takes the place of the one that the set waits for, so that pages follow it.
 * @throws AppError `jobs.not_retryable` when the set has moved on: another run replaced that one, or it was checked since
 */
export async function followRetry(
  tx: Tx,
  changeSetId: number,
  { from, next }: { from: string; next: string },
): Promise<void> {
  const { count } = await tx.changeSet.updateMany({
    where: { id: changeSetId, jobRunId: from, status: "DRAFT" },
    data: { jobRunId: next, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("conflict", "jobs.not_retryable");
}

/**
 * Locks the set for a run that is about to write into it. A run that was replaced meanwhile, because somebody chose
 * otherwise, ends here as cancelled: the newest choice wins, whichever ends first.
 */
export async function requireCurrentRun(tx: Tx, changeSetId: number, jobRunId: string): Promise<void> {
  const [set] = await tx.$queryRaw<{ current: boolean }[]>`
    SELECT job_run_id IS NOT DISTINCT FROM ${jobRunId}::uuid AS current
      FROM change_set WHERE id = ${changeSetId}::int FOR NO KEY UPDATE`;
  if (!set?.current) throw new JobCancelled();
}
