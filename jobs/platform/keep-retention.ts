import "@/lib/operations/retention-rules";
import type { JobWork } from "@/lib/platform/jobs/define";
import type { keepRetentionJob } from "@/lib/platform/retention/jobs";
import { keepRetention } from "@/lib/platform/retention/keep";

export const work: JobWork<typeof keepRetentionJob> = (_input, job) => keepRetention(job);
