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
      // The batch size is one, so that each job ends by itself.
      for (const claim of claims) {
        const { id, signal, data, retryCount, retryLimit } = claim;
        const mayRetry = retryCount < retryLimit;
        await runJob(jobs.get(data.name), { id, name: data.name, lane, signal, mayRetry });
      }
    },
  );
}
