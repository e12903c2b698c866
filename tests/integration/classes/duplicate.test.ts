import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import "@/lib/operations/change-set-kinds";
import {
  duplicateClassCommand,
  startDuplicateCommand,
  startMoveCommand,
} from "@/lib/classes/offering/commands";
import { moveReport, type OfferingReport, offeringReport } from "@/lib/classes/offering/schemas";
import type { AccountActor } from "@/lib/platform/access/actor";
import { startApplyCommand, startUndoCommand } from "@/lib/platform/change-sets/commands";
import { getChangeSet, listLeftRecords } from "@/lib/platform/change-sets/queries";
import { campusToday } from "@/lib/platform/dates/campus";
import { addDays, weekday } from "@/lib/platform/dates/day";
import { enrolStudentCommand } from "@/lib/registration/commands/enrol-student";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import {
  arrange,
  type Campus,
  makeCampus,
  makeClass,
  makeCourse,
  makeRoom,
  makeStudent,
  makeTeacher,
  makeTerm,
} from "@/tests/factories/timetable";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";
import { freshQueue, runWaitingJobs } from "@/tests/setup/run-jobs";

let database: TestDatabase;
let campus: Campus;
let registrar: AccountActor;
let n = 0;
/** A term of its own for each test, and the one after it. */
let from: { code: string; id: number };
let to: { code: string; id: number };
const today = campusToday();

beforeAll(async () => {
  database = await createTestDatabase();
  await freshQueue();
  campus = await makeCampus(database.pool);
  registrar = accountActor({ accountId: (await makeAccount(database.pool)).id });
});
afterAll(() => database.close());

beforeEach(async () => {
  n += 1;
  const term = async (code: string, start: number) => ({
    code,
    id: await makeTerm(database.pool, { code, ...around(start, 83) }),
  });
  from = await term(`FROM-${n}`, -7);
  to = await term(`TO-${n}`, 90);
});

/** Dates of a term that begins `start` days from today and lasts so many. */
const around = (start: number, days: number) => ({
  start,
  end: start + days,
  add: start + 21,
  drop: start + 28,
});
const rows = async <T>(sql: string, values: unknown[] = []) =>
  (await database.pool.query(sql, values)).rows as T[];
const course = (name: string) => makeCourse(database.pool, campus.cycles.bachelor, `${name}-${n}`);

async function ran() {
  expect((await runWaitingJobs()).map((run) => run.status)).toEqual(["SUCCEEDED"]);
}
async function prepare(more: Partial<Parameters<typeof startDuplicateCommand>[1]> = {}) {
  const { id } = await startDuplicateCommand(registrar, {
    what: { kind: "term", from: from.code },
    to: to.code,
    rooms: true,
    teachers: true,
    existing: "skip",
    ...more,
  });
  await ran();
  return id;
}
async function step(id: number, start: typeof startApplyCommand) {
  const { version } = await getChangeSet(registrar, id);
  await start(registrar, { id, version });
  await ran();
  return getChangeSet(registrar, id);
}
async function duplicated(more = {}): Promise<{ id: number; report: OfferingReport }> {
  const id = await prepare(more);
  const set = await step(id, startApplyCommand);
  return { id, report: offeringReport.parse(set.outcome?.summary) };
}

type Made = {
  id: number;
  section: string;
  status: string;
  capacity: number;
  class_type: string;
  combined_class_id: number | null;
  seat_pool_id: number;
};
const classesIn = (termId: number) =>
  rows<Made>(
    `SELECT c.id, c.section, c.status, p.capacity, c.class_type, c.combined_class_id, c.seat_pool_id
       FROM class c JOIN seat_pool p ON p.id = c.seat_pool_id JOIN course co ON co.id = c.course_id
      WHERE c.term_id = $1 ORDER BY co.code, c.section`,
    [termId],
  );
const slotsOf = (classId: number) =>
  rows<Record<string, unknown>>(
    `SELECT l.weekday, l.start_min, l.end_min, l.room_id, l.teacher_id, l.valid_from::text, l.valid_to::text
       FROM slot l JOIN class_part q ON q.delivery_id = l.delivery_id JOIN class_session s ON s.id = q.session_id
      WHERE s.class_id = $1 AND l.live ORDER BY l.weekday, l.start_min`,
    [classId],
  );

