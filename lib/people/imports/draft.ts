import { z } from "zod";
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
  mapping: z.record(z.string(), z.number().int()).optional(),
  options: z.record(z.string(), z.unknown()).optional(),
  /** Whether the mapping was used before for a list with these headings. */
  remembered: z.boolean().optional(),
});
export type ImportDraft = z.infer<typeof importDraft>;

/** What every run of an import has, whatever its mapping and options are. */
export type RunInput = { fileName: string; locale: "en" | "km"; read: ReadList };
