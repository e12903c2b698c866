import { query } from "@/lib/platform/db/pool";
import type { JobWork } from "@/lib/platform/jobs/define";
import type { forgetOldRuns } from "@/lib/platform/jobs/jobs";

export const work: JobWork<typeof forgetOldRuns> = async () => {
  const rows = await query(
    "jobs.forget_old",
    `DELETE FROM job_run
      WHERE finished_at < now() - interval '90 days'
         OR (finished_at < now() - interval '7 days' AND actor = 'system:schedule' AND status = 'SUCCEEDED') RETURNING 1`,
  );
  return { removed: rows.length };
};
