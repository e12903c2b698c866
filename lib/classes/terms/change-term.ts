import "server-only";
import type { EditTermInput, TermRecord } from "@/lib/calendar/schemas";
import { TERM_DAYS, type TermDay } from "@/lib/calendar/term-days";
import { editTermIn } from "@/lib/calendar/terms/commands";
import { TERM_COLUMNS } from "@/lib/calendar/terms/queries";
import { moveTests } from "@/lib/classes/test-resets/move-tests";
import { type MadeMeetings, makeMeetings } from "@/lib/classes/timetable/make-meetings";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import type { Day } from "@/lib/platform/dates/day";
import { toAppError } from "@/lib/platform/db/constraint-errors";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, isAppError } from "@/lib/platform/errors";
import { moveSlots } from "./move-slots";

/** What a change of a term means for what hangs on its dates; shown before it is saved. */
export type TermEffect = {
  /** Classes that are not cancelled, and the students in them. */
  classes: number;
  students: number;
  /** Meetings that are made, taken away or moved by the new first and last day. */
  made: number;
  removed: number;
  changed: number;
  /** Meetings that somebody made or changed by hand and that lie outside of the new dates: they stay. */
  outside: number;
  /** Meetings that lie outside and are over: what was, was. */
  over: number;
  deadlines: { field: TermDay; from: Day | null; to: Day | null }[];
  tests: { testType: string; from: Day; to: Day }[];
};

/**
 * Changes a term with what hangs on it, inside a transaction: weekly times that reached from the first to the last day
 * reach to the new ones, meetings are made and taken away accordingly, tests move along. The preview is the same,
 * rolled back (blueprints.md 8).
 * @throws AppError as editTermIn; refused `calendar.term_meets_others` where longer weekly times meet those of another term
 */
export async function changeTerm(
  tx: Tx,
  actor: Actor,
  input: EditTermInput,
): Promise<{ version: number; effect: TermEffect }> {
  authorise(actor, "calendar:edit");
  const [before] = await tx.$queryRawUnsafe<TermRecord[]>(
    `SELECT ${TERM_COLUMNS.replace(/t\.(\w+_date|\w+_on|\w+_deadline)/g, "t.$1::text")} FROM term t WHERE t.id = $1::int FOR NO KEY UPDATE OF t`,
    input.id,
  );
  if (!before) throw new AppError("not_found", "calendar.term_not_found");
  const { version } = await editTermIn(tx, actor, input);
  const moved = before.startDate !== input.startDate || before.endDate !== input.endDate;
  const tests = moved ? await moveTests(tx, before, input) : [];
  const made = moved ? await remake(tx, before, input) : null;
  const effect: TermEffect = {
    ...(await countClasses(tx, input.id)),
    made: (made?.made ?? 0) + (made?.restored ?? 0),
    removed: made?.removed ?? 0,
    changed: made?.changed ?? 0,
    ...(await countOutside(tx, input)),
    deadlines: TERM_DAYS.filter((field) => before[field] !== input[field]).map((field) => ({
      field,
      from: before[field],
      to: input[field],
    })),
    tests,
  };
  return { version, effect };
}

/** What the exclusion constraints of weekly times say: the timetable of this term reaches into another one's. */
const TAKEN: ReadonlySet<string> = new Set(["classes.room_taken", "classes.teacher_taken"]);

async function remake(tx: Tx, before: TermRecord, input: EditTermInput): Promise<MadeMeetings> {
  const deliveries = await moveSlots(tx, before, input).catch((error: unknown) => {
    const told = toAppError(error);
    if (!isAppError(told) || !TAKEN.has(told.code)) throw error;
    const code = "calendar.term_meets_others";
    throw new AppError("refused", code, { fields: { endDate: [code] }, cause: error });
  });
  const from = before.startDate < input.startDate ? before.startDate : input.startDate;
  return makeMeetings(tx, deliveries, from, { yields: true });
}

async function countClasses(tx: Tx, termId: number): Promise<{ classes: number; students: number }> {
  const [row] = await tx.$queryRaw<{ classes: number; students: number }[]>`
    SELECT count(DISTINCT c.id)::integer AS classes, count(DISTINCT e.student_id)::integer AS students
      FROM class c LEFT JOIN enrolment e ON e.class_id = c.id AND e.status = 'ENROLLED'
     WHERE c.term_id = ${termId}::int AND c.status <> 'CANCELLED'`;
  return row ?? { classes: 0, students: 0 };
}

async function countOutside(tx: Tx, input: EditTermInput): Promise<{ outside: number; over: number }> {
  const [row] = await tx.$queryRaw<{ outside: number; over: number }[]>`
    SELECT count(*) FILTER (WHERE NOT is_over)::integer AS outside, count(*) FILTER (WHERE is_over)::integer AS over
      FROM (SELECT m.on_date < (now() AT TIME ZONE 'Asia/Phnom_Penh')::date AS is_over
              FROM meeting m JOIN delivery d ON d.id = m.delivery_id
             WHERE d.term_id = ${input.id}::int AND NOT m.cancelled
               AND m.on_date NOT BETWEEN ${input.startDate}::date AND ${input.endDate}::date) found`;
  return row ?? { outside: 0, over: 0 };
}
