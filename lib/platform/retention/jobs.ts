import { z } from "zod";
import { defineJob } from "@/lib/platform/jobs/define";

/** Removes what is kept no longer, rule by rule (domain.md 0.2 row 18). */
export const keepRetentionJob = defineJob({
  name: "platform.keep-retention",
  input: z.object({}),
  schedule: "10 2 * * *",
  expireInSeconds: 3_600,
});
