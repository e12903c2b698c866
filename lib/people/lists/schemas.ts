import { z } from "zod";
import { PEOPLE_LISTS } from "@/lib/people/lists/kinds";

export const EXPORT_FORMATS = ["csv", "xlsx"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What is taken out of a list: which of its people, in which order, with which columns. */
export const exportAsk = z.strictObject({
  list: z.enum(PEOPLE_LISTS),
  format: z.enum(EXPORT_FORMATS),
  /** The state of the list as in its address. */
  params: z.record(z.string().max(40), z.string().max(2_000)),
  /** The columns that are shown, by their names in the list; null: all that may be seen. */
  columns: z.array(z.string().max(40)).max(40).nullable(),
  /** Marked rows instead of everybody who matches. */
  ids: z.array(z.int().positive()).min(1).max(500).nullable(),
});
export type ExportAsk = z.output<typeof exportAsk>;
