import { readNames } from "@/lib/people/import/parse-row";
import { Reading } from "@/lib/people/import/reading";
import type { RowProblem } from "@/lib/people/import/schemas";
import {
  dictionary,
  foldWord,
  parseCitizenship,
  parseEmail,
  parseGender,
  parseNumber,
  parseProvince,
  parseWrittenDay,
} from "@/lib/people/import/values";
import type { Mapping } from "@/lib/people/imports/define";
import { DEGREES } from "@/lib/people/kinds";
import { isPhone, isPossibleBirthDate, provinceFitsCitizenship } from "@/lib/people/rules";
import { PROFILE_STATUSES } from "@/lib/people/schemas";
import type { Day } from "@/lib/platform/dates/day";
import type { Gender, TeacherStatus, TerminalDegree } from "@/lib/platform/db/generated/enums";
import type { TableRow } from "@/lib/platform/spreadsheet/table";
import { TEACHER_FIELDS } from "./fields";

/** The values of one row; a field that the row leaves empty is absent. */
export type TeacherDraft = {
  row: number;
  teacherNumber?: number;
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
  degree?: TerminalDegree;
  /** As written; the code is found for many rows at once. */
  department?: string;
  profileStatus?: TeacherStatus;
  hiredOn?: Day;
  endDate?: Day;
};

const DEGREE_WORDS = dictionary<TerminalDegree>([
  ...DEGREES.map((degree) => [degree, [degree]] as const),
  ["BACHELOR", ["bachelor degree", "bachelors", "ba", "bsc", "bed", "បរិញ្ញាបត្រ"]],
  ["MASTER", ["master degree", "masters", "ma", "msc", "mba", "med", "បរិញ្ញាបត្រជាន់ខ្ពស់"]],
  ["DOCTORATE", ["phd", "doctor", "dr", "edd", "បណ្ឌិត"]],
  ["OTHER", ["ផ្សេងទៀត"]],
]);

const STATUS_WORDS = dictionary<TeacherStatus>([
  ...PROFILE_STATUSES.map((status) => [status, [status.replace("_", " ")]] as const),
  ["ACTIVE", ["working", "កំពុងបម្រើការ", "កំពុងបង្រៀន"]],
  ["ON_LEAVE", ["leave", "កំពុងឈប់សម្រាក", "ឈប់សម្រាក"]],
  ["INACTIVE", ["left", "មិនសកម្ម", "ឈប់"]],
  ["SUSPENDED", ["ត្រូវបានព្យួរ", "ព្យួរ"]],
]);

/** Reads one row by the mapping, as `parseRow` does for students: values as stored, and what the row alone shows wrong. */
export function parseTeacher(
  row: TableRow,
  mapping: Mapping,
  today: Day,
): { draft: TeacherDraft; problems: RowProblem[] } {
  const reading = new Reading(row, mapping, TEACHER_FIELDS);
  readNames(reading);
  reading.take("teacherNumber", parseNumber, "number_format");
  reading.take("gender", parseGender, "unknown_gender");
  reading.take("birthProvince", parseProvince, "unknown_province");
  reading.take("citizenship", parseCitizenship, "unknown_citizenship");
  reading.take("schoolEmail", parseEmail, "email_format");
  reading.take("personalEmail", parseEmail, "email_format");
  reading.take("phone", (text) => (isPhone(text) ? text.trim() : null), "phone_format");
  reading.take("degree", (text) => DEGREE_WORDS.get(foldWord(text)) ?? null, "unknown_degree");
  reading.take("department", (text) => text, "unknown_department");
  reading.take("profileStatus", (text) => STATUS_WORDS.get(foldWord(text)) ?? null, "unknown_status");
  reading.take("dateOfBirth", parseWrittenDay, "date_format");
  reading.take("hiredOn", parseWrittenDay, "date_format");
  reading.take("endDate", parseWrittenDay, "date_format");
  const draft = reading.draft as TeacherDraft;
  if (draft.dateOfBirth && !isPossibleBirthDate(draft.dateOfBirth, today))
    reading.say("dateOfBirth", "date_of_birth_unlikely");
  if (draft.hiredOn && draft.endDate && draft.endDate < draft.hiredOn)
    reading.say("endDate", "end_before_start");
  if (
    draft.citizenship &&
    draft.birthProvince &&
    !provinceFitsCitizenship(draft.birthProvince, draft.citizenship)
  )
    reading.say("birthProvince", "province_of_foreigner");
  return { draft, problems: reading.problems };
}
