import "@/lib/operations/change-set-kinds";
import type { previewChangeSetJob } from "@/lib/platform/change-sets/jobs";
import { previewChangeSet } from "@/lib/platform/change-sets/run";
import type { JobWork } from "@/lib/platform/jobs/define";

export const work: JobWork<typeof previewChangeSetJob> = async ({ changeSetId }, context) => {
  await previewChangeSet(changeSetId, context);
  return { changeSetId };
};
