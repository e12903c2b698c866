import { requisitesText } from "./rules";
import type { CourseFileRow } from "./schemas";

/** The columns of a file of courses, in both languages: what was taken out can be mended and loaded again. */
const COLUMNS = {
  code: "Code / លេខកូដ",
  title: "Title / ចំណងជើង",
  titleKm: "Khmer title / ចំណងជើងជាភាសាខ្មែរ",
  shortTitle: "Short title / ចំណងជើងខ្លី",
  cycle: "Cycle / កម្រិតសញ្ញាបត្រ",
  credits: "Credits / ក្រេឌីត",
  languageProgramme: "Language programme / កម្មវិធីភាសា",
  level: "Level / កម្រិត",
  prerequisites: "Prerequisites / មុខវិជ្ជាតម្រូវមុន",
  corequisites: "Co-requisites / មុខវិជ្ជាត្រូវរៀនព្រមគ្នា",
  earliestTerm: "Earliest term / ឆមាសដំបូងបំផុត",
  recommendedTerm: "Best term / ឆមាសសមស្របបំផុត",
  latestTerm: "Latest term / ឆមាសចុងក្រោយបំផុត",
  isFoundationYear: "Foundation year / ឆ្នាំសិក្សាមូលដ្ឋាន",
  isSeniorProject: "Senior project / គម្រោងបញ្ចប់ការសិក្សា",
  isOffered: "Offered / បើកបង្រៀន",
  description: "Description / សេចក្ដីពិពណ៌នា",
} as const;

export type CourseField = keyof typeof COLUMNS;
export const COURSE_FIELDS = Object.keys(COLUMNS) as CourseField[];
export const COURSE_HEADINGS: readonly string[] = Object.values(COLUMNS);

const yesNo = (value: boolean) => (value ? "Yes" : "No");
const number = (value: number | null) => (value === null ? "" : String(value));

/** A course as a row of the file, in the order of the headings. */
export function courseCells(row: CourseFileRow): string[] {
  const of = (kind: "PREREQUISITE" | "COREQUISITE") =>
    requisitesText(row.requisites.filter((each) => each.kind === kind));
  const cells: Record<CourseField, string> = {
    code: row.code,
    title: row.title,
    titleKm: row.titleKm ?? "",
    shortTitle: row.shortTitle,
    cycle: row.cycleCode,
    credits: String(row.credits),
    languageProgramme: row.programmeCode ?? "",
    level: number(row.level),
    prerequisites: of("PREREQUISITE"),
    corequisites: of("COREQUISITE"),
    earliestTerm: number(row.earliestTerm),
    recommendedTerm: number(row.recommendedTerm),
    latestTerm: number(row.latestTerm),
    isFoundationYear: yesNo(row.isFoundationYear),
    isSeniorProject: yesNo(row.isSeniorProject),
    isOffered: yesNo(row.isActive),
    description: row.description ?? "",
  };
  return COURSE_FIELDS.map((field) => cells[field]);
}

/** An invented course, so that everybody sees how a cell is written. */
const EXAMPLE: Partial<Record<CourseField, string>> = {
  code: "ENGL-102",
  title: "English Composition II",
  titleKm: "តែងសេចក្ដីភាសាអង់គ្លេស 2",
  shortTitle: "English Composition II",
  cycle: "BA",
  credits: "3",
  prerequisites: "ENGL-101 (C) & MATH-101 / STAT-101",
  isFoundationYear: "Yes",
  isSeniorProject: "No",
  isOffered: "Yes",
};
/** The invented course in the order of the headings. */
export const COURSE_EXAMPLE: readonly string[] = COURSE_FIELDS.map((field) => EXAMPLE[field] ?? "");