/** A class of two parts, as a language class has them, with a textbook, a room and a teacher. */
async function twoParts() {
  const [roomId, teacherId] = [await makeRoom(database.pool, `R${n}`), await makeTeacher(database.pool)];
  const slot = { startMin: 1050, endMin: 1140, roomId, teacherId };
  const made = await makeClass(database.pool, {
    courseId: await course("TWO"),
    termId: from.id,
    capacity: 24,
    slots: [
      { weekday: 1, ...slot },
      { weekday: 3, ...slot },
    ],
  });
  const [session] = await rows<{ id: number }>("SELECT id FROM class_session WHERE class_id = $1", [made.id]);
  await database.pool.query("SELECT set_config('naga.actor', 'system:test', false)");
  const client = await database.pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('naga.actor', 'system:test', true)");
    await client.query("UPDATE class_part SET weight = 0.6, name = 'Grammar' WHERE session_id = $1", [
      session?.id,
    ]);
    const delivery = await client.query(
      "INSERT INTO delivery (term_id, weekdays) VALUES ($1, '{2}') RETURNING id",
      [from.id],
    );
    const part = await client.query(
      `INSERT INTO class_part (session_id, code, part_type, name, name_km, weight, delivery_id)
       VALUES ($1, 2, 'LAB', 'Lab', 'មន្ទីរ', 0.4, $2) RETURNING id`,
      [session?.id, delivery.rows[0].id],
    );
    const book = await client.query("INSERT INTO textbook (title) VALUES ($1) RETURNING id", [`Book ${n}`]);
    await client.query("INSERT INTO class_part_textbook (class_part_id, textbook_id) VALUES ($1, $2)", [
      part.rows[0].id,
      book.rows[0].id,
    ]);
    await client.query("COMMIT");
  } finally {
    client.release();
  }
  return { ...made, roomId, teacherId };
}

