import {
  createLoader,
  type inferParserType,
  parseAsBoolean,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { listParams, parseAsChoices, parseAsSort } from "@/lib/platform/url/list-params";
import { CLASS_STATUSES, TERM_TYPES, TIMES_OF_DAY } from "./schemas";

/** How far ahead a term counts as beginning soon, in days. */
export const SOON_DAYS = 14;

export const CLASS_SORTS = ["code", "term", "left", "taken"] as const;
/** Terms that are not over, running ones, those that run or begin within SOON_DAYS, all. */
export const CLASS_PERIODS = ["open", "now", "soon", "all"] as const;
export const SEAT_FILTERS = ["free", "full", "waiting"] as const;
export const TIMETABLE_FILTERS = ["incomplete", "complete"] as const;

/** State of the list of classes in the URL; without a term it shows every term that is not over. */
export const classListParams = {
  ...listParams,
  sort: parseAsSort(CLASS_SORTS).withDefault({ column: "code", direction: "asc" }),
  term: parseAsString,
  when: parseAsStringLiteral(CLASS_PERIODS).withDefault("open"),
  type: parseAsStringLiteral(TERM_TYPES),
  status: parseAsChoices(CLASS_STATUSES),
  time: parseAsStringLiteral(TIMES_OF_DAY),
  seats: parseAsStringLiteral(SEAT_FILTERS),
  timetable: parseAsStringLiteral(TIMETABLE_FILTERS),
};

export type ClassListState = inferParserType<typeof classListParams>;
export const loadClassList = createLoader(classListParams);

/** Terms that a link to the copy of an offering names. */
export const loadDuplicateParams = createLoader({ from: parseAsString, to: parseAsString });

/** Whether the cancellation of a class takes those that are taught as one with it along. */
export const loadCancelParams = createLoader({ together: parseAsBoolean.withDefault(false) });
