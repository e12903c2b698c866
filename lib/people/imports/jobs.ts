import { z } from "zod";
import { isPermission, type Permission } from "@/lib/platform/access/permissions";
import { defineJob } from "@/lib/platform/jobs/define";
import { DELIMITERS, ENCODINGS } from "@/lib/platform/spreadsheet/table";

/** Reads an uploaded list once: how it is written, its headings, its cells. */
export const readImportFile = defineJob({
  name: "people.read-import-file",
  lane: "heavy",
  permission: ({ permission }) => permission,
  input: z.object({
    changeSetId: z.number().int(),
    /** Where its kind of list is loaded. */
    path: z.string().startsWith("/"),
    /** Whose right it takes. */
    permission: z
      .custom<Permission>((name) => typeof name === "string" && isPermission(name))
      .default("people:import"),
    encoding: z.enum(ENCODINGS).optional(),
    delimiter: z.enum(DELIMITERS).optional(),
    sheet: z.string().max(100).optional(),
  }),
  restarted: async (tx, run) =>
    (await import("@/lib/platform/change-sets/current-run")).followRetry(tx, run.input.changeSetId, run),
  href: ({ path, changeSetId }) => `${path}/${changeSetId}`,
});
