import { followChanges } from "@/lib/platform/auth/keycloak/follow-changes";
import type { followKeycloak } from "@/lib/platform/auth/keycloak/jobs";
import { query } from "@/lib/platform/db/pool";
import type { JobWork } from "@/lib/platform/jobs/define";

/** What is looked at the first time, or when nothing is known of the last run. */
const FIRST_MS = 24 * 60 * 60 * 1000;

export const work: JobWork<typeof followKeycloak> = async (_, { jobRunId, signal, log }) => {
  const [last] = await query<{ until: string }>(
    "auth.followed_until",
    `SELECT result ->> 'until' AS until FROM job_run
      WHERE name = 'platform.follow-keycloak' AND status = 'SUCCEEDED' AND result ? 'until'
      ORDER BY created_at DESC LIMIT 1`,
  );
  const since = last ? new Date(last.until) : new Date(Date.now() - FIRST_MS);
  const followed = await followChanges(since, signal);
  await forgetQuietRuns(jobRunId);
  await forgetTokens();
  if (!followed) return { configured: false };
  if (followed.changed > 0) log.info(followed, "followed changes in Keycloak");
  return followed;
};

/** The token is kept to sign out at Keycloak; minutes after the end of a session nobody asks for it any more. */
async function forgetTokens(): Promise<void> {
  await query(
    "auth.forget_tokens",
    `UPDATE account_session SET id_token = NULL
      WHERE id_token IS NOT NULL AND revoked_at IS NOT NULL AND revoked_at < now() - interval '10 minutes'`,
  );
}

/** 1,440 runs a day that did nothing would bury what the page of jobs is for; the last one says from when to go on. */
async function forgetQuietRuns(current: string): Promise<void> {
  await query(
    "auth.forget_quiet_runs",
    `DELETE FROM job_run
      WHERE name = 'platform.follow-keycloak' AND id <> $1::uuid
        AND ((status = 'SUCCEEDED' AND coalesce(result ->> 'changed', '0') = '0'
              AND created_at < (SELECT max(created_at) FROM job_run
                                 WHERE name = 'platform.follow-keycloak' AND status = 'SUCCEEDED'))
          OR (status = 'FAILED' AND finished_at < now() - interval '1 day'))`,
    [current],
  );
}
