import { query } from "@/lib/platform/db/pool";
import type { forgetOldAnswers } from "@/lib/platform/idempotency/jobs";
import type { JobWork } from "@/lib/platform/jobs/define";

export const work: JobWork<typeof forgetOldAnswers> = async () => {
  const [removed] = await query<{ count: number }>(
    "idempotency.forget_old",
    `WITH removed AS (DELETE FROM idempotency_key WHERE created_at < now() - interval '7 days' RETURNING 1)
     SELECT count(*) FROM removed`,
  );
  return { removed: removed?.count ?? 0 };
};
