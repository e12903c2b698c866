import type { Wanted } from "@/lib/curriculum/requirements/plan";
import { MAX_REQUIREMENTS } from "@/lib/curriculum/requirements/schemas";
import { Reading } from "@/lib/people/import/reading";
import type { ProblemCode, RowProblem } from "@/lib/people/import/schemas";
import { parseNumber } from "@/lib/people/import/values";
import type { Mapping } from "@/lib/people/imports/define";
import type { TableRow } from "@/lib/platform/spreadsheet/table";
import { REQUIREMENT_FIELDS } from "./fields";

/** What rows are compared with: programmes by code and name, courses in force on the day by code. */
export type Known = {
  programme(text: string): { code: string; isLanguage: boolean } | null;
  course(text: string): { courseId: number; courseCode: string; title: string } | null;
  from: string;
};

/** A row with what it says. */
export type Judged = {
  row: TableRow;
  problems: RowProblem[];
  programme: string | null;
  sequence: number | null;
  wanted: Wanted | null;
};

/** Reads a row by itself; what rows mean together says `listsOf`. */
export function judgeRow(row: TableRow, mapping: Mapping, known: Known): Judged {
  const reading = new Reading(row, mapping, REQUIREMENT_FIELDS);
  const place = (text: string) => {
    const number = parseNumber(text);
    return number !== null && number <= MAX_REQUIREMENTS ? number : null;
  };
  reading.take("sequence", place, "sequence_format");
  reading.take("lineName", (text) => (text.length <= 150 ? text : null), "too_long");
  const programme = reading.has("programme") ? known.programme(reading.text("programme")) : null;
  if (!reading.has("programme")) reading.say("programme", "missing_programme");
  else if (!programme) reading.say("programme", "unknown_programme");
  else if (programme.isLanguage) reading.say("programme", "programme_of_language");
  const course = reading.has("course") ? known.course(reading.text("course")) : null;
  if (!reading.has("course")) reading.say("course", "missing_course");
  else if (!course) reading.say("course", "unknown_course", { day: known.from });
  const { sequence, lineName } = reading.draft as { sequence?: number; lineName?: string };
  return {
    row,
    problems: reading.problems,
    programme: programme && !programme.isLanguage ? programme.code : null,
    sequence: sequence ?? null,
    wanted: course && {
      courseId: course.courseId,
      courseCode: course.courseCode,
      name: lineName ?? course.title,
    },
  };
}

/** Whether something about a row keeps it out. */
export const isWrong = ({ problems }: Pick<Judged, "problems">) =>
  problems.some(({ level }) => level === "error");

/** Says something about a row. */
export function say(
  judged: Judged,
  field: string | null,
  code: ProblemCode,
  params?: RowProblem["params"],
  level: RowProblem["level"] = "error",
): void {
  judged.problems.push({ row: judged.row.row, field, code, level, ...(params ? { params } : {}) });
}

/** Refuses every good row of a list that has a wrong one: a list is taken as a whole. */
export function refuseRest(list: readonly Judged[]): boolean {
  if (!list.some(isWrong)) return false;
  for (const judged of list) if (!isWrong(judged)) say(judged, null, "list_rejected");
  return true;
}

/**
 * The lists that rows make up: by programme, in the order of their places, where none is given in the order of the rows.
 * Courses and places that stand twice are told.
 */
export function listsOf(rows: readonly Judged[]): Map<string, Judged[]> {
  const lists = new Map<string, Judged[]>();
  for (const judged of rows) {
    if (judged.programme === null) continue;
    const list = lists.get(judged.programme) ?? [];
    const same = list.find(({ wanted }) => wanted && wanted.courseCode === judged.wanted?.courseCode);
    if (same) say(judged, "course", "requirement_twice", { other: same.row.row });
    const placed = list.find(({ sequence }) => sequence !== null && sequence === judged.sequence);
    if (placed) say(judged, "sequence", "sequence_twice", { other: placed.row.row });
    list.push(judged);
    lists.set(judged.programme, list);
  }
  for (const list of lists.values()) {
    for (const judged of list.slice(MAX_REQUIREMENTS))
      say(judged, null, "list_too_long", { limit: MAX_REQUIREMENTS });
    list.sort(
      (one, other) => (one.sequence ?? MAX_REQUIREMENTS + 1) - (other.sequence ?? MAX_REQUIREMENTS + 1),
    );
  }
  return lists;
}
