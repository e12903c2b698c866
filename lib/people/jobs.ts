import { z } from "zod";
import { defineJob } from "@/lib/platform/jobs/define";

/**
 * Looks for people who stand twice (domain.md 2.2): every night among those who changed since the last time, on request
 * among all. A million people take hours, so it goes with the other long work, one at a time.
 */
export const findDuplicates = defineJob({
  name: "people.find-duplicates",
  lane: "heavy",
  permission: "people:decide_duplicates",
  input: z.object({ whole: z.boolean().default(false) }),
  expireInSeconds: 6 * 3_600,
  schedule: "20 2 * * *",
  href: () => "/duplicates",
});

/** Takes out words of the search that nobody is called any more: a name that was removed must not stay behind in it. */
export const forgetSearchWords = defineJob({
  name: "people.forget-search-words",
  input: z.object({}),
  schedule: "40 3 * * *",
});
