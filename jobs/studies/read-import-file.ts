import type { JobWork } from "@/lib/platform/jobs/define";
import type { readImportFile } from "@/lib/studies/import/jobs";
import { readImportList } from "@/lib/studies/import/read-file";
import "@/lib/studies/import/files";

export const work: JobWork<typeof readImportFile> = ({ changeSetId, ...choices }, context) =>
  readImportList(changeSetId, choices, context);
