import { z } from "zod";
import { defineJob } from "@/lib/platform/jobs/define";

/** Searches for a draft of a timetable; what was found is read and decided on the page of the proposal. */
export const draftTimetableJob = defineJob({
  name: "classes.draft-timetable",
  input: z.object({ proposalId: z.number().int() }),
  lane: "heavy",
  retryLimit: 1,
  expireInSeconds: 900,
  // A new search begins with its own options.
  restartable: false,
  permission: "timetable:draft",
  href: ({ proposalId }) => `/timetable/proposals/${proposalId}`,
});