describe("a term's offering in the next term", () => {
  it("is tried without writing, then made: parts one to one, times by weekday, DRAFT, nobody in it", async () => {
    const { id: source, roomId, teacherId } = await twoParts();
    await enrolStudentCommand(registrar, {
      studentId: await makeStudent(database.pool),
      items: [{ classId: source }],
    });
    const set = await prepare();
    expect(await classesIn(to.id)).toEqual([]);
    const preview = offeringReport.parse((await getChangeSet(registrar, set)).preview?.summary);
    expect(preview).toMatchObject({ made: 1, parts: 2, times: 2, left: [] });

    await step(set, startApplyCommand);
    const [made] = await classesIn(to.id);
    expect(made).toMatchObject({ section: "A", status: "DRAFT", capacity: 24, class_type: "STANDARD" });
    const parts = await rows(
      `SELECT q.code, q.name, q.part_type, q.weight::text, d.weekdays, d.term_id,
              (SELECT count(*)::int FROM class_part_textbook b WHERE b.class_part_id = q.id) AS books
         FROM class_part q JOIN class_session s ON s.id = q.session_id JOIN delivery d ON d.id = q.delivery_id
        WHERE s.class_id = $1 ORDER BY q.code`,
      [made?.id],
    );
    expect(parts).toEqual([
      {
        code: 1,
        name: "Grammar",
        part_type: "MAIN",
        weight: "0.600",
        weekdays: [],
        term_id: to.id,
        books: 0,
      },
      { code: 2, name: "Lab", part_type: "LAB", weight: "0.400", weekdays: [2], term_id: to.id, books: 1 },
    ]);
    const days = { valid_from: addDays(today, 90), valid_to: addDays(today, 173) };
    const time = { start_min: 1050, end_min: 1140, room_id: roomId, teacher_id: teacherId, ...days };
    expect(await slotsOf(made?.id ?? 0)).toEqual([
      { weekday: 1, ...time },
      { weekday: 3, ...time },
    ]);
    const meetings = await rows<{ on_date: string }>(
      `SELECT m.on_date::text FROM meeting m JOIN class_part q ON q.delivery_id = m.delivery_id
         JOIN class_session s ON s.id = q.session_id WHERE s.class_id = $1`,
      [made?.id],
    );
    expect(meetings).toHaveLength(preview.meetings);
    expect(meetings.length).toBeGreaterThanOrEqual(22);
    expect(new Set(meetings.map((each) => weekday(each.on_date)))).toEqual(new Set([1, 3]));
    expect(await rows("SELECT FROM enrolment WHERE class_id = $1", [made?.id])).toEqual([]);
    const [pool] = await rows("SELECT taken, offered, waiting FROM seat_pool WHERE id = $1", [
      made?.seat_pool_id,
    ]);
    expect(pool).toEqual({ taken: 0, offered: 0, waiting: 0 });
  });

  it("keeps classes together that are taught as one, and what clashes with the other term is told and left open", async () => {
    const [roomId, teacherId] = [await makeRoom(database.pool, `C${n}`), await makeTeacher(database.pool)];
    const slots = [{ weekday: 2, startMin: 480, endMin: 570, roomId, teacherId }];
    const old = await makeClass(database.pool, { courseId: await course("OLD"), termId: from.id, slots });
    const young = await makeClass(database.pool, {
      courseId: await course("NEW"),
      termId: from.id,
      seatPoolId: old.seatPoolId,
    });
    const combined = await arrange(
      database.pool,
      "INSERT INTO combined_class (term_id, section, time_of_day, name) VALUES ($1, 'A', 'EVE', 'Both') RETURNING id",
      [from.id],
    );
    await arrange(
      database.pool,
      `UPDATE class SET combined_class_id = $1, class_type = 'COMBINED' WHERE id IN ($2, $3) RETURNING id`,
      [combined, old.id, young.id],
    );
    await arrange(
      database.pool,
      `UPDATE class_part SET delivery_id = $1 WHERE session_id IN (SELECT id FROM class_session WHERE class_id = $2) RETURNING id`,
      [old.deliveryId, young.id],
    );
    const there = await makeClass(database.pool, { courseId: await course("THERE"), termId: to.id });
    await arrange(
      database.pool,
      `INSERT INTO slot (delivery_id, weekday, start_min, end_min, room_id, teacher_id, valid_from, valid_to)
       VALUES ($1, 2, 540, 600, $2, $3, $4, $5) RETURNING id`,
      [there.deliveryId, roomId, teacherId, addDays(today, 90), addDays(today, 173)],
    );

    // One of them is chosen: the other comes along.
    const { report } = await duplicated({ what: { kind: "ids", ids: [young.id] } });
    expect(report).toMatchObject({ made: 2, combined: 1, times: 1 });
    const made = (await classesIn(to.id)).filter(({ id }) => id !== there.id);
    expect(made).toHaveLength(2);
    expect(new Set(made.map(({ seat_pool_id }) => seat_pool_id)).size).toBe(1);
    expect(new Set(made.map(({ combined_class_id }) => combined_class_id)).size).toBe(1);
    expect(made.every(({ class_type }) => class_type === "COMBINED")).toBe(true);
    const deliveries = await rows<{ delivery_id: number }>(
      `SELECT DISTINCT q.delivery_id FROM class_part q JOIN class_session s ON s.id = q.session_id WHERE s.class_id = ANY ($1)`,
      [made.map(({ id }) => id)],
    );
    expect(deliveries).toHaveLength(1);
    expect(await slotsOf(made[0]?.id ?? 0)).toMatchObject([{ weekday: 2, room_id: null, teacher_id: null }]);
    const told = report.classes[0];
    expect(told?.complete).toBe(false);
    expect(told?.findings).toEqual([
      {
        rule: "classes.copy_room_taken",
        inputs: {
          room: `C${n}`,
          class: `THERE-${n} A, ${to.code}`,
          weekday: 2,
          start: "08:00",
          end: "09:30",
        },
      },
      {
        rule: "classes.copy_teacher_taken",
        inputs: expect.objectContaining({ class: `THERE-${n} A, ${to.code}` }),
      },
    ]);
  });

  it("does not carry a room out of use, a teacher who has left, or a time that was given up", async () => {
    const { id, roomId, teacherId, deliveryId } = await twoParts();
    await arrange(database.pool, "UPDATE room SET is_active = false WHERE id = $1 RETURNING id", [roomId]);
    await arrange(
      database.pool,
      "UPDATE teacher SET status = 'INACTIVE', end_date = '2026-01-01' WHERE person_id = $1 RETURNING person_id AS id",
      [teacherId],
    );
    await arrange(
      database.pool,
      "UPDATE slot SET valid_to = $2 WHERE delivery_id = $1 AND weekday = 1 RETURNING id",
      [deliveryId, today],
    );
    const { report } = await duplicated();
    expect(report.classes[0]).toMatchObject({ id: expect.any(Number), times: 1 });
    expect(report.classes[0]?.findings.map(({ rule }) => rule)).toEqual([
      "classes.copy_room_closed",
      "classes.copy_teacher_left",
    ]);
    const [made] = await classesIn(to.id);
    expect(await slotsOf(made?.id ?? 0)).toMatchObject([{ weekday: 3, room_id: null, teacher_id: null }]);
    expect(made?.id).not.toBe(id);
  });

  it("a second time leaves out what is there, or makes the next section", async () => {
    await makeClass(database.pool, { courseId: await course("ONE"), termId: from.id });
    await duplicated();
    const set = await prepare();
    const again = offeringReport.parse((await getChangeSet(registrar, set)).preview?.summary);
    expect(again).toMatchObject({ made: 0, left: [{ reason: "there" }] });
    const { report } = await duplicated({ existing: "add" });
    expect(report.classes).toMatchObject([{ section: "A", newSection: "B" }]);
    expect((await classesIn(to.id)).map(({ section }) => section)).toEqual(["A", "B"]);
  });

  it("leaves courses out that are not taught then, and refuses terms that are over or the same", async () => {
    const ended = await course("ENDED");
    await makeClass(database.pool, { courseId: ended, termId: from.id });
    await arrange(database.pool, "UPDATE course SET valid_to = $2 WHERE id = $1 RETURNING id", [
      ended,
      today,
    ]);
    expect((await duplicated()).report).toMatchObject({ made: 0, left: [{ reason: "course_ended" }] });
    await expect(prepare({ to: from.code })).rejects.toMatchObject({ code: "classes.same_term" });
    const over = await arrange(
      database.pool,
      "INSERT INTO term (code, name, name_km, term_type, start_date, end_date) VALUES ($1, $1, $1, 'BA', $2, $3) RETURNING id",
      [`OVER-${n}`, addDays(today, -90), addDays(today, -10)],
    );
    expect(over).toBeGreaterThan(0);
    await startDuplicateCommand(registrar, {
      what: { kind: "term", from: from.code },
      to: `OVER-${n}`,
      rooms: true,
      teachers: true,
      existing: "skip",
    });
    expect((await runWaitingJobs())[0]).toMatchObject({
      status: "FAILED",
      error: { code: "classes.term_over" },
    });
  });

  it("is for who edits classes, within their reach", async () => {
    const { id } = await makeClass(database.pool, { courseId: await course("MINE"), termId: from.id });
    const input = {
      what: { kind: "ids" as const, ids: [id] },
      to: to.code,
      rooms: true,
      teachers: true,
      existing: "skip" as const,
    };
    for (const role of ["teacher", "auditor", "academic_director", "admin"] as const)
      await expect(startDuplicateCommand(accountActor({ role }), input)).rejects.toMatchObject({
        kind: "forbidden",
      });
    const scoped = accountActor({ scopes: [{ kind: "PROGRAMME", ref: "NONE" }] });
    await expect(startDuplicateCommand(scoped, input)).rejects.toMatchObject({ kind: "not_found" });
  });
});

