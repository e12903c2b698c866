import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findClassPage } from "@/lib/classes/queries/get-class";
import { listClasses } from "@/lib/classes/queries/list-classes";
import { listTaughtClasses, listTeacherMeetings } from "@/lib/classes/queries/teacher-week";
import { loadClassList } from "@/lib/classes/search-params";
import { campusToday } from "@/lib/platform/dates/campus";
import { addDays } from "@/lib/platform/dates/day";
import { enrolStudentCommand } from "@/lib/registration/commands/enrol-student";
import { listRoster } from "@/lib/registration/queries/roster";
import { findOwnStudies, listStudentMeetings } from "@/lib/registration/queries/student-week";
import { accountActor } from "@/tests/factories/actor";
import {
  arrange,
  type Campus,
  type MadeClass,
  makeCampus,
  makeClass,
  makeCourse,
  makeRoom,
  makeStudent,
  makeTeacher,
} from "@/tests/factories/timetable";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

const own = { scopes: [{ kind: "OWN" as const, ref: null }] };
let database: TestDatabase;
let campus: Campus;
let teacherId: number;
let otherTeacherId: number;
let roomId: number;
let mine: MadeClass;
let foreign: MadeClass;
/** A delivery that no class uses: what is tried on it leaves no trace elsewhere. */
let third: number;

beforeAll(async () => {
  database = await createTestDatabase();
  const { pool } = database;
  campus = await makeCampus(pool);
  [teacherId, otherTeacherId] = [await makeTeacher(pool), await makeTeacher(pool)];
  roomId = await makeRoom(pool, "M101");
  const course = (code: string) => makeCourse(pool, campus.cycles.bachelor, code);
  const slots = [{ weekday: 2, startMin: 1050, endMin: 1140, roomId, teacherId }];
  mine = await makeClass(pool, { courseId: await course("OWN-1"), termId: campus.termId, slots });
  third = await arrange(pool, "INSERT INTO delivery (term_id) VALUES ($1) RETURNING id", [campus.termId]);
  foreign = await makeClass(pool, {
    courseId: await course("FOR-1"),
    termId: campus.termId,
    slots: [{ weekday: 2, startMin: 1140, endMin: 1230, roomId, teacherId: otherTeacherId }],
  });
});

afterAll(() => database.close());

