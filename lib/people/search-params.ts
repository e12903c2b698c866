import {
  createLoader,
  type inferParserType,
  parseAsBoolean,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { STUDENT_STATUSES } from "@/lib/people/rules";
import { STUDY_TIMES } from "@/lib/people/schemas";
import { listParams, parseAsChoices, parseAsCodes, parseAsSort } from "@/lib/platform/url/list-params";

/** What a student can lack; the list of the registrar's home. */
export const STUDENT_GAPS = ["programme", "class"] as const;

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
  /** Who has no current programme; who has a seat in no class of a term that is not over. */
  without: parseAsStringLiteral(STUDENT_GAPS),
  monk: parseAsBoolean,
  transfer: parseAsBoolean,
  /** Without a choice: the best match of a search, else the newest number. */
  sort: parseAsSort(STUDENT_SORTS),
};

export type StudentListParams = inferParserType<typeof studentListParams>;

/** Reads `searchParams` of a page or the query of a route; what does not fit counts as not given. */
export const loadStudentListParams = createLoader(studentListParams);
