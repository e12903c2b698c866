import type { PeopleList } from "@/lib/people/lists/kinds";
import type { PersonField } from "@/lib/people/visible-fields";

/** How a value is told to people in a file for them; a code stays one in a file for machines. */
export type Words = "status" | "profileStatus" | "studyTime" | "gender" | "degree" | "yesNo" | "province";

/** A column of a list of people beyond what every row carries, or of its file. */
export type PeopleColumn = {
  /** Its name in the row of the list and in the file. */
  key: string;
  /** The column of the list that it belongs to, where that has another name: a name is four columns of a file. */
  of?: string;
  /** Who sees the group sees the column (visible-fields.ts). */
  field: PersonField;
  /** Over the aliases s or t (profile), p (person) and pr (programme of a student). */
  sql: string;
  words?: Words;
  /** In every row of the list, whoever asks for it; the others are read for those who show them. */
  always?: true;
};

const phone = "(SELECT ph.number FROM phone ph WHERE ph.person_id = p.id AND ph.is_preferred)";
const names: PeopleColumn[] = [
  { key: "familyName", of: "name", field: "name", sql: "p.family_name", always: true },
  { key: "personalName", of: "name", field: "name", sql: "p.personal_name", always: true },
  { key: "khmerFamilyName", of: "name", field: "name", sql: "p.khmer_family_name", always: true },
  { key: "khmerPersonalName", of: "name", field: "name", sql: "p.khmer_personal_name", always: true },
];
const gender: PeopleColumn = { key: "gender", field: "gender", sql: "p.gender", words: "gender" };
const dateOfBirth: PeopleColumn = { key: "dateOfBirth", field: "birth", sql: "p.date_of_birth" };
const birthProvince: PeopleColumn = {
  key: "birthProvince",
  field: "birth",
  sql: "p.birth_province",
  words: "province",
};
const reach: PeopleColumn[] = [
  { key: "phone", field: "phones", sql: phone },
  { key: "schoolEmail", field: "school_email", sql: "p.school_email::text" },
];
const personalEmail: PeopleColumn = { key: "personalEmail", field: "emails", sql: "p.personal_email::text" };
const level = `(SELECT max(pe.current_level) FROM programme_enrolment pe WHERE pe.student_id = s.person_id
  AND pe.programme_id = s.current_programme_id AND pe.status = 'ACTIVE')`;

const profile: PeopleColumn[] = [
  { key: "number", field: "number", sql: "t.number::text", always: true },
  ...names,
  gender,
  dateOfBirth,
  { key: "status", field: "status", sql: "t.status", words: "profileStatus", always: true },
  { key: "department", field: "programme", sql: "t.department_code", always: true },
];
const contracts: PeopleColumn[] = [
  { key: "since", field: "admission", sql: "t.start_date", always: true },
  { key: "until", field: "admission", sql: "t.end_date" },
];

/** The columns of each list in the order of its file; the headings are the messages `lists.columns.<key>`. */
export const PEOPLE_COLUMNS: Record<PeopleList, readonly PeopleColumn[]> = {
  students: [
    { key: "number", field: "number", sql: "s.number_label", always: true },
    ...names,
    { ...gender, always: true },
    dateOfBirth,
    { key: "status", field: "status", sql: "s.status", words: "status", always: true },
    { key: "statusSince", field: "status", sql: "s.status_since" },
    { key: "programme", field: "programme", sql: "pr.code", always: true },
    { key: "studyTime", field: "programme", sql: "s.study_time", words: "studyTime", always: true },
    { key: "isMonk", field: "monk", sql: "s.is_monk", words: "yesNo", always: true },
    { key: "isTransfer", field: "admission", sql: "s.is_transfer", words: "yesNo", always: true },
    ...reach,
    { key: "admittedOn", field: "admission", sql: "s.admitted_on" },
    birthProvince,
    personalEmail,
    { key: "level", field: "programme", sql: level },
  ],
  teachers: [
    ...profile,
    { key: "degree", field: "positions", sql: "t.terminal_degree", words: "degree", always: true },
    {
      key: "qualifications",
      field: "positions",
      sql: `(SELECT string_agg(qd.code, ', ' ORDER BY qd.code)
        FROM teaching_qualification q JOIN department qd ON qd.id = q.department_id
       WHERE q.teacher_id = t.person_id AND (q.valid_to IS NULL OR q.valid_to >= (now() AT TIME ZONE 'Asia/Phnom_Penh')::date))`,
    },
    ...contracts,
    ...reach,
    personalEmail,
  ],
  staff: [
    ...profile,
    { key: "jobTitle", field: "programme", sql: "t.job_title", always: true },
    ...contracts,
    ...reach,
    personalEmail,
  ],
};

/** The columns that a reader asked for by the names in the list, without those that belong to every row. */
export function readColumns(list: PeopleList, shown: readonly string[]): PeopleColumn[] {
  return PEOPLE_COLUMNS[list].filter((column) => !column.always && shown.includes(column.of ?? column.key));
}
