import { z } from "zod";
import { importMapping, importOptions } from "@/lib/people/import/schemas";
import { DELIMITERS, ENCODINGS } from "@/lib/platform/spreadsheet/table";

export const createImportInput = z.strictObject({ fileId: z.uuid() });

const known = { id: z.number().int().positive(), version: z.number().int() };

/** The same file, read in another way. */
export const rereadImportInput = z.strictObject({
  ...known,
  encoding: z.enum(ENCODINGS).optional(),
  delimiter: z.enum(DELIMITERS).optional(),
  sheet: z.string().max(100).optional(),
});

/** Columns and choices; then the trial run begins. */
export const checkImportInput = z.strictObject({ ...known, mapping: importMapping, options: importOptions });
