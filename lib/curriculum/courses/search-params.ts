import { createLoader, type inferParserType, parseAsString, parseAsStringLiteral } from "nuqs/server";
import {
  listParams,
  parseAsCodes,
  parseAsDay,
  parseAsPage,
  parseAsSort,
} from "@/lib/platform/url/list-params";

export const COURSE_SORTS = ["code", "title", "cycle", "credits", "unlocks"] as const;
/** Versions in force today, those that begin later, those that have ended, all. */
export const COURSE_PERIODS = ["now", "coming", "ended", "all"] as const;
export const COURSE_MARKS = ["foundation", "senior", "language"] as const;
export const REQUISITE_FILTERS = ["with", "without"] as const;

/** State of the list of courses in the URL. */
export const courseListParams = {
  ...listParams,
  sort: parseAsSort(COURSE_SORTS).withDefault({ column: "code", direction: "asc" }),
  when: parseAsStringLiteral(COURSE_PERIODS).withDefault("now"),
  cycle: parseAsCodes,
  programme: parseAsString,
  mark: parseAsStringLiteral(COURSE_MARKS),
  needs: parseAsStringLiteral(REQUISITE_FILTERS),
  offered: parseAsStringLiteral(["yes", "no"] as const),
};
export type CourseListState = inferParserType<typeof courseListParams>;
export const loadCourseList = createLoader(courseListParams);

/** Which version of a course its page shows: by its first day. */
export const loadCourseParams = createLoader({ from: parseAsDay });
/** Which students are listed, and the page of them. */
export const STUDENT_GROUPS = ["sits", "needs"] as const;
export const loadAffectedParams = createLoader({
  who: parseAsStringLiteral(STUDENT_GROUPS).withDefault("sits"),
  page: parseAsPage,
});
