import { z } from "zod";
import { defineJob } from "@/lib/platform/jobs/define";

/** Locks the tiers of reading classes in the night after the add deadline (domain.md 0.2 row 7). */
export const lockReadingTiers = defineJob({
  name: "classes.lock-reading-tiers",
  input: z.object({}),
  schedule: "25 0 * * *",
});
