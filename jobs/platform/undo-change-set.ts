import "@/lib/operations/change-set-kinds";
import type { undoChangeSetJob } from "@/lib/platform/change-sets/jobs";
import { undoChangeSet } from "@/lib/platform/change-sets/undo";
import type { JobWork } from "@/lib/platform/jobs/define";

export const work: JobWork<typeof undoChangeSetJob> = async ({ changeSetId }, context) => {
  await undoChangeSet(changeSetId, context);
  return { changeSetId };
};
