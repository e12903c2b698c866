import "server-only";
import { foldWord } from "@/lib/people/import/values";
import { readCells } from "@/lib/people/imports/cells";
import { runList } from "@/lib/people/imports/run-list";
import type { ImportSummary } from "@/lib/people/imports/summary";
import type { Actor } from "@/lib/platform/access/actor";
import type { ChangeSetContext } from "@/lib/platform/change-sets/define";
import { campusToday } from "@/lib/platform/dates/campus";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { curriculumLists } from "../../import-area";
import { isWrong, type JudgedCourse, judgeCourse, type Places, say } from "./judge";
import type { CourseImportInput } from "./kind";
import { writeCourse } from "./write";
import { takeRequisites } from "./write-requisites";

/** Rows of a file, at most: the campus has some hundred courses. */
const MAX_ROWS = 5_000;

export type Done = "added" | "updated" | "unchanged";

/**
 * The import of courses, for preview and apply: first all courses, then what they ask for, since a course may ask for
 * one that stands further down.
 */
export async function run(
  tx: Tx,
  actor: Actor,
  input: CourseImportInput,
  context: ChangeSetContext,
): Promise<ImportSummary> {
  const { from } = input.options;
  if (input.read.rows > MAX_ROWS)
    throw new AppError("too_large", "import.too_many_rows", { params: { limit: MAX_ROWS } });
  if (from < campusToday()) throw new AppError("invalid", "curriculum.from_today_on");
  const places = await readPlaces(tx);
  const rows: JudgedCourse[] = [];
  for await (const row of readCells(input.read)) rows.push(judgeCourse(row, input.mapping, places));
  refuseTwice(rows);
  const done = new Map<JudgedCourse, Done>();
  for (const [place, judged] of rows.entries()) {
    if (!isWrong(judged)) done.set(judged, await writeCourse(tx, judged, from));
    if (place % 50 === 0) await context.progress(place, rows.length, "writing");
  }
  for (const judged of rows) {
    if (isWrong(judged)) continue;
    const changed = await takeRequisites(tx, judged, from);
    if (changed && done.get(judged) === "unchanged") done.set(judged, "updated");
  }
  const judgedOf = new Map(rows.map((judged) => [judged.row.row, judged]));
  return runList(
    actor,
    input,
    context,
    async (batch, tally) => {
      const taken = batch.flatMap((row) => judgedOf.get(row.row) ?? []);
      for (const judged of taken) {
        tally.rows += 1;
        if (isWrong(judged)) tally.rejected += 1;
        else tally[done.get(judged) ?? "unchanged"] += 1;
        if (!isWrong(judged) && judged.problems.length > 0) tally.flagged += 1;
      }
      return taken;
    },
    curriculumLists,
  );
}

/** A code that stands twice says two things about one course: both rows are left out. */
function refuseTwice(rows: readonly JudgedCourse[]): void {
  for (const same of Map.groupBy(rows, ({ draft }) => draft.code).values()) {
    if (same.length < 2 || same[0]?.draft.code === undefined) continue;
    for (const judged of same) {
      const other = same.find((each) => each !== judged)?.row.row ?? 0;
      say(judged, "code", "course_code_twice", { course: judged.draft.code ?? "", other });
    }
  }
}

async function readPlaces(tx: Tx): Promise<Places> {
  const cycles = await tx.cycle.findMany({ select: { id: true, code: true, name: true, nameKm: true } });
  const programmes = await tx.programme.findMany({
    where: { kind: "LANGUAGE" },
    select: { code: true, name: true, nameKm: true },
  });
  return {
    cycles: new Map(
      cycles.flatMap(({ id, ...words }) => Object.values(words).map((word) => [foldWord(word), id] as const)),
    ),
    programmes: new Map(
      programmes.flatMap((words) =>
        Object.values(words).map((word) => [foldWord(word), words.code] as const),
      ),
    ),
  };
}
