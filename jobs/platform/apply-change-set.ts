import "@/lib/operations/change-set-kinds";
import type { applyChangeSetJob } from "@/lib/platform/change-sets/jobs";
import { applyChangeSet } from "@/lib/platform/change-sets/run";
import type { JobWork } from "@/lib/platform/jobs/define";

export const work: JobWork<typeof applyChangeSetJob> = async ({ changeSetId }, context) => {
  await applyChangeSet(changeSetId, context);
  return { changeSetId };
};
