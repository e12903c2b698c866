import { Reading } from "@/lib/people/import/reading";
import type { ProblemCode, RowProblem } from "@/lib/people/import/schemas";
import { foldWord, parseAnswer } from "@/lib/people/import/values";
import type { Mapping } from "@/lib/people/imports/define";
import { digitsOf } from "@/lib/people/rules";
import type { TableRow } from "@/lib/platform/spreadsheet/table";
import { COURSE_FIELDS } from "../file-columns";
import { CODE_SHAPE, foldCode } from "../rules";
import { type ReadGroup, readRequisites } from "./read-requisites";

/** The values of one row; a field that the row leaves empty is absent. */
export type CourseDraft = {
  row: number;
  code?: string;
  title?: string;
  titleKm?: string;
  shortTitle?: string;
  cycle?: number;
  credits?: number;
  languageProgramme?: string;
  level?: number;
  prerequisites?: ReadGroup[];
  corequisites?: ReadGroup[];
  earliestTerm?: number;
  recommendedTerm?: number;
  latestTerm?: number;
  isFoundationYear?: boolean;
  isSeniorProject?: boolean;
  isOffered?: boolean;
  description?: string;
};

export type JudgedCourse = { row: TableRow; draft: CourseDraft; problems: RowProblem[] };

/** Cycles and language programmes by the words that mean them, folded. */
export type Places = { cycles: ReadonlyMap<string, number>; programmes: ReadonlyMap<string, string> };

const whole = (from: number, to: number) => (text: string) => {
  const sign = text.trim().startsWith("-") ? -1 : 1;
  const digits = digitsOf(text.trim().replace(/\.0+$/, ""));
  const value = /^\d{1,3}$/.test(digits) ? sign * Number(digits) : Number.NaN;
  return value >= from && value <= to ? value : null;
};
const atMost = (limit: number) => (text: string) => (text.trim().length <= limit ? text.trim() : null);
const toCode = (text: string) => {
  const code = foldCode(text);
  return CODE_SHAPE.test(code) && code.length <= 15 ? code : null;
};

/** Reads one row: values as stored, and what the row alone shows wrong. */
export function judgeCourse(row: TableRow, mapping: Mapping, places: Places): JudgedCourse {
  const reading = new Reading(row, mapping, COURSE_FIELDS);
  if (!reading.has("code")) reading.say("code", "missing_course_code");
  reading.take("code", toCode, "course_code_format");
  reading.take("title", atMost(150), "text_too_long");
  reading.take("titleKm", atMost(150), "text_too_long");
  reading.take("shortTitle", atMost(60), "text_too_long");
  reading.take("cycle", (text) => places.cycles.get(foldWord(text)), "unknown_cycle");
  reading.take("credits", whole(0, 12), "credits_format");
  reading.take(
    "languageProgramme",
    (text) => places.programmes.get(foldWord(text)),
    "unknown_language_programme",
  );
  reading.take("level", whole(-5, 30), "level_format");
  reading.take("prerequisites", readRequisites, "requisites_format");
  reading.take("corequisites", readRequisites, "requisites_format");
  for (const field of ["earliestTerm", "recommendedTerm", "latestTerm"])
    reading.take(field, whole(1, 30), "term_format");
  for (const field of ["isFoundationYear", "isSeniorProject", "isOffered"])
    reading.take(field, parseAnswer, "unknown_answer");
  reading.take("description", (text) => text.trim(), "text_too_long");
  return { row, draft: reading.draft as CourseDraft, problems: reading.problems };
}

/** Says what is wrong with a row that was read. */
export function say(
  judged: JudgedCourse,
  field: string | null,
  code: ProblemCode,
  params?: RowProblem["params"],
  level: RowProblem["level"] = "error",
): void {
  judged.problems.push({
    row: judged.row.row,
    field,
    code,
    level,
    ...(params ? { params } : {}),
  });
}

/** Whether a row is left out. */
export const isWrong = ({ problems }: JudgedCourse): boolean =>
  problems.some(({ level }) => level === "error");
