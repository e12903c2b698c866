import type { printListJob } from "@/lib/people/print/jobs";
import { makeList } from "@/lib/people/print/make-list";
import type { JobWork } from "@/lib/platform/jobs/define";

export const work: JobWork<typeof printListJob> = ({ askFileId }, context) => makeList(askFileId, context);
