import { headingOf, TEMPLATE_FIELDS } from "./fields";

/** An invented student, so that everybody sees how a cell is written. */
const EXAMPLE: Partial<Record<(typeof TEMPLATE_FIELDS)[number], string>> = {
  familyName: "SOK",
  personalName: "DARA",
  khmerFamilyName: "សុខ",
  khmerPersonalName: "ដារ៉ា",
  gender: "F",
  dateOfBirth: "28/02/2005",
  birthProvince: "Siem Reap",
  citizenship: "KH",
  personalEmail: "sok.dara@mail.example",
  phone: "012 345 678",
  startDate: "01/09/2026",
  studyTime: "Evening",
  status: "Active",
  isMonk: "No",
  isTransfer: "No",
};

/** Headings in both languages, and the row that shows how cells are written. */
export function importTemplate(programme: string): { headings: string[]; example: string[] } {
  return {
    headings: TEMPLATE_FIELDS.map(headingOf),
    example: TEMPLATE_FIELDS.map((field) => (field === "programme" ? programme : (EXAMPLE[field] ?? ""))),
  };
}
