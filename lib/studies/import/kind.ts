import { z } from "zod";
import { importMapping, importOptions } from "@/lib/people/import/schemas";
import { defineChangeSet } from "@/lib/platform/change-sets/define";
import { DELIMITERS, ENCODINGS } from "@/lib/platform/spreadsheet/table";

const source = z.discriminatedUnion("format", [
  z.object({ format: z.literal("csv"), encoding: z.enum(ENCODINGS), delimiter: z.enum(DELIMITERS) }),
  z.object({ format: z.literal("xlsx"), sheet: z.string(), sheets: z.array(z.string()) }),
]);

/** What the worker found out about an uploaded list. */
export const readList = z.object({
  source,
  /** The cells as read; every later step reads these and not the file. */
  cellsFileId: z.string(),
  headerRow: z.number().int(),
  headings: z.array(z.string()),
  /** Rows below the headings that hold anything. */
  rows: z.number().int(),
  fingerprint: z.string(),
});
export type ReadList = z.infer<typeof readList>;

/** The input of an import while it grows: the file, then what was read, then what the person chose. */
export const importDraft = z.object({
  fileId: z.string(),
  fileName: z.string(),
  locale: z.enum(["en", "km"]),
  read: readList.optional(),
  mapping: importMapping.optional(),
  options: importOptions.optional(),
  /** Whether the mapping was used before for a list with these headings. */
  remembered: z.boolean().optional(),
});
export type ImportDraft = z.infer<typeof importDraft>;

/** Complete enough to run. */
export const importInput = importDraft.required({ read: true, mapping: true, options: true });
export type ImportInput = z.infer<typeof importInput>;

/** The import of students from a list (blueprints.md 8). */
export const importStudents = defineChangeSet({
  kind: "studies.import-students",
  permission: "people:import",
  input: importInput,
  timeoutSeconds: 3_000,
  href: (id) => `/students/import/${id}`,
  load: () => import("./run"),
});
