import type { JobWithMetadata, PgBoss } from "pg-boss";
import type { LaneName } from "@/lib/platform/jobs/lanes";
import { type RegisteredJob, runJob } from "@/lib/platform/jobs/run";

type Payload = { name: string };

/** Takes jobs of one lane, `concurrency` at a time; each is one pg-boss job and ends in its job_run. */
export async function takeJobs(
  boss: PgBoss,
  lane: LaneName,
  concurrency: number,
  jobs: ReadonlyMap<string, RegisteredJob>,
): Promise<void> {
  const options = {
    localConcurrency: concurrency,
    pollingIntervalSeconds: 2,
    notifyPollingIntervalSeconds: 15,
    includeMetadata: true,
  } as const;
  await boss.work<Payload, void, typeof options>(
    lane,
    options,
    async (claims: JobWithMetadata<Payload>[]) => {
      for (const claim of claims) {
        await runJob(jobs.get(claim.data.name), {
          id: claim.id,
          name: claim.data.name,
          lane,
          signal: claim.signal,
          mayRetry: claim.retryCount < claim.retryLimit,
        });
      }
    },
  );
}
