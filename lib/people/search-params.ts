import {
  createLoader,
  type inferParserType,
  parseAsBoolean,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { DEGREES } from "@/lib/people/kinds";
import { BIRTH_PROVINCES, STUDENT_STATUSES } from "@/lib/people/rules";
import { GENDERS, PROFILE_STATUSES, STUDY_TIMES } from "@/lib/people/schemas";
import {
  listParams,
  parseAsChoices,
  parseAsCodes,
  parseAsSort,
  parseAsYears,
} from "@/lib/platform/url/list-params";

/** What a student can lack: the lists of the registrar's home, and data that should be complete. */
export const STUDENT_GAPS = ["programme", "class", "phone", "photo", "khmerName", "dateOfBirth"] as const;

/** Levels of the language programmes: Pre (−2), Beginner (−1), 1 to 12. */
export const LEVELS = ["-2", "-1", ...Array.from({ length: 12 }, (_, place) => String(place + 1))];

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
  /** Levels in the current programme. */
  level: parseAsChoices(LEVELS),
  gender: parseAsChoices(GENDERS),
  province: parseAsChoices(BIRTH_PROVINCES.map((province) => province.code)),
  /** Years of birth and of admission, `1998-2004`, either end open. */
  born: parseAsYears,
  admitted: parseAsYears,
  /** Without a choice: the best match of a search, else the newest number. */
  sort: parseAsSort(STUDENT_SORTS),
};

export type StudentListParams = inferParserType<typeof studentListParams>;

/** Reads `searchParams` of a page or the query of a route; what does not fit counts as not given. */
export const loadStudentListParams = createLoader(studentListParams);

export const TEACHER_SORTS = ["number", "name", "status", "department", "degree", "since"] as const;
export const STAFF_SORTS = ["number", "name", "status", "department", "jobTitle", "since"] as const;

const profileParams = {
  ...listParams,
  status: parseAsChoices(PROFILE_STATUSES),
  /** Codes of departments; "none": who stands in none. */
  department: parseAsCodes,
};

/** URL state of the list of teachers. */
export const teacherListParams = {
  ...profileParams,
  degree: parseAsChoices(DEGREES),
  /** Codes of departments in which a teacher may teach today; "none": who may teach nowhere. */
  qualification: parseAsCodes,
  sort: parseAsSort(TEACHER_SORTS),
};

/** URL state of the list of staff. */
export const staffListParams = { ...profileParams, sort: parseAsSort(STAFF_SORTS) };

export type ProfileListParams = Omit<inferParserType<typeof teacherListParams>, "sort"> & {
  sort: inferParserType<typeof teacherListParams>["sort"] | inferParserType<typeof staffListParams>["sort"];
};

const loadTeacherListParams = createLoader(teacherListParams);
const loadStaffListParams = createLoader(staffListParams);

/** Reads the state of the list of teachers or staff; what does not fit counts as not given. */
export function loadProfileListParams(
  list: "teachers" | "staff",
  from: URLSearchParams | Record<string, string | string[] | undefined>,
): ProfileListParams {
  if (list === "teachers") return loadTeacherListParams(from);
  return { ...loadStaffListParams(from), degree: [], qualification: [] };
}
