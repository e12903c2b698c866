import { z } from "zod";
import { defineJob } from "@/lib/platform/jobs/define";
import { CARDS_MAX, cardChoices } from "./schemas";

/** Draws ID cards of students. */
export const printCardsJob = defineJob({
  name: "people.print-cards",
  permission: "documents:print",
  input: cardChoices.extend({
    /** Person ids in the order of the cards. */
    ids: z.array(z.int().positive()).min(1).max(CARDS_MAX),
  }),
  href: (_, id) => `/printed/${id}`,
});

/** Prints a list of people as it was filtered. */
export const printListJob = defineJob({
  name: "people.print-list",
  lane: "heavy",
  permission: "documents:print",
  input: z.object({ askFileId: z.uuid() }),
  href: (_, id) => `/printed/${id}`,
});

/** The jobs whose result is a printed file. */
export const PRINT_JOBS: ReadonlySet<string> = new Set([printCardsJob.name, printListJob.name]);
