import { z } from "zod";
import { defineJob } from "./define";

/** Removes the rows of runs that ended 90 days ago; what a schedule did well, often many times a day, after a week. */
export const forgetOldRuns = defineJob({
  name: "platform.forget-old-runs",
  input: z.object({}),
  schedule: "40 1 * * *",
});
