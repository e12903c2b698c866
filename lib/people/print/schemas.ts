import { z } from "zod";
import { exportAsk } from "@/lib/people/lists/schemas";
import { isDay } from "@/lib/platform/dates/day";

/** Cards one by one for a card printer, or ten to a sheet of A4. */
export const CARD_LAYOUTS = ["card", "sheet"] as const;
export type CardLayout = (typeof CARD_LAYOUTS)[number];

/** Cards of one job. */
export const CARDS_MAX = 500;

/** People of one printed list. */
export const LIST_MAX = 5_000;

/** What a printed file tells about itself: the result of the job that made it. */
export const printedResult = z.object({
  fileId: z.uuid(),
  people: z.int(),
  pages: z.int(),
});
export type PrintedResult = z.output<typeof printedResult>;

export const cardChoices = z.strictObject({
  layout: z.enum(CARD_LAYOUTS),
  /** YYYY-MM-DD */
  validUntil: z.string().refine(isDay, "people.no_such_day"),
});

/** What is printed of a list: which people in which order, with which columns, and the filters in the reader's words. */
export const printListAsk = exportAsk.omit({ format: true }).extend({
  words: z.array(z.string().max(300)).max(30),
});
export type PrintListAsk = z.output<typeof printListAsk>;
