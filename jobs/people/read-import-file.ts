import "@/lib/operations/change-set-kinds";
import type { readImportFile } from "@/lib/people/imports/jobs";
import { readImportList } from "@/lib/people/imports/read-file";
import type { JobWork } from "@/lib/platform/jobs/define";
import "@/lib/people/imports/files";

export const work: JobWork<typeof readImportFile> = (
  { changeSetId, path: _path, permission: _permission, ...choices },
  context,
) => readImportList(changeSetId, choices, context);
