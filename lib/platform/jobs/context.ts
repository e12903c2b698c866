import "server-only";
import { systemActor } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";
import { logger } from "@/lib/platform/observability/logger";
import { JobCancelled, type JobContext } from "./define";

/** Milliseconds between two writes of the progress. */
const PAUSE = 500;

type Started = { id: string; name: string; accountId: number | null };

/**
 * The context of one run. Progress goes over a connection of its own, so that it is seen
 * while the work's transaction is still open, and brings back whether somebody asked to stop.
 */
export function jobContext(run: Started, signal: AbortSignal): JobContext {
  let lastAsked = 0;
  const behalf = run.accountId === null ? "" : `@account:${run.accountId}`;

  async function report(values: [number | null, number | null, string | null]): Promise<void> {
    const now = Date.now();
    if (now - lastAsked < PAUSE) return;
    lastAsked = now;
    const rows = await query<{ cancel_requested: boolean }>(
      "jobs.progress",
      `UPDATE job_run
          SET progress_done = coalesce($2, progress_done), progress_total = coalesce($3, progress_total),
              progress_note = coalesce($4, progress_note)
        WHERE id = $1 RETURNING cancel_requested`,
      [run.id, ...values],
    );
    if (rows[0]?.cancel_requested) throw new JobCancelled();
  }

  return {
    actor: systemActor(`job:${run.name}${behalf}`),
    accountId: run.accountId,
    jobRunId: run.id,
    signal,
    log: logger.child({ job: run.name, jobRunId: run.id }),
    progress: (done, total, note) => report([done, total ?? null, note ?? null]),
    cancelled: async () => {
      signal.throwIfAborted();
      await report([null, null, null]);
      return false;
    },
  };
}
