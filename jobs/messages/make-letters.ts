import type { makeLettersJob } from "@/lib/messages/jobs";
import { makeLetters } from "@/lib/messages/make-letters";
import type { JobWork } from "@/lib/platform/jobs/define";

export const work: JobWork<typeof makeLettersJob> = ({ mergeId }, context) => makeLetters(mergeId, context);
