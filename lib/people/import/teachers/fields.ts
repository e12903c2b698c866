import { HEADINGS } from "@/lib/people/import/fields";
import { headingReader } from "@/lib/people/imports/headings";

/** What a column of a list of teachers may mean. */
export const TEACHER_FIELDS = [
  "teacherNumber",
  "familyName",
  "personalName",
  "fullName",
  "khmerFamilyName",
  "khmerPersonalName",
  "khmerFullName",
  "gender",
  "dateOfBirth",
  "birthProvince",
  "citizenship",
  "schoolEmail",
  "personalEmail",
  "phone",
  "degree",
  "department",
  "profileStatus",
  "hiredOn",
  "endDate",
] as const;
export type TeacherField = (typeof TEACHER_FIELDS)[number];

const { number: _number, programme: _programme, startDate: _start, studyTime: _time, ...rest } = HEADINGS;
const { status, isMonk: _monk, isTransfer: _transfer, ...ofPeople } = rest;

const WORDS: Record<TeacherField, readonly string[]> = {
  ...ofPeople,
  fullName: [...ofPeople.fullName, "teacher name", "teacher", "ឈ្មោះសាស្ត្រាចារ្យ"],
  teacherNumber: ["number", "teacher number", "teacher id", "id", "no", "លេខសាស្ត្រាចារ្យ", "លេខ", "អត្តលេខ"],
  degree: [
    "degree",
    "terminal degree",
    "highest degree",
    "qualification",
    "education",
    "សញ្ញាបត្រ",
    "សញ្ញាបត្រខ្ពស់បំផុត",
    "កម្រិតវប្បធម៌",
  ],
  department: ["department", "department code", "faculty", "office", "ដេប៉ាតឺម៉ង់", "មហាវិទ្យាល័យ", "ការិយាល័យ"],
  profileStatus: [...status.filter((word) => !word.includes("student")), "teacher status"],
  hiredOn: ["start date", "since", "hired", "hired on", "first day", "ថ្ងៃចូលធ្វើការ", "ថ្ងៃចាប់ផ្ដើម"],
  endDate: ["end date", "until", "last day", "left on", "ថ្ងៃឈប់", "ថ្ងៃបញ្ចប់"],
};

const TEMPLATE: Partial<Record<TeacherField, readonly [heading: string, example: string]>> = {
  teacherNumber: ["Teacher number / លេខសាស្ត្រាចារ្យ", ""],
  familyName: ["Family name / នាមត្រកូល", "SOK"],
  personalName: ["Personal name / នាមខ្លួន", "DARA"],
  khmerFamilyName: ["Khmer family name / នាមត្រកូលខ្មែរ", "សុខ"],
  khmerPersonalName: ["Khmer personal name / នាមខ្លួនខ្មែរ", "ដារ៉ា"],
  gender: ["Gender / ភេទ", "F"],
  dateOfBirth: ["Date of birth / ថ្ងៃខែឆ្នាំកំណើត", "28/02/1985"],
  schoolEmail: ["School e-mail / អ៊ីមែលសាលា", "sok.dara@staff.example"],
  phone: ["Phone / លេខទូរស័ព្ទ", "012 345 678"],
  degree: ["Degree / សញ្ញាបត្រ", "Master"],
  department: ["Department / ដេប៉ាតឺម៉ង់", "LFAC"],
  profileStatus: ["Status / ស្ថានភាព", "Active"],
  hiredOn: ["Start date / ថ្ងៃចូលធ្វើការ", "01/09/2026"],
  endDate: ["End date / ថ្ងៃឈប់", ""],
};

export const teacherHeadings = headingReader(WORDS);

/** Headings in both languages, and the row that shows how cells are written. */
export function teacherTemplate(): { headings: string[]; example: string[] } {
  const columns = Object.values(TEMPLATE);
  return { headings: columns.map(([heading]) => heading), example: columns.map(([, example]) => example) };
}
