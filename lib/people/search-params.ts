import { createLoader, type inferParserType, parseAsBoolean, parseAsString } from "nuqs/server";
import { STUDENT_STATUSES } from "@/lib/people/rules";
import { STUDY_TIMES } from "@/lib/people/schemas";
import { listParams, parseAsChoices, parseAsCodes, parseAsSort } from "@/lib/platform/url/list-params";

export const STUDENT_SORTS = ["number", "name", "status", "programme", "studyTime"] as const;

/** URL state of the list of students: page, table, chips and export read the same object. */
export const studentListParams = {
  ...listParams,
  status: parseAsChoices(STUDENT_STATUSES),
  /** Codes of programmes. */
  programme: parseAsCodes,
  studyTime: parseAsChoices(STUDY_TIMES),
  /** Code of a term: who has a place in a class of it, or a result. */
  term: parseAsString,
  monk: parseAsBoolean,
  transfer: parseAsBoolean,
  /** Without a choice: the best match of a search, else the newest number. */
  sort: parseAsSort(STUDENT_SORTS),
};

export type StudentListParams = inferParserType<typeof studentListParams>;

/** Reads `searchParams` of a page or the query of a route; what does not fit counts as not given. */
export const loadStudentListParams = createLoader(studentListParams);