describe("taking it back", () => {
  it("removes everything that was made", async () => {
    await twoParts();
    const { id } = await duplicated();
    const set = await step(id, startUndoCommand);
    expect(set.outcome?.undo).toMatchObject({ left: 0 });
    expect(await classesIn(to.id)).toEqual([]);
    expect(await rows("SELECT FROM delivery WHERE term_id = $1", [to.id])).toEqual([]);
  });

  it("leaves a class whole that somebody has changed or sits in, and takes the others back", async () => {
    const { id: changed } = await makeClass(database.pool, {
      courseId: await course("CHANGED"),
      termId: from.id,
      slots: [{ weekday: 4, startMin: 480, endMin: 570 }],
    });
    await makeClass(database.pool, { courseId: await course("GONE"), termId: from.id });
    const { id } = await duplicated();
    const [kept] = await rows<{ id: number }>(
      "SELECT c.id FROM class c WHERE c.term_id = $1 AND c.course_id = (SELECT course_id FROM class WHERE id = $2)",
      [to.id, changed],
    );
    await arrange(database.pool, "UPDATE class SET status = 'SCHEDULED' WHERE id = $1 RETURNING id", [
      kept?.id,
    ]);
    const before = await slotsOf(kept?.id ?? 0);
    const set = await step(id, startUndoCommand);
    expect((await classesIn(to.id)).map((each) => each.id)).toEqual([kept?.id]);
    expect(await slotsOf(kept?.id ?? 0)).toEqual(before);
    const [{ meetings } = { meetings: 0 }] = await rows<{ meetings: number }>(
      `SELECT count(*)::int AS meetings FROM meeting m JOIN class_part q ON q.delivery_id = m.delivery_id
         JOIN class_session s ON s.id = q.session_id WHERE s.class_id = $1`,
      [kept?.id],
    );
    expect(meetings).toBeGreaterThan(10);
    const left = await listLeftRecords(registrar, set, { page: 1, pageSize: 50 });
    expect(left.rows).toMatchObject([{ table: "class", reason: "changed" }]);
  });
});

