import "server-only";
import { curriculumLists } from "@/lib/curriculum/import-area";
import { isEmptyPlan, laterChanges, planList, rowsOn, type Wanted } from "@/lib/curriculum/requirements/plan";
import { lockList, writePlan } from "@/lib/curriculum/requirements/write";
import { foldWord } from "@/lib/people/import/values";
import { readCells } from "@/lib/people/imports/cells";
import { runList } from "@/lib/people/imports/run-list";
import type { ImportSummary, Tally } from "@/lib/people/imports/summary";
import type { Actor } from "@/lib/platform/access/actor";
import type { ChangeSetContext } from "@/lib/platform/change-sets/define";
import { dayToDb } from "@/lib/platform/dates/campus";
import { addDays } from "@/lib/platform/dates/day";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { affectedIn } from "@/lib/studies/requirements/affected";
import { isWrong, type Judged, judgeRow, type Known, listsOf, refuseRest, say } from "./judge";
import type { RequirementImportInput } from "./kind";

/** Rows of a file, at most: all degrees of the campus have a few hundred. */
const MAX_ROWS = 5_000;

/** The import of lists of degrees, for preview and apply: the rows together make up lists, so they are read first. */
export async function run(
  tx: Tx,
  actor: Actor,
  input: RequirementImportInput,
  context: ChangeSetContext,
): Promise<ImportSummary> {
  if (input.read.rows > MAX_ROWS)
    throw new AppError("too_large", "import.too_many_rows", { params: { limit: MAX_ROWS } });
  const known = await readKnown(tx, input.options.from);
  const rows: Judged[] = [];
  for await (const row of readCells(input.read)) rows.push(judgeRow(row, input.mapping, known));
  const moved = new Map<number, "added" | "updated">();
  for (const [programme, list] of listsOf(rows)) {
    for (const [row, how] of await takeList(tx, programme, list, input.options.from)) moved.set(row, how);
  }
  const judgedOf = new Map(rows.map((judged) => [judged.row.row, judged]));
  return runList(
    actor,
    input,
    context,
    async (batch, tally) => {
      const judged = batch.flatMap((row) => judgedOf.get(row.row) ?? []);
      for (const each of judged) count(tally, each, moved.get(each.row.row));
      return judged;
    },
    curriculumLists,
  );
}

function count(tally: Tally, judged: Judged, how: "added" | "updated" | undefined): void {
  tally.rows += 1;
  if (isWrong(judged)) tally.rejected += 1;
  else {
    tally[how ?? "unchanged"] += 1;
    if (judged.problems.length > 0) tally.flagged += 1;
  }
}

/**
 * Makes a list the one that holds from the day on, unless something is wrong with it.
 * @returns what became of the rows that are not as before
 */
async function takeList(
  tx: Tx,
  programme: string,
  list: Judged[],
  from: string,
): Promise<Map<number, "added" | "updated">> {
  const first = list[0];
  const locked = await lockList(tx, programme);
  const { changes, completed, completedOn } = await affectedIn(tx, locked.id, from);
  const [later] = laterChanges(locked.rows, from);
  const current = rowsOn(locked.rows, from);
  const wanted = list.flatMap((judged) => judged.wanted ?? []);
  const plan = planList(locked.rows, wanted, from);
  if (first && !isEmptyPlan(plan)) {
    if (completedOn !== null)
      say(first, "programme", "programme_completed", { count: completed, day: addDays(completedOn, 1) });
    if (later) say(first, null, "later_change", { day: later });
    if (changes > 0) say(first, null, "students_affected", { count: changes }, "warning");
  }
  if (refuseRest(list)) return new Map();
  await writePlan(tx, locked.id, plan, from);
  const before = new Map(current.map((row) => [row.courseCode, row]));
  const moved = new Map<number, "added" | "updated">();
  for (const [place, judged] of list.entries()) {
    const was = judged.wanted && before.get(judged.wanted.courseCode);
    if (!was) moved.set(judged.row.row, "added");
    else if (!stays(was, judged.wanted, place + 1)) moved.set(judged.row.row, "updated");
  }
  return moved;
}

function stays(was: Wanted & { sequence: number }, now: Wanted | null, place: number): boolean {
  return was.sequence === place && was.courseId === now?.courseId && was.name === now.name;
}

async function readKnown(tx: Tx, from: string): Promise<Known> {
  const on = dayToDb(from);
  const programmes = await tx.programme.findMany({
    select: { code: true, name: true, nameKm: true, shortName: true, kind: true },
  });
  const courses = await tx.course.findMany({
    where: { validFrom: { lte: on }, OR: [{ validTo: null }, { validTo: { gt: on } }] },
    select: { id: true, code: true, title: true },
  });
  const byWord = new Map(
    programmes.flatMap(({ code, name, nameKm, shortName, kind }) =>
      [code, name, nameKm, shortName ?? ""]
        .filter(Boolean)
        .map((word) => [foldWord(word), { code, isLanguage: kind === "LANGUAGE" }] as const),
    ),
  );
  const byCode = new Map(
    courses.map(
      ({ id, code, title }) => [foldWord(code), { courseId: id, courseCode: code, title }] as const,
    ),
  );
  return {
    from,
    programme: (text) => byWord.get(foldWord(text)) ?? null,
    course: (text) => byCode.get(foldWord(text)) ?? null,
  };
}
