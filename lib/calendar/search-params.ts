import { createLoader, createParser, type inferParserType, parseAsStringLiteral } from "nuqs/server";
import { TERM_TYPES } from "@/lib/calendar/term-days";
import { listParams, parseAsSort } from "@/lib/platform/url/list-params";

export const TERM_SORTS = ["start", "end", "code"] as const;
/** Terms that are not over, running, coming, over, all. */
export const TERM_PERIODS = ["open", "now", "coming", "over", "all"] as const;

/** State of the list of terms in the URL. */
export const termListParams = {
  ...listParams,
  sort: parseAsSort(TERM_SORTS).withDefault({ column: "start", direction: "desc" }),
  type: parseAsStringLiteral(TERM_TYPES),
  when: parseAsStringLiteral(TERM_PERIODS).withDefault("all"),
};
export type TermListState = inferParserType<typeof termListParams>;
export const loadTermList = createLoader(termListParams);

/** Type of a new term. */
export const loadNewTerm = createLoader({ type: parseAsStringLiteral(TERM_TYPES) });

const parseAsYear = createParser<number>({
  parse: (text) => (/^(?:20|21)\d\d$/.test(text) ? Number(text) : null),
  serialize: String,
});

/** The year whose holidays are listed; without one that of today. */
export const loadHolidayList = createLoader({ year: parseAsYear });