describe("one class", () => {
  it("is copied at once, into its own term too, with what could not be carried", async () => {
    const { id, roomId } = await twoParts();
    const there = await duplicateClassCommand(registrar, {
      classId: id,
      to: to.code,
      rooms: true,
      teachers: false,
    });
    expect(there).toMatchObject({ section: "A", findings: [], along: [] });
    expect(await slotsOf(there.id)).toMatchObject([
      { room_id: roomId, teacher_id: null },
      { room_id: roomId, teacher_id: null },
    ]);
    const here = await duplicateClassCommand(registrar, {
      classId: id,
      to: from.code,
      rooms: true,
      teachers: true,
    });
    expect(here.section).toBe("B");
    expect(here.findings.map(({ rule }) => rule)).toContain("classes.copy_room_taken");
    expect(await slotsOf(here.id)).toMatchObject([
      { room_id: null, valid_from: today },
      { room_id: null, valid_from: today },
    ]);
  });

  it("is refused where its course is not taught, with why", async () => {
    const { id } = await makeClass(database.pool, { courseId: await course("WRONG"), termId: from.id });
    const language = await makeTerm(database.pool, { code: `ENG-${n}`, type: "ENG_A", ...around(30, 70) });
    expect(language).toBeGreaterThan(0);
    await expect(
      duplicateClassCommand(registrar, { classId: id, to: `ENG-${n}`, rooms: true, teachers: true }),
    ).rejects.toMatchObject({ code: "classes.not_copied", params: { reason: "term_type" } });
  });
});

describe("a status for many", () => {
  it("moves what may move, says why the rest stays, and is taken back with an event of its own", async () => {
    const draft = await makeClass(database.pool, {
      courseId: await course("DRAFT"),
      termId: from.id,
      status: "DRAFT",
    });
    const over = await makeClass(database.pool, {
      courseId: await course("OVER"),
      termId: from.id,
      status: "COMPLETED",
    });
    const { id } = await startMoveCommand(registrar, {
      selection: { kind: "list", params: { term: from.code } },
      to: "SCHEDULED",
      reason: "the plan is decided",
    });
    await ran();
    const applied = await step(id, startApplyCommand);
    const report = moveReport.parse(applied.outcome?.summary);
    expect(report).toMatchObject({
      chosen: 2,
      moved: 1,
      left: [{ id: over.id, why: { rule: "classes.move_not_allowed" } }],
    });
    const status = () => rows<{ status: string }>("SELECT status FROM class WHERE id = $1", [draft.id]);
    expect(await status()).toEqual([{ status: "SCHEDULED" }]);
    await step(id, startUndoCommand);
    expect(await status()).toEqual([{ status: "DRAFT" }]);
    const events = await rows<{ kind: string; detail: object }>(
      "SELECT kind, detail FROM class_event WHERE class_id = $1 ORDER BY id",
      [draft.id],
    );
    expect(events).toMatchObject([
      { kind: "moved", detail: { from: "DRAFT", to: "SCHEDULED" } },
      { kind: "moved", detail: { to: "DRAFT", undone: true } },
    ]);
  });
});
