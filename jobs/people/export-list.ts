import { makeExport } from "@/lib/people/lists/export-command";
import type { exportListJob } from "@/lib/people/lists/jobs";
import type { JobWork } from "@/lib/platform/jobs/define";

export const work: JobWork<typeof exportListJob> = ({ askFileId }, context) => makeExport(askFileId, context);
