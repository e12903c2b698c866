import "server-only";
import { lookUp } from "@/lib/people/import/on-file";
import type { ProblemCode, RowProblem } from "@/lib/people/import/schemas";
import { refreshSearchKeys } from "@/lib/people/import/write";
import { readCells } from "@/lib/people/imports/cells";
import { foldHeading } from "@/lib/people/imports/headings";
import { runList, type TakenRow } from "@/lib/people/imports/run-list";
import type { ImportSummary, Tally } from "@/lib/people/imports/summary";
import type { Actor } from "@/lib/platform/access/actor";
import type { ChangeSetContext } from "@/lib/platform/change-sets/define";
import { campusToday } from "@/lib/platform/dates/campus";
import type { Tx } from "@/lib/platform/db/transaction";
import type { TableRow } from "@/lib/platform/spreadsheet/table";
import { parseNumber } from "../values";
import type { TeacherImportInput } from "./kind";
import { parseTeacher, type TeacherDraft } from "./parse";
import { insertTeachers, type TeacherOnFile, teachersOnFile, updateTeachers } from "./write";

type Judged = TakenRow & { draft: TeacherDraft; teacher: TeacherOnFile | null };

/** The import of teachers, for preview and apply: what its rows need around them, then row by row (runList). */
export async function run(
  tx: Tx,
  actor: Actor,
  input: TeacherImportInput,
  context: ChangeSetContext,
): Promise<ImportSummary> {
  const given = await numbersOf(input);
  const departments = await departmentsByWord(tx);
  const seen = new Map<string, number>();
  return runList(actor, input, context, async (rows, tally) => {
    const judged = await judge(tx, rows, { input, given, departments, seen });
    await write(tx, judged, tally, context.mode);
    return judged;
  });
}

type Around = {
  input: TeacherImportInput;
  /** Row of each number of the file; 0 for one that stands twice. */
  given: Map<number, number>;
  departments: Map<string, string>;
  /** E-mails of the rows above, with their row. */
  seen: Map<string, number>;
};

async function numbersOf(input: TeacherImportInput): Promise<Map<number, number>> {
  const found = new Map<number, number>();
  const place = input.mapping.teacherNumber;
  if (place === undefined) return found;
  for await (const row of readCells(input.read)) {
    const number = parseNumber(row.cells[place] ?? "");
    if (number !== null) found.set(number, found.has(number) ? 0 : row.row);
  }
  return found;
}

/** Departments in use by code and both names. */
async function departmentsByWord(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.department.findMany({
    where: { isActive: true },
    select: { code: true, name: true, nameKm: true },
  });
  return new Map(
    rows.flatMap(({ code, name, nameKm }) =>
      [name, nameKm, code].map((word) => [foldHeading(word), code] as const),
    ),
  );
}

async function judge(tx: Tx, rows: TableRow[], around: Around): Promise<Judged[]> {
  const today = campusToday();
  const parsed = rows.map((row) => ({ row, ...parseTeacher(row, around.input.mapping, today) }));
  const drafts = parsed.map(({ draft }) => draft);
  const teachers = await teachersOnFile(
    tx,
    drafts.flatMap((draft) => draft.teacherNumber ?? []),
  );
  const onFile = await lookUp(
    tx,
    drafts.map(({ teacherNumber: _, ...draft }) => draft),
  );
  return parsed.map(({ row, draft, problems }) => {
    const teacher = draft.teacherNumber === undefined ? null : (teachers.get(draft.teacherNumber) ?? null);
    const said = new Set(problems.map((problem) => problem.field));
    const say = (
      field: string | null,
      code: ProblemCode,
      params?: RowProblem["params"],
      level: RowProblem["level"] = "error",
    ) => problems.push({ row: draft.row, field, code, level, ...(params ? { params } : {}) });
    checkNumber(draft, teacher, around, say);
    if (!teacher) checkNew(draft, said, say);
    if (draft.department !== undefined) {
      const code = around.departments.get(foldHeading(draft.department));
      if (code === undefined)
        say("department", "unknown_department", { value: draft.department.slice(0, 60) });
      else draft.department = code;
    }
    const start = draft.hiredOn ?? teacher?.startDate;
    if (teacher && start && draft.endDate && draft.endDate < start && !said.has("endDate"))
      say("endDate", "end_before_start");
    for (const field of ["schoolEmail", "personalEmail"] as const) {
      const email = draft[field];
      if (!email) continue;
      const before = around.seen.get(`${field}:${email}`);
      if (before === undefined) around.seen.set(`${field}:${email}`, draft.row);
      else say(field, "email_twice", { other: before }, field === "schoolEmail" ? "error" : "warning");
      const known = onFile.byEmail.get(email);
      if (!known || known.personId === teacher?.personId) continue;
      const level = known.school || field === "schoolEmail" ? "error" : "warning";
      say(field, "email_on_file", { who: `${known.familyName} ${known.personalName}` }, level);
    }
    const { familyName, personalName, dateOfBirth } = draft;
    const same = onFile.byPerson.get(`${familyName}|${personalName}|${dateOfBirth}`);
    if (!teacher && dateOfBirth && same)
      say(null, "person_on_file", { number: same.number === null ? "—" : String(same.number) });
    return { row, draft, problems, teacher };
  });
}

type Say = (field: string | null, code: ProblemCode, params?: RowProblem["params"]) => void;

function checkNumber(draft: TeacherDraft, teacher: TeacherOnFile | null, around: Around, say: Say): void {
  const number = draft.teacherNumber;
  if (number === undefined) return;
  if (around.given.get(number) === 0) say("teacherNumber", "number_twice", { number, other: "—" });
  if (teacher && around.input.options.existing === "reject")
    say("teacherNumber", "number_on_file", { number, name: `${teacher.familyName} ${teacher.personalName}` });
}

/** What a new teacher needs; a value that could not be read was said already. */
function checkNew(draft: TeacherDraft, said: ReadonlySet<string | null>, say: Say): void {
  const name = said.has("fullName");
  if (!draft.familyName && !name && !said.has("familyName")) say("familyName", "missing_name");
  if (!draft.personalName && !name && !said.has("personalName")) say("personalName", "missing_name");
  if (!draft.degree && !said.has("degree")) say("degree", "missing_degree");
  if (!draft.hiredOn && !said.has("hiredOn")) say("hiredOn", "missing_start");
}

async function write(tx: Tx, judged: Judged[], tally: Tally, mode: ChangeSetContext["mode"]): Promise<void> {
  const good = judged.filter(({ problems }) => !problems.some((problem) => problem.level === "error"));
  const fresh = good.filter(({ teacher }) => !teacher).map(({ draft }) => draft);
  for (const number of await insertTeachers(tx, fresh, mode)) tally.gave(number);
  const known = good.flatMap(({ draft, teacher }) => (teacher ? [{ draft, teacher }] : []));
  const changed = await updateTeachers(tx, known);
  tally.rows += judged.length;
  tally.added += fresh.length;
  tally.updated += changed;
  tally.unchanged += known.length - changed;
  tally.rejected += judged.length - good.length;
  tally.flagged += good.filter(({ problems }) => problems.length > 0).length;
}

/** Mends what the audit does not hold for the people that an undo touched: their search keys. */
export const afterUndo = (tx: Tx, subjects: number[]): Promise<void> => refreshSearchKeys(tx, subjects);
