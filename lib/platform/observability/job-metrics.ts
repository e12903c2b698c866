import "server-only";
import { query } from "@/lib/platform/db/pool";
import { logger } from "@/lib/platform/observability/logger";
import { metrics } from "@/lib/platform/observability/metrics";

let refreshedAt = 0;

/** Reads the length and age of the queue, at most every ten seconds; a lost database leaves the last values. */
export async function refreshJobMetrics(now = Date.now()): Promise<void> {
  if (now - refreshedAt < 10_000) return;
  refreshedAt = now;
  try {
    const rows = await query<{ name: string; waiting: number; oldest: number }>(
      "platform.job-metrics",
      `SELECT name, count(*) AS waiting, extract(epoch FROM now() - min(created_at))::float8 AS oldest
         FROM job_run WHERE status = 'QUEUED' GROUP BY name`,
    );
    const { jobsQueued, jobOldest } = metrics();
    jobsQueued.reset();
    for (const row of rows) jobsQueued.set({ queue: row.name }, row.waiting);
    jobOldest.set(rows.reduce((oldest, row) => Math.max(oldest, row.oldest), 0));
  } catch (error) {
    logger.warn({ err: error }, "job metrics not refreshed");
  }
}
