import type { PgBoss } from "pg-boss";
import { LANE_NAMES } from "@/lib/platform/jobs/lanes";
import type { RegisteredJob } from "@/lib/platform/jobs/run";

const CAMPUS_ZONE = "Asia/Phnom_Penh";

/** Makes the schedules in the database equal to the definitions: new and changed ones are set, others removed. */
export async function applySchedules(boss: PgBoss, jobs: readonly RegisteredJob[]): Promise<void> {
  const wanted = new Map<string, RegisteredJob>();
  for (const job of jobs) {
    if (job.definition.schedule) wanted.set(job.definition.name, job);
  }
  for (const lane of LANE_NAMES) {
    for (const existing of await boss.getSchedules(lane)) {
      if (wanted.get(existing.key)?.definition.lane !== lane) await boss.unschedule(lane, existing.key);
    }
  }
  for (const [name, { definition }] of wanted) {
    await boss.schedule(
      definition.lane,
      definition.schedule as string,
      { name },
      {
        tz: CAMPUS_ZONE,
        key: name,
        // A run that takes longer than its interval is not overtaken by the next one.
        singletonKey: `schedule/${name}`,
        retryLimit: definition.retryLimit,
        expireInSeconds: definition.expireInSeconds,
        missed: "once",
      },
    );
  }
}
