import { headingReader } from "@/lib/people/imports/headings";

/**
 * What a column of an import may mean. `fullName` and `khmerFullName` are split, family name first; everything else
 * is one value. Its name is the message `import.fields.<key>`.
 */
export const IMPORT_FIELDS = [
  "number",
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
  "programme",
  "startDate",
  "studyTime",
  "status",
  "isMonk",
  "isTransfer",
] as const;

export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Headings that mean a field, folded: English, Khmer, and the abbreviations found in lists of the offices. */
export const HEADINGS: Record<ImportField, readonly string[]> = {
  number: [
    "number",
    "student number",
    "student no",
    "student id",
    "id",
    "id number",
    "no id",
    "stu id",
    "studentid",
    "លេខនិស្សិត",
    "អត្តលេខ",
    "អត្តលេខនិស្សិត",
    "លេខសម្គាល់",
  ],
  familyName: [
    "family name",
    "surname",
    "last name",
    "lastname",
    "familyname",
    "family",
    "នាមត្រកូល",
    "គោត្តនាម",
    "គោត្តនាមឡាតាំង",
    "នាមត្រកូលឡាតាំង",
    "គោត្តនាមជាអក្សរឡាតាំង",
  ],
  personalName: [
    "personal name",
    "given name",
    "given names",
    "first name",
    "firstname",
    "personalname",
    "នាមខ្លួន",
    "នាម",
    "នាមខ្លួនឡាតាំង",
    "នាមឡាតាំង",
    "នាមខ្លួនជាអក្សរឡាតាំង",
  ],
  fullName: [
    "name",
    "full name",
    "fullname",
    "student name",
    "latin name",
    "english name",
    "name in latin",
    "name in english",
    "ឈ្មោះ",
    "ឈ្មោះឡាតាំង",
    "ឈ្មោះជាអក្សរឡាតាំង",
    "នាមនិងគោត្តនាមឡាតាំង",
  ],
  khmerFamilyName: [
    "khmer family name",
    "family name khmer",
    "family name in khmer",
    "khmer surname",
    "surname khmer",
    "នាមត្រកូលខ្មែរ",
    "គោត្តនាមខ្មែរ",
    "គោត្តនាមជាភាសាខ្មែរ",
    "នាមត្រកូលជាភាសាខ្មែរ",
  ],
  khmerPersonalName: [
    "khmer personal name",
    "personal name khmer",
    "personal name in khmer",
    "khmer given name",
    "given name khmer",
    "khmer first name",
    "នាមខ្លួនខ្មែរ",
    "នាមខ្មែរ",
    "នាមខ្លួនជាភាសាខ្មែរ",
  ],
  khmerFullName: [
    "khmer name",
    "name khmer",
    "name in khmer",
    "khmer full name",
    "ឈ្មោះខ្មែរ",
    "ឈ្មោះជាភាសាខ្មែរ",
    "គោត្តនាមនិងនាម",
    "នាមនិងគោត្តនាម",
    "គោត្តនាម នាម",
  ],
  gender: ["gender", "sex", "ភេទ"],
  dateOfBirth: [
    "date of birth",
    "dob",
    "birth date",
    "birthdate",
    "birthday",
    "born",
    "ថ្ងៃខែឆ្នាំកំណើត",
    "ថ្ងៃកំណើត",
    "ថ្ងៃ ខែ ឆ្នាំកំណើត",
  ],
  birthProvince: [
    "birth province",
    "province",
    "province of birth",
    "place of birth",
    "pob",
    "birthplace",
    "birth place",
    "ខេត្តកំណើត",
    "ទីកន្លែងកំណើត",
    "ខេត្ត",
    "រាជធានីខេត្តកំណើត",
  ],
  citizenship: ["citizenship", "nationality", "country", "សញ្ជាតិ"],
  schoolEmail: [
    "school email",
    "student email",
    "university email",
    "school e mail",
    "អ៊ីមែលសាលា",
    "អ៊ីមែលសាកលវិទ្យាល័យ",
  ],
  personalEmail: [
    "email",
    "e mail",
    "email address",
    "personal email",
    "private email",
    "mail",
    "personal e mail",
    "អ៊ីមែល",
    "អ៊ីមែលផ្ទាល់ខ្លួន",
  ],
  phone: [
    "phone",
    "phone number",
    "telephone",
    "tel",
    "mobile",
    "mobile phone",
    "contact number",
    "cell phone",
    "លេខទូរស័ព្ទ",
    "ទូរស័ព្ទ",
    "លេខទូរសព្ទ",
    "ទូរសព្ទ",
  ],
  programme: [
    "programme",
    "program",
    "major",
    "programme code",
    "program code",
    "course of study",
    "field of study",
    "កម្មវិធីសិក្សា",
    "កម្មវិធី",
    "ជំនាញ",
    "មុខជំនាញ",
  ],
  startDate: [
    "start date",
    "started",
    "programme start",
    "admission date",
    "admitted",
    "entry date",
    "enrolment date",
    "enrollment date",
    "ថ្ងៃចូលរៀន",
    "ថ្ងៃចាប់ផ្ដើម",
    "ថ្ងៃចាប់ផ្តើម",
    "កាលបរិច្ឆេទចូលរៀន",
  ],
  studyTime: ["study time", "shift", "session", "time", "study shift", "វេន", "វេនសិក្សា", "ម៉ោងសិក្សា"],
  status: ["status", "student status", "ស្ថានភាព", "ស្ថានភាពនិស្សិត"],
  isMonk: ["monk", "is monk", "ព្រះសង្ឃ", "បព្វជិត"],
  isTransfer: ["transfer", "transfer student", "is transfer", "ផ្ទេរ", "និស្សិតផ្ទេរ", "និស្សិតផ្ទេរចូល"],
};

