import "server-only";
import { checkRow, type NumbersOfFile, type SeenRows } from "@/lib/people/import/check-row";
import { lookUp, type StudentOnFile } from "@/lib/people/import/on-file";
import { parseRow } from "@/lib/people/import/parse-row";
import type { ImportOptions, RowProblem, StudentDraft } from "@/lib/people/import/schemas";
import { keepSimilar, similarOnFile, similarProblem } from "@/lib/people/import/similar";
import { differences, insertStudents, updateStudents } from "@/lib/people/import/write";
import type { Tally } from "@/lib/people/imports/summary";
import type { Actor } from "@/lib/platform/access/actor";
import type { Day } from "@/lib/platform/dates/day";
import type { Tx } from "@/lib/platform/db/transaction";
import type { TableRow } from "@/lib/platform/spreadsheet/table";
import type { ImportInput } from "./kind";
import { type ImportProgramme, type ProgrammeFinder, programmeOf } from "./programmes";
import { insertMemberships, knownMemberships, type NewMembership } from "./write";

export type RunSurroundings = {
  numbers: NumbersOfFile;
  finder: ProgrammeFinder;
  fallback: ImportProgramme | null;
  seen: SeenRows;
  options: ImportOptions;
  today: Day;
  highestNumber: number;
  nextNumbers: (count: number) => Promise<number[]>;
  /** Goes into status changes: from which list. */
  reason: string;
};

type Judged = {
  row: TableRow;
  draft: StudentDraft;
  student: StudentOnFile | null;
  programme: ImportProgramme | null;
  problems: RowProblem[];
};

/** Reads, checks and writes one batch of rows; the counts go into the tally. */
export async function takeBatch(
  tx: Tx,
  actor: Actor,
  rows: TableRow[],
  input: ImportInput,
  around: RunSurroundings,
  tally: Tally,
): Promise<Judged[]> {
  const parsed = rows.map((row) => ({ row, ...parseRow(row, input.mapping, around.today) }));
  const onFile = await lookUp(
    tx,
    parsed.map(({ draft }) => draft),
  );
  const judged = parsed.map(({ row, draft, problems }): Judged => {
    const known = new Set(problems.map((problem) => problem.field));
    const { problems: more, student } = checkRow(draft, { ...around, onFile });
    // A name that could not be read is missing too, but once is enough.
    const all = [
      ...problems,
      ...more.filter((problem) => problem.code !== "missing_name" || !nameWasSaid(known, problem)),
    ];
    const programme = programmeOf(draft, { ...around, isNew: !student }, all);
    return { row, draft, student, programme, problems: all };
  });
  const good = judged.filter(({ problems }) => !problems.some((problem) => problem.level === "error"));
  await addNew(tx, actor, good, around, tally);
  await changeKnown(tx, actor, good, around, tally);
  tally.rows += rows.length;
  tally.rejected += judged.length - good.length;
  tally.flagged += good.filter(({ problems }) => problems.length > 0).length;
  return judged;
}

function nameWasSaid(known: Set<RowProblem["field"]>, problem: RowProblem): boolean {
  return known.has(problem.field) || known.has("fullName");
}

async function addNew(
  tx: Tx,
  actor: Actor,
  good: Judged[],
  around: RunSurroundings,
  tally: Tally,
): Promise<void> {
  const fresh = good.filter(({ student }) => !student);
  const wanting = fresh.filter(({ draft }) => draft.number === undefined);
  const taken = wanting.length > 0 ? await around.nextNumbers(wanting.length) : [];
  const numberOf = new Map(wanting.map((entry, place) => [entry, taken[place] ?? 0]));
  const people = fresh.map((entry) => {
    const number = entry.draft.number ?? numberOf.get(entry) ?? 0;
    tally.gave(number);
    const draft = { ...entry.draft, studyTime: entry.draft.studyTime ?? around.options.studyTime };
    return { draft, number, admittedOn: startOf(entry, around) };
  });
  // Before they are written: afterwards each would be most like itself.
  const similar = await similarOnFile(
    tx,
    fresh.map(({ draft, programme }) => ({ draft, programme: programme?.code ?? null })),
  );
  for (const [place, matches] of similar.entries()) {
    const entry = fresh[place];
    const problem = entry && similarProblem(entry.row.row, matches);
    if (problem) entry.problems.push(problem);
  }
  const ids = await insertStudents(tx, actor, people, around.reason);
  await insertMemberships(
    tx,
    fresh.flatMap((entry, place) => membershipOf(entry, ids[place], around)),
  );
  // Last, so that an undo, which walks backwards, takes the pair away before the person.
  await keepSimilar(tx, ids, similar);
  tally.added += fresh.length;
}

async function changeKnown(
  tx: Tx,
  actor: Actor,
  good: Judged[],
  around: RunSurroundings,
  tally: Tally,
): Promise<void> {
  const known = good.flatMap((entry) => (entry.student ? [{ ...entry, student: entry.student }] : []));
  if (known.length === 0) return;
  const memberships = known.flatMap((entry) => membershipOf(entry, entry.student.personId, around));
  const there = await knownMemberships(tx, memberships);
  const joining = memberships.filter((row) => !there.has(`${row.studentId}/${row.programmeId}`));
  const joiners = new Set(joining.map((row) => row.studentId));
  const changed = known.filter((entry) => Object.values(differences(entry)).some(Boolean));
  await updateStudents(tx, actor, changed, { reason: around.reason, today: around.today });
  await insertMemberships(tx, joining);
  const touched = new Set([...changed.map((entry) => entry.student.personId), ...joiners]);
  tally.updated += touched.size;
  tally.unchanged += known.length - touched.size;
}

function startOf(entry: Judged, around: RunSurroundings): Day {
  return entry.draft.startDate ?? around.options.startDate;
}

function membershipOf(
  entry: Judged,
  studentId: number | undefined,
  around: RunSurroundings,
): NewMembership[] {
  if (!entry.programme || studentId === undefined) return [];
  return [{ studentId, programmeId: entry.programme.id, startDate: startOf(entry, around) }];
}
