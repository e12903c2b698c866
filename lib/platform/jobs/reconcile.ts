import "server-only";
import { query } from "@/lib/platform/db/pool";

/**
 * Ends runs that the queue no longer knows as waiting or running: their worker died and no try was left, or
 * somebody removed them from the queue. Whoever started them is told, instead of watching a bar for ever.
 * @returns how many were ended
 */
export async function endLostRuns(): Promise<number> {
  const rows = await query(
    "jobs.end_lost",
    `UPDATE job_run r
        SET status = CASE WHEN r.cancel_requested THEN 'CANCELLED' ELSE 'FAILED' END::job_status,
            error = jsonb_build_object('code', 'jobs.lost', 'reference', r.request_id), finished_at = now()
      WHERE r.status IN ('QUEUED', 'RUNNING') AND r.created_at < now() - interval '30 seconds'
        AND NOT EXISTS (SELECT FROM pgboss.job j WHERE j.id = r.id AND j.name = r.lane AND j.state < 'completed')
      RETURNING 1`,
  );
  return rows.length;
}