describe("what a timetable can never be (blueprints 5)", () => {
  const slot = (deliveryId: number, values: string) =>
    arrange(
      database.pool,
      `INSERT INTO slot (delivery_id, weekday, start_min, end_min, room_id, teacher_id, valid_from, valid_to, live)
       SELECT $1, ${values} FROM term t WHERE t.id = $2 RETURNING id`,
      [deliveryId, campus.termId],
    );
  const meeting = (deliveryId: number, values: string) =>
    arrange(
      database.pool,
      `INSERT INTO meeting (delivery_id, on_date, start_min, end_min, room_id, teacher_id, cancelled)
       SELECT $1, m.on_date, ${values} FROM meeting m WHERE m.delivery_id = $2 ORDER BY m.id LIMIT 1 RETURNING id`,
      [deliveryId, mine.deliveryId],
    );

  it("refuses a second delivery in a room or with a teacher at one time, by name of the constraint", async () => {
    const other = third;
    await expect(
      slot(other, `2, 1100, 1130, ${roomId}, NULL, t.start_date, t.end_date, true`),
    ).rejects.toMatchObject({
      constraint: "slot_room_free",
    });
    await expect(
      slot(other, `2, 1100, 1130, NULL, ${teacherId}, t.start_date, t.end_date, true`),
    ).rejects.toMatchObject({
      constraint: "slot_teacher_free",
    });
    await expect(meeting(other, `1100, 1130, ${roomId}, NULL, false`)).rejects.toMatchObject({
      constraint: "meeting_room_free",
    });
    await expect(meeting(other, `1100, 1130, NULL, ${teacherId}, false`)).rejects.toMatchObject({
      constraint: "meeting_teacher_free",
    });
  });

  it("allows what touches, what is over, what is cancelled, and what has no room yet", async () => {
    const other = third;
    await expect(
      slot(other, `2, 1230, 1260, ${roomId}, ${teacherId}, t.start_date, t.end_date, true`),
    ).resolves.toBeTruthy();
    await expect(
      slot(other, `2, 1050, 1140, ${roomId}, NULL, t.end_date + 1, t.end_date + 30, true`),
    ).resolves.toBeTruthy();
    await expect(
      slot(other, `2, 1050, 1140, ${roomId}, NULL, t.start_date, t.end_date, false`),
    ).resolves.toBeTruthy();
    await expect(meeting(other, `1050, 1140, ${roomId}, ${teacherId}, true`)).resolves.toBeTruthy();
    await expect(meeting(other, "1050, 1140, NULL, NULL, false")).resolves.toBeTruthy();
  });

  it.each([
    ["9, 100, 200", "slot_weekday_in_week"],
    ["1, 200, 200", "slot_minutes_in_day"],
    ["1, 1400, 1441", "slot_minutes_in_day"],
  ])("refuses the slot %s", async (values, constraint) => {
    await expect(slot(third, `${values}, NULL, NULL, t.start_date, t.end_date, true`)).rejects.toMatchObject({
      constraint,
    });
  });

  it("can be applied again without rebuilding anything", async () => {
    const { readFileSync } = await import("node:fs");
    const before = await database.pool.query(
      "SELECT oid FROM pg_constraint WHERE conname = 'meeting_room_free'",
    );
    for (const file of ["classes/constraints.sql", "registration/constraints.sql"]) {
      await database.pool.query(readFileSync(`prisma/sql/${file}`, "utf8"));
    }
    const after = await database.pool.query(
      "SELECT oid FROM pg_constraint WHERE conname = 'meeting_room_free'",
    );
    expect(after.rows).toEqual(before.rows);
  });
});

describe("whose classes", () => {
  it("a teacher reaches the own class and its roster, no other", async () => {
    const teacher = accountActor({ role: "teacher", personId: teacherId, ...own });
    const registrar = accountActor({ role: "registrar" });
    const student = await makeStudent(database.pool);
    for (const { id } of [mine, foreign]) {
      await enrolStudentCommand(registrar, { studentId: student, items: [{ classId: id }] });
    }
    expect((await listTaughtClasses(teacher)).map((each) => each.id)).toEqual([mine.id]);
    expect(await findClassPage(teacher, mine.id)).toMatchObject({ code: "OWN-1" });
    expect(await listRoster(teacher, mine.id)).toMatchObject([{ studentId: student, status: "ENROLLED" }]);
    expect(await findClassPage(teacher, foreign.id)).toBeNull();
    expect(await listRoster(teacher, foreign.id)).toEqual([]);
    await expect(listClasses(teacher, loadClassList({}))).rejects.toMatchObject({ kind: "forbidden" });
    await expect(listRoster(accountActor({ role: "cashier" }), mine.id)).rejects.toMatchObject({
      kind: "forbidden",
    });
  });

  it("a substitute reaches a class for the coming dates only", async () => {
    const substituteId = await makeTeacher(database.pool);
    const substitute = accountActor({ role: "substitute", personId: substituteId, ...own });
    expect(await findClassPage(substitute, mine.id)).toBeNull();
    await arrange(
      database.pool,
      `UPDATE meeting SET teacher_id = $1 WHERE id = (SELECT id FROM meeting WHERE delivery_id = $2 AND on_date < $3::date
        ORDER BY on_date DESC LIMIT 1) RETURNING id`,
      [substituteId, mine.deliveryId, campusToday()],
    );
    expect(await findClassPage(substitute, mine.id)).toBeNull();
    await arrange(
      database.pool,
      `UPDATE meeting SET teacher_id = $1 WHERE id = (SELECT id FROM meeting WHERE delivery_id = $2 AND on_date >= $3::date
        ORDER BY on_date LIMIT 1) RETURNING id`,
      [substituteId, mine.deliveryId, campusToday()],
    );
    expect(await findClassPage(substitute, mine.id)).toMatchObject({ id: mine.id });
  });

  it("a student sees the own meetings, and cancelled ones with their reason", async () => {
    const studentId = await makeStudent(database.pool);
    const student = accountActor({ role: "student", personId: studentId, ...own });
    const registrar = accountActor({ role: "registrar" });
    const today = campusToday();
    const week = () => listStudentMeetings(student, addDays(today, -7), addDays(today, 14));
    expect(await week()).toEqual([]);
    await enrolStudentCommand(registrar, { studentId, items: [{ classId: mine.id }] });
    const meetings = await week();
    expect(meetings.length).toBeGreaterThanOrEqual(3);
    expect(meetings[0]).toMatchObject({ code: "OWN-1", startMin: 1050, room: "M101", part: null });
    await arrange(
      database.pool,
      "UPDATE meeting SET cancelled = true, cancel_reason = 'Water Festival' WHERE id = $1 RETURNING id",
      [meetings[0]?.id],
    );
    expect((await week())[0]).toMatchObject({ cancelled: true, cancelReason: "Water Festival" });
    expect(await findOwnStudies(student)).toMatchObject({ classes: [{ code: "OWN-1", rooms: ["M101"] }] });
  });

  it("a teacher's week holds the own meetings", async () => {
    const teacher = accountActor({ role: "teacher", personId: otherTeacherId, ...own });
    const today = campusToday();
    const meetings = await listTeacherMeetings(teacher, today, addDays(today, 14));
    expect(meetings.length).toBeGreaterThan(0);
    expect(new Set(meetings.map((each) => each.code))).toEqual(new Set(["FOR-1"]));
  });
});

