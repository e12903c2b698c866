import { z } from "zod";
import type { Day } from "@/lib/platform/dates/day";
import type { Gender, StudentStatus, StudyTime } from "@/lib/platform/db/generated/enums";
import { IMPORT_FIELDS } from "./fields";

const existing = z.enum(["update", "reject"]).default("reject");

/** Whether a row whose number is on file changes that record, or is rejected: all that some kinds of list ask. */
export const existingOption = z.object({ existing }).strict();
export type ExistingOption = z.infer<typeof existingOption>;

/** What to do with the rows of a file, beyond its columns. */
export const importOptions = z
  .object({
    /** A number that is on file: update that student, or reject the row. */
    existing,
    /** Code of the programme for rows that name none. */
    programme: z.string().max(40).nullable().default(null),
    /** Start of the studies for rows that name none; YYYY-MM-DD. */
    startDate: z.iso.date(),
    studyTime: z.enum(["MORNING", "AFTERNOON", "EVENING", "WEEKEND"]).default("EVENING"),
  })
  .strict();
export type ImportOptions = z.infer<typeof importOptions>;

export const importMapping = z.partialRecord(z.enum(IMPORT_FIELDS), z.number().int().min(0).max(199));

/** The values of one row; a field that the row leaves empty is absent. */
export type StudentDraft = {
  row: number;
  number?: number;
  familyName?: string;
  personalName?: string;
  khmerFamilyName?: string;
  khmerPersonalName?: string;
  gender?: Gender;
  dateOfBirth?: Day;
  birthProvince?: string;
  citizenship?: string;
  schoolEmail?: string;
  personalEmail?: string;
  phone?: string;
  programme?: string;
  startDate?: Day;
  studyTime?: StudyTime;
  status?: StudentStatus;
  isMonk?: boolean;
  isTransfer?: boolean;
};

/** Every way a row can be wrong; the sentence of each is the message `import.problems.<code>`. */
export const PROBLEM_CODES = [
  "missing_name",
  "name_letters",
  "khmer_letters",
  "too_long",
  "number_format",
  "number_twice",
  "number_on_file",
  "number_far",
  "same_person_twice",
  "person_on_file",
  "email_format",
  "email_twice",
  "email_on_file",
  "date_format",
  "date_of_birth_unlikely",
  "start_date_unlikely",
  "unknown_gender",
  "unknown_province",
  "province_of_foreigner",
  "unknown_citizenship",
  "unknown_programme",
  "programme_inactive",
  "missing_programme",
  "unknown_status",
  "status_move",
  "unknown_study_time",
  "unknown_answer",
  "phone_format",
  "formula_text",
  "formula_value",
  "error_value",
  "name_differs",
  "similar_person",
  "missing_number",
  "unknown_number",
  "unknown_degree",
  "unknown_department",
  "missing_degree",
  "missing_start",
  "end_before_start",
  "contact_incomplete",
  "unknown_relationship",
  "nothing_to_take",
  // Lists of holidays.
  "missing_day",
  "day_far",
  "missing_holiday_name",
  "holiday_twice",
  "holiday_too_long",
  "holiday_ambiguous",
  // Lists of requirements of a degree.
  "programme_of_language",
  "programme_completed",
  "missing_course",
  "unknown_course",
  "requirement_twice",
  "sequence_format",
  "sequence_twice",
  "list_too_long",
  "later_change",
  "list_rejected",
  "students_affected",
  "missing_course_code",
  "course_code_format",
  "course_code_twice",
  "text_too_long",
  "unknown_cycle",
  "missing_cycle",
  "credits_format",
  "unknown_language_programme",
  "level_format",
  "level_needs_programme",
  "requisites_format",
  "requisite_circle",
  "unknown_requisite",
  "requisites_left",
  "term_format",
  "terms_order",
  "missing_title",
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** One thing that is wrong with a row. An error rejects the row; a warning lets it in and is shown. */
export type RowProblem = {
  row: number;
  /** One of the fields of its kind of list; null for the whole row. */
  field: string | null;
  code: ProblemCode;
  level: "error" | "warning";
  /** What stood in the cell, shortened. */
  value?: string;
  params?: Record<string, string | number>;
};
