import type { printCardsJob } from "@/lib/people/print/jobs";
import { makeCards } from "@/lib/people/print/make-cards";
import type { JobWork } from "@/lib/platform/jobs/define";

export const work: JobWork<typeof printCardsJob> = (input, context) => makeCards(input, context);
