import { z } from "zod";
import { defineJob } from "./define";

/** Removes the rows of runs that ended 90 days ago. */
export const forgetOldRuns = defineJob({
  name: "platform.forget-old-runs",
  input: z.object({}),
  schedule: "40 1 * * *",
});
