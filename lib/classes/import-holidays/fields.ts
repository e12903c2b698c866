import { headingReader } from "@/lib/people/imports/headings";

/** What a column of a list of holidays may mean. */
export const HOLIDAY_FIELDS = [
  "firstDay",
  "lastDay",
  "holidayName",
  "holidayNameKm",
  "holidayNotes",
] as const;
export type HolidayField = (typeof HOLIDAY_FIELDS)[number];

export const holidayHeadings = headingReader({
  firstDay: [
    "first day",
    "date",
    "day",
    "from",
    "start",
    "start date",
    "ថ្ងៃដំបូង",
    "ថ្ងៃ",
    "កាលបរិច្ឆេទ",
    "ចាប់ពី",
    "ថ្ងៃចាប់ផ្ដើម",
  ],
  lastDay: ["last day", "to", "until", "end", "end date", "ថ្ងៃចុងក្រោយ", "ដល់", "ថ្ងៃបញ្ចប់"],
  holidayName: [
    "holiday",
    "name",
    "english name",
    "name in english",
    "public holiday",
    "ឈ្មោះអង់គ្លេស",
    "ឈ្មោះជាភាសាអង់គ្លេស",
  ],
  holidayNameKm: [
    "khmer name",
    "name in khmer",
    "khmer",
    "ឈ្មោះខ្មែរ",
    "ឈ្មោះជាភាសាខ្មែរ",
    "ពិធីបុណ្យ",
    "ឈ្មោះបុណ្យ",
    "ថ្ងៃឈប់សម្រាក",
  ],
  holidayNotes: ["note", "notes", "remark", "remarks", "កំណត់ចំណាំ"],
} satisfies Record<HolidayField, readonly string[]>);

/** Headings in both languages, and the row that shows how cells are written. */
export function holidayTemplate(year: number): { headings: string[]; example: string[] } {
  return {
    headings: [
      "First day / ថ្ងៃដំបូង",
      "Last day / ថ្ងៃចុងក្រោយ",
      "Holiday / ឈ្មោះជាភាសាអង់គ្លេស",
      "Khmer name / ឈ្មោះជាភាសាខ្មែរ",
      "Notes / កំណត់ចំណាំ",
    ],
    example: [`14/04/${year}`, `16/04/${year}`, "Khmer New Year", "ពិធីបុណ្យចូលឆ្នាំថ្មី ប្រពៃណីជាតិ", ""],
  };
}
