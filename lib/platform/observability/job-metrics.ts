import "server-only";
import { openEmergencies } from "@/lib/platform/auth/emergency";
import { query } from "@/lib/platform/db/pool";
import { logger } from "@/lib/platform/observability/logger";
import { metrics } from "@/lib/platform/observability/metrics";

/** Jobs that look for what is wrong are called `<domain>.check-…`; one that finds something fails with its `count`. */
const CHECKS = /\.check-/;

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
    // The worker has no door of its own for Prometheus: how runs ended is read from their rows.
    const ended = await query<{ name: string; failed: boolean; findings: number | null }>(
      "platform.job-ends",
      `SELECT DISTINCT ON (name) name, status = 'FAILED' AS failed, (error -> 'params' ->> 'count')::float8 AS findings
         FROM job_run WHERE status IN ('SUCCEEDED', 'FAILED') ORDER BY name, finished_at DESC`,
    );
    metrics().emergencies.set(await openEmergencies());
    const { jobsQueued, jobOldest, jobLastFailed, jobFindings } = metrics();
    jobLastFailed.reset();
    jobFindings.reset();
    for (const row of ended) {
      jobLastFailed.set({ job: row.name }, row.failed ? 1 : 0);
      if (CHECKS.test(row.name)) jobFindings.set({ job: row.name }, row.findings ?? 0);
    }
    jobsQueued.reset();
    for (const row of rows) jobsQueued.set({ queue: row.name }, row.waiting);
    jobOldest.set(rows.reduce((oldest, row) => Math.max(oldest, row.oldest), 0));
  } catch (error) {
    logger.warn({ err: error }, "job metrics not refreshed");
  }
}
