import { z } from "zod";
import { DELIMITERS, ENCODINGS } from "@/lib/platform/spreadsheet/table";

export const createImportInput = z.strictObject({ fileId: z.uuid(), kind: z.string().max(60) });

const known = { id: z.number().int().positive(), version: z.number().int() };

/** The same file, read in another way. */
export const rereadImportInput = z.strictObject({
  ...known,
  encoding: z.enum(ENCODINGS).optional(),
  delimiter: z.enum(DELIMITERS).optional(),
  sheet: z.string().max(100).optional(),
});

/** Columns and choices; then the trial run begins. */
export const checkImportInput = z.strictObject({
  ...known,
  /** Field → place of its column. Which fields and options there are says the kind of the list. */
  mapping: z.record(z.string().max(40), z.number().int().min(0).max(199)),
  options: z.record(z.string().max(40), z.unknown()),
});
