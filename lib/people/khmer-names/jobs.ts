import { z } from "zod";
import { defineJob } from "@/lib/platform/jobs/define";

/** Counts anew how confirmed names write Latin parts in Khmer, so that suggestions follow what was confirmed. */
export const learnKhmerNames = defineJob({
  name: "people.learn-khmer-names",
  input: z.object({}),
  schedule: "50 1 * * *",
});
