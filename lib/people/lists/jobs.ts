import { z } from "zod";
import { defineJob } from "@/lib/platform/jobs/define";

/** Makes the file of a long list. */
export const exportListJob = defineJob({
  name: "people.export-list",
  input: z.object({ askFileId: z.uuid() }),
  permission: "people:export",
  expireInSeconds: 1_800,
  href: () => "/exports",
});
