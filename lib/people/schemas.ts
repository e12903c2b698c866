import { z } from "zod";
import { STUDENT_STATUSES } from "@/lib/people/rules";
import type { Gender, StudentStatus, StudyTime } from "@/lib/platform/db/generated/enums";

/** Genders that may be preferred (domain.md 2.1): M, F, N non-binary, X not said. */
export const GENDERS = ["M", "F", "N", "X"] as const satisfies readonly Gender[];
export const STUDY_TIMES = [
  "MORNING",
  "AFTERNOON",
  "EVENING",
  "WEEKEND",
] as const satisfies readonly StudyTime[];
export const RELATIONSHIPS = [
  "FATHER",
  "MOTHER",
  "SPOUSE",
  "PARTNER",
  "SIBLING",
  "GRANDPARENT",
  "GUARDIAN",
  "FRIEND",
  "OTHER",
] as const;

/** Whom a search looks for: students, teachers, or everybody. */
export const SEARCH_KINDS = ["student", "teacher", "any"] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** GET /api/v1/people/search */
export const searchQuery = z.strictObject({
  q: z.string().max(100),
  kind: z.enum(SEARCH_KINDS).default("student"),
  limit: z.coerce.number().int().min(1).max(50).default(10),
});

/** How a hit was found, from the surest to a guess. */
export type SearchMatch = "exact" | "beginning" | "alias" | "phone" | "similar";

/** What a picker needs to show the right person, and nothing personal (permission people:search). */
export type PersonHit = {
  personId: number;
  /** Student number with its zeros; null for somebody who is no student. */
  number: string | null;
  familyName: string;
  personalName: string;
  khmerFamilyName: string | null;
  khmerPersonalName: string | null;
  status: StudentStatus | null;
  /** Code of the current programme. */
  programme: string | null;
  studyTime: StudyTime | null;
  isTeacher: boolean;
  match: SearchMatch;
};

/** One row of the list of students. */
export type StudentRow = {
  id: number;
  number: string;
  familyName: string;
  personalName: string;
  khmerFamilyName: string | null;
  khmerPersonalName: string | null;
  /** True while the Khmer name is a guess that nobody confirmed: it is shown with an asterisk (domain.md 2.2). */
  approximated: boolean;
  gender: Gender;
  status: StudentStatus;
  programme: string | null;
  studyTime: StudyTime;
  isMonk: boolean;
  isTransfer: boolean;
};

export const studentStatus = z.enum(STUDENT_STATUSES);