const reader = headingReader(HEADINGS);

/** The first English and Khmer heading of a field, for the template. */
export function headingOf(field: ImportField): string {
  return TEMPLATE_HEADINGS[field];
}

const TEMPLATE_HEADINGS: Record<ImportField, string> = {
  number: "Student number / លេខនិស្សិត",
  familyName: "Family name / នាមត្រកូល",
  personalName: "Personal name / នាមខ្លួន",
  fullName: "Name / ឈ្មោះ",
  khmerFamilyName: "Khmer family name / នាមត្រកូលខ្មែរ",
  khmerPersonalName: "Khmer personal name / នាមខ្លួនខ្មែរ",
  khmerFullName: "Khmer name / ឈ្មោះខ្មែរ",
  gender: "Gender / ភេទ",
  dateOfBirth: "Date of birth / ថ្ងៃខែឆ្នាំកំណើត",
  birthProvince: "Birth province / ខេត្តកំណើត",
  citizenship: "Citizenship / សញ្ជាតិ",
  schoolEmail: "School e-mail / អ៊ីមែលសាលា",
  personalEmail: "E-mail / អ៊ីមែល",
  phone: "Phone / លេខទូរស័ព្ទ",
  programme: "Programme / កម្មវិធីសិក្សា",
  startDate: "Start date / ថ្ងៃចូលរៀន",
  studyTime: "Study time / វេនសិក្សា",
  status: "Status / ស្ថានភាព",
  isMonk: "Monk / ព្រះសង្ឃ",
  isTransfer: "Transfer student / និស្សិតផ្ទេរ",
};

/** Fields that the template offers: without those that only other people's lists have. */
export const TEMPLATE_FIELDS: readonly ImportField[] = IMPORT_FIELDS.filter(
  (field) => field !== "fullName" && field !== "khmerFullName",
);

/** The field that a heading means, in English, Khmer or both ("Gender / ភេទ"); null when it is not known. */
export const fieldOfHeading = reader.fieldOf as (heading: string) => ImportField | null;

/** Which column (place from 0) holds which field; a field that no column holds is absent. */
export type ImportMapping = Partial<Record<ImportField, number>>;

/** Guesses the mapping from a row of headings; of two columns with one meaning the left one wins. */
export const guessMapping = reader.guessMapping as (headings: readonly string[]) => ImportMapping;

/** How many headings of a row are known: finds the row of headings below titles and logos. */
export const knownHeadings = reader.knownHeadings;
