import { draftTimetable } from "@/lib/classes/draft-timetable/draft";
import type { draftTimetableJob } from "@/lib/classes/draft-timetable/jobs";
import type { JobWork } from "@/lib/platform/jobs/define";

export const work: JobWork<typeof draftTimetableJob> = ({ proposalId }, context) =>
  draftTimetable(context.actor, proposalId, {
    signal: context.signal,
    tell: (step, done) => context.progress(Math.round(done * 100), 100, `draft_${step}`),
  });