describe("the list of classes", () => {
  const registrar = accountActor({ role: "registrar" });
  const codes = async (params: Record<string, string>) =>
    (await listClasses(registrar, loadClassList(params))).rows.map((row) => row.code);

  it("finds by code, title, room and teacher, and filters by seats and timetable", async () => {
    const courseId = await makeCourse(database.pool, campus.cycles.bachelor, "EMPTY-1");
    await makeClass(database.pool, { courseId, termId: campus.termId, capacity: 0 });
    expect(await codes({})).toEqual(["EMPTY-1", "FOR-1", "OWN-1"]);
    expect(await codes({ sort: "-code" })).toEqual(["OWN-1", "FOR-1", "EMPTY-1"]);
    expect(await codes({ q: "own" })).toEqual(["OWN-1"]);
    expect(await codes({ q: "M101 for" })).toEqual(["FOR-1"]);
    expect(await codes({ q: "sophea" })).toEqual(["FOR-1", "OWN-1"]);
    expect(await codes({ q: "100%" })).toEqual([]);
    expect(await codes({ seats: "full" })).toEqual(["EMPTY-1"]);
    expect(await codes({ timetable: "incomplete" })).toContain("EMPTY-1");
    expect(await codes({ timetable: "complete" })).toContain("OWN-1");
    expect(await codes({ status: "DRAFT" })).toEqual([]);
    expect(await codes({ term: "no-such-term" })).toEqual([]);
  });

  it("numbers its pages", async () => {
    const page = await listClasses(registrar, loadClassList({ page: "2", size: "25" }));
    expect(page).toMatchObject({ rows: [], page: 2, total: 3, totalIsExact: true });
  });

  it("shows a director of another programme nothing", async () => {
    const director = accountActor({ role: "academic_director", scopes: [{ kind: "PROGRAMME", ref: "MBA" }] });
    expect((await listClasses(director, loadClassList({}))).rows).toEqual([]);
    expect(await findClassPage(director, mine.id)).toBeNull();
  });
});
