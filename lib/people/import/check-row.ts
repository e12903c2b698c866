import { checkStatusMove, searchKey, studentNumberLabel } from "@/lib/people/rules";
import type { Day } from "@/lib/platform/dates/day";
import type { ImportField } from "./fields";
import { type OnFile, personKey, type StudentOnFile } from "./on-file";
import type { ImportOptions, ProblemCode, RowProblem, StudentDraft } from "./schemas";

/** A number this far above the highest on file is a slip of the keyboard. */
const FAR = 100_000;

/** What the rows above said, so that nobody comes twice: e-mail, person → row. */
export class SeenRows {
  private readonly emails = new Map<string, number>();
  private readonly people = new Map<string, number>();

  /** Remembers the row of an e-mail; returns the row that had it before, if any. */
  email(email: string, row: number): number | undefined {
    return first(this.emails, email, row);
  }

  person(key: string, row: number): number | undefined {
    return first(this.people, key, row);
  }
}

function first<Key>(map: Map<Key, number>, key: Key, row: number): number | undefined {
  const before = map.get(key);
  if (before === undefined) map.set(key, row);
  return before;
}

/**
 * The numbers of a whole file, read before anything is written. Two rows with one number are both refused: nobody
 * but the sender knows whose it is.
 */
export class NumbersOfFile {
  private readonly rows = new Map<number, [number, number | null]>();

  add(number: number, row: number): void {
    const known = this.rows.get(number);
    if (!known) this.rows.set(number, [row, null]);
    else known[1] ??= row;
  }

  has(number: number): boolean {
    return this.rows.has(number);
  }

  /** Another row with the number, or null when the row is the only one. */
  otherRow(number: number, row: number): number | null {
    const [first, second] = this.rows.get(number) ?? [row, null];
    return first === row ? second : first;
  }
}

export type Surroundings = {
  numbers: NumbersOfFile;
  onFile: OnFile;
  seen: SeenRows;
  options: ImportOptions;
  highestNumber: number;
  today: Day;
};

export type CheckedRow = {
  problems: RowProblem[];
  /** The student whose number the row names; null for a new one. */
  student: StudentOnFile | null;
};

/** Checks a row against the rows above it and what is on file. Pure but for `seen`, which it fills. */
export function checkRow(draft: StudentDraft, around: Surroundings): CheckedRow {
  const problems: RowProblem[] = [];
  const say = (
    field: ImportField | null,
    code: ProblemCode,
    params?: RowProblem["params"],
    level: RowProblem["level"] = "error",
  ) => problems.push({ row: draft.row, field, code, level, ...(params ? { params } : {}) });
  const student = checkNumber(draft, around, say);
  if (!student) {
    if (!draft.familyName) say("familyName", "missing_name");
    if (!draft.personalName) say("personalName", "missing_name");
  } else {
    compareWith(student, draft, around, say);
  }
  checkPerson(draft, student, around, say);
  checkEmails(draft, student, around, say);
  return { problems, student };
}

type Say = (
  field: ImportField | null,
  code: ProblemCode,
  params?: RowProblem["params"],
  level?: RowProblem["level"],
) => void;

function checkNumber(draft: StudentDraft, around: Surroundings, say: Say): StudentOnFile | null {
  const { number, row } = draft;
  if (number === undefined) return null;
  const other = around.numbers.otherRow(number, row);
  if (other !== null) say("number", "number_twice", { number: studentNumberLabel(number), other });
  const student = around.onFile.byNumber.get(number) ?? null;
  if (student && around.options.existing === "reject") {
    say("number", "number_on_file", {
      number: studentNumberLabel(number),
      name: `${student.familyName} ${student.personalName}`,
    });
  }
  if (!student && around.highestNumber > 0 && number > around.highestNumber + FAR) {
    say("number", "number_far", {
      number: studentNumberLabel(number),
      highest: studentNumberLabel(around.highestNumber),
    });
  }
  return student;
}

/** An update that names somebody else is taken, but said: a number off by one would otherwise overwrite a stranger. */
function compareWith(student: StudentOnFile, draft: StudentDraft, around: Surroundings, say: Say): void {
  const there = searchKey(student).split(" ");
  const here = searchKey({
    familyName: draft.familyName ?? "",
    personalName: draft.personalName ?? "",
  }).split(" ");
  const named = draft.familyName !== undefined && draft.personalName !== undefined;
  if (named && !here.some((word) => there.includes(word))) {
    say("familyName", "name_differs", { name: `${student.familyName} ${student.personalName}` }, "warning");
  }
  if (!draft.status || draft.status === student.status) return;
  const move = checkStatusMove({
    from: student.status,
    to: draft.status,
    effectiveOn: around.today,
    since: student.statusSince,
    today: around.today,
  });
  if (!move.value) say("status", "status_move", { from: student.status, to: draft.status });
}

function checkPerson(
  draft: StudentDraft,
  student: StudentOnFile | null,
  around: Surroundings,
  say: Say,
): void {
  const key = personKey(draft);
  if (!key) return;
  const before = around.seen.person(key, draft.row);
  if (before !== undefined && !student) say(null, "same_person_twice", { other: before });
  const known = around.onFile.byPerson.get(key);
  if (known && !student)
    say(null, "person_on_file", { number: known.number === null ? "—" : studentNumberLabel(known.number) });
}

function checkEmails(
  draft: StudentDraft,
  student: StudentOnFile | null,
  around: Surroundings,
  say: Say,
): void {
  for (const field of ["schoolEmail", "personalEmail"] as const) {
    const email = draft[field];
    if (!email) continue;
    const before = around.seen.email(`${field}:${email}`, draft.row);
    if (before !== undefined)
      say(field, "email_twice", { other: before }, field === "schoolEmail" ? "error" : "warning");
    const known = around.onFile.byEmail.get(email);
    if (!known || known.personId === student?.personId) continue;
    // Brothers and sisters may share a private address; a school address is one person's.
    const same = known.familyName === draft.familyName && known.personalName === draft.personalName;
    const level = known.school || field === "schoolEmail" || same ? "error" : "warning";
    const who =
      known.number === null ? `${known.familyName} ${known.personalName}` : studentNumberLabel(known.number);
    say(field, "email_on_file", { who }, level);
  }
}
