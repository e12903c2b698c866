export const CYCLES = { LANG: 1, BA: 2, MASTERS: 3 } as const;

/** Divisions and cycles of domain.md 1.1: id, code, English, Khmer (and for cycles the division and usual terms). */
export const divisions = [
  { id: 1, code: "LANG", name: "Language", nameKm: "ផ្នែកភាសា" },
  { id: 2, code: "ACAD", name: "Academic", nameKm: "ផ្នែកឧត្តមសិក្សា" },
] as const;

export const cycles = [
  { id: CYCLES.LANG, divisionId: 1, code: "LANG", name: "Language", nameKm: "ភាសា", rank: 1, terms: 6 },
  { id: CYCLES.BA, divisionId: 2, code: "BA", name: "Bachelor", nameKm: "បរិញ្ញាបត្រ", rank: 2, terms: 16 },
  {
    id: CYCLES.MASTERS,
    divisionId: 2,
    code: "MASTERS",
    name: "Master",
    nameKm: "បរិញ្ញាបត្រជាន់ខ្ពស់",
    rank: 3,
    terms: 8,
  },
] as const;

export type ProgrammeRow = {
  id: number;
  code: string;
  cycleId: number;
  name: string;
  nameKm: string;
  kind: "ACADEMIC" | "LANGUAGE";
  award: string;
  faculty: string | null;
  credits: number | null;
  isActive: boolean;
};

type Draft = Omit<ProgrammeRow, "id" | "kind" | "isActive">;

const drafts: readonly Draft[] = [
  {
    code: "BUSADMIN",
    cycleId: CYCLES.BA,
    name: "Business Administration",
    nameKm: "គ្រប់គ្រងពាណិជ្ជកម្ម",
    award: "BA",
    faculty: "BE",
    credits: 130,
  },
  {
    code: "TOUR-HOSP",
    cycleId: CYCLES.BA,
    name: "Tourism and Hospitality Management",
    nameKm: "គ្រប់គ្រងទេសចរណ៍ និងបដិសណ្ឋារកិច្ច",
    award: "BA",
    faculty: "BE",
    credits: 130,
  },
  {
    code: "FIN-BANK",
    cycleId: CYCLES.BA,
    name: "Finance and Banking",
    nameKm: "ហិរញ្ញវត្ថុ និងធនាគារ",
    award: "BA",
    faculty: "BE",
    credits: 130,
  },
  {
    code: "TESOL",
    cycleId: CYCLES.BA,
    name: "Teaching English to Speakers of Other Languages",
    nameKm: "ការបង្រៀនភាសាអង់គ្លេស",
    award: "BA",
    faculty: "EDUC",
    credits: 130,
  },
  {
    code: "IR",
    cycleId: CYCLES.BA,
    name: "International Relations",
    nameKm: "ទំនាក់ទំនងអន្តរជាតិ",
    award: "BA",
    faculty: "SSIR",
    credits: 130,
  },
  {
    code: "BUSADMIN-AA",
    cycleId: CYCLES.BA,
    name: "Business Administration (Associate)",
    nameKm: "បរិញ្ញាបត្ររង គ្រប់គ្រងពាណិជ្ជកម្ម",
    award: "AA",
    faculty: "BE",
    credits: 66,
  },
  {
    code: "MBA",
    cycleId: CYCLES.MASTERS,
    name: "Master of Business Administration",
    nameKm: "បរិញ្ញាបត្រជាន់ខ្ពស់ គ្រប់គ្រងពាណិជ្ជកម្ម",
    award: "MBA",
    faculty: "BE",
    credits: 54,
  },
  {
    code: "MED-LEAD",
    cycleId: CYCLES.MASTERS,
    name: "Master of Education in Leadership",
    nameKm: "បរិញ្ញាបត្រជាន់ខ្ពស់ អប់រំ ឯកទេសភាពជាអ្នកដឹកនាំ",
    award: "MEd",
    faculty: "EDUC",
    credits: 54,
  },
  {
    code: "MED-TESOL",
    cycleId: CYCLES.MASTERS,
    name: "Master of Education in TESOL",
    nameKm: "បរិញ្ញាបត្រជាន់ខ្ពស់ អប់រំ ឯកទេសបង្រៀនភាសាអង់គ្លេស",
    award: "MEd",
    faculty: "EDUC",
    credits: 54,
  },
  {
    code: "IEAP",
    cycleId: CYCLES.LANG,
    name: "Intensive English for Academic Purposes",
    nameKm: "ភាសាអង់គ្លេសសម្រាប់ឧត្តមសិក្សា",
    award: "CERT",
    faculty: "IFL",
    credits: 1,
  },
  {
    code: "EHSS",
    cycleId: CYCLES.LANG,
    name: "English for High School Students",
    nameKm: "ភាសាអង់គ្លេសសម្រាប់សិស្សវិទ្យាល័យ",
    award: "CERT",
    faculty: "IFL",
    credits: 1,
  },
  {
    code: "GESL",
    cycleId: CYCLES.LANG,
    name: "General English as a Second Language",
    nameKm: "ភាសាអង់គ្លេសទូទៅ",
    award: "CERT",
    faculty: "IFL",
    credits: 1,
  },
  {
    code: "EXPRESS",
    cycleId: CYCLES.LANG,
    name: "Express Weekend English",
    nameKm: "ភាសាអង់គ្លេសចុងសប្ដាហ៍",
    award: "NONE",
    faculty: "IFL",
    credits: 1,
  },
  {
    code: "IELTS",
    cycleId: CYCLES.LANG,
    name: "IELTS Preparation",
    nameKm: "ត្រៀមប្រឡង IELTS",
    award: "NONE",
    faculty: "IFL",
    credits: null,
  },
];

/** The programmes of domain.md 1.1; IELTS is on file but closed. */
export function makeProgrammes(): ProgrammeRow[] {
  return drafts.map((draft, index) => ({
    id: index + 1,
    ...draft,
    kind: draft.cycleId === CYCLES.LANG ? "LANGUAGE" : "ACADEMIC",
    isActive: draft.code !== "IELTS",
  }));
}
