import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listTeacherMeetings } from "@/lib/classes/queries/teacher-week";
import { checkMeeting } from "@/lib/classes/timetable/check-meeting";
import {
  addMeetingCommand,
  makeUpMeetingCommand,
  removeMeetingCommand,
} from "@/lib/classes/timetable/commands/add-meeting";
import { cancelMeetingCommand, restoreMeetingCommand } from "@/lib/classes/timetable/commands/cancel-meeting";
import { changeMeetingCommand } from "@/lib/classes/timetable/commands/change-meeting";
import { placeDelivery } from "@/lib/classes/timetable/commands/place-delivery";
import { findRooms, findTeachers } from "@/lib/classes/timetable/find-free";
import { makeMeetings } from "@/lib/classes/timetable/make-meetings";
import { campusToday } from "@/lib/platform/dates/campus";
import { addDays, startOfWeek } from "@/lib/platform/dates/day";
import { writeTx } from "@/lib/platform/db/transaction";
import { enrolStudentCommand } from "@/lib/registration/commands/enrol-student";
import { listStudentMeetings } from "@/lib/registration/queries/student-week";
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
  makeTerm,
} from "@/tests/factories/timetable";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

const registrar = accountActor({ role: "registrar" });
const own = { scopes: [{ kind: "OWN" as const, ref: null }] };
const today = campusToday();
const monday = addDays(startOfWeek(today), 7);
const REASON = "The teacher is ill";
let database: TestDatabase;
let campus: Campus;
let termId: number;
let roomId: number;
let otherRoomId: number;
let teacherId: number;
let substituteId: number;
let studentId: number;
let made: MadeClass;
let other: MadeClass;

type Row = { id: number; version: number; day: string };

async function meetings(deliveryId = made.deliveryId): Promise<Row[]> {
  const { rows } = await database.pool.query<Row>(
    "SELECT id::int, version, on_date::text AS day FROM meeting WHERE delivery_id = $1 ORDER BY on_date, start_min",
    [deliveryId],
  );
  return rows;
}

async function nth(index: number): Promise<{ meetingId: number; version: number; day: string }> {
  const row = (await meetings())[index];
  return { meetingId: row?.id ?? 0, version: row?.version ?? 0, day: row?.day ?? "" };
}

const of = (id: number) =>
  database.pool.query("SELECT * FROM meeting WHERE id = $1", [id]).then(({ rows }) => rows[0]);

beforeAll(async () => {
  database = await createTestDatabase();
  const { pool } = database;
  campus = await makeCampus(pool);
  [roomId, otherRoomId] = [await makeRoom(pool, "M101"), await makeRoom(pool, "M102")];
  [teacherId, substituteId] = [await makeTeacher(pool), await makeTeacher(pool)];
  const start = Math.round((Date.parse(monday) - Date.parse(today)) / 86_400_000);
  termId = await makeTerm(pool, { code: "NEXT", start, end: start + 83 });
  const bare = async (code: string) =>
    makeClass(pool, {
      courseId: await makeCourse(pool, campus.cycles.bachelor, code),
      termId,
      status: "SCHEDULED",
    });
  [made, other] = [await bare("DAY-1"), await bare("DAY-2")];
  studentId = await makeStudent(pool);
  const at = { startMin: 480, endMin: 570 };
  await placeDelivery(
    registrar,
    { deliveryId: made.deliveryId, slots: [{ weekday: 1, ...at, roomId, teacherId }] },
    1,
  );
  await placeDelivery(
    registrar,
    { deliveryId: other.deliveryId, slots: [{ weekday: 3, ...at, roomId, teacherId: substituteId }] },
    1,
  );
  for (const { id } of [made, other])
    await enrolStudentCommand(registrar, { studentId, items: [{ classId: id }] });
});

afterAll(() => database.close());

describe("one meeting", () => {
  it("is cancelled with a reason, seen by student and teacher at once, and restored", async () => {
    const { meetingId, version, day } = await nth(0);
    const cancelled = await cancelMeetingCommand(registrar, { meetingId, version, reason: REASON });
    const student = accountActor({ role: "student", personId: studentId, ...own });
    const teacher = accountActor({ role: "teacher", personId: teacherId, ...own });
    const seen = { id: meetingId, cancelled: true, cancelReason: REASON };
    expect(await listStudentMeetings(student, day, day)).toMatchObject([seen]);
    expect(await listTeacherMeetings(teacher, day, day)).toMatchObject([seen]);
    await expect(
      cancelMeetingCommand(registrar, { meetingId, version, reason: REASON }),
    ).rejects.toMatchObject({ kind: "stale" });
    // What cancelled it was no holiday: the weekly time does not bring it back.
    await writeTx(registrar, {}, (tx) => makeMeetings(tx, [made.deliveryId], monday));
    expect((await of(meetingId)).cancelled).toBe(true);
    await restoreMeetingCommand(registrar, { meetingId, version: cancelled.version });
    expect(await of(meetingId)).toMatchObject({ cancelled: false, cancel_reason: null, by_hand: false });
  });

  it("stays where it was moved to for the day when it is cancelled and restored", async () => {
    const { meetingId, version } = await nth(9);
    await arrange(
      database.pool,
      "UPDATE meeting SET start_min = 600, end_min = 690, by_hand = true WHERE id = $1 RETURNING id",
      [meetingId],
    );
    const cancelled = await cancelMeetingCommand(registrar, { meetingId, version, reason: REASON });
    await restoreMeetingCommand(registrar, { meetingId, version: cancelled.version });
    await writeTx(registrar, {}, (tx) => makeMeetings(tx, [made.deliveryId], monday));
    expect(await of(meetingId)).toMatchObject({ start_min: 600, by_hand: true, cancelled: false });
  });

  it("is not restored into a room that is taken", async () => {
    const { meetingId, version, day } = await nth(1);
    const cancelled = await cancelMeetingCommand(registrar, { meetingId, version, reason: REASON });
    const extra = await addMeetingCommand(registrar, {
      deliveryId: other.deliveryId,
      onDate: day,
      startMin: 500,
      endMin: 590,
      roomId,
      teacherId: null,
      note: "",
      acceptClashes: false,
    });
    await expect(
      restoreMeetingCommand(registrar, { meetingId, version: cancelled.version }),
    ).rejects.toMatchObject({
      code: "timetable.in_the_way",
      explained: { because: [{ rule: "timetable.room_taken_on" }] },
    });
    await removeMeetingCommand(registrar, extra);
    await restoreMeetingCommand(registrar, { meetingId, version: cancelled.version });
  });

  it("gets a substitute and another room, and the regular ones again", async () => {
    const { meetingId, version, day } = await nth(2);
    const change = {
      meetingId,
      version,
      teacherId: substituteId,
      roomId: otherRoomId,
      note: "Bring laptops",
    };
    const changed = await changeMeetingCommand(registrar, change);
    expect(await of(meetingId)).toMatchObject({
      teacher_id: substituteId,
      planned_teacher_id: teacherId,
      room_id: otherRoomId,
      planned_room_id: roomId,
      by_hand: true,
    });
    const substitute = accountActor({ role: "substitute", personId: substituteId, ...own });
    const student = accountActor({ role: "student", personId: studentId, ...own });
    expect(await listTeacherMeetings(substitute, day, day)).toMatchObject([{ id: meetingId, room: "M102" }]);
    expect(await listStudentMeetings(student, day, day)).toMatchObject([
      { id: meetingId, room: "M102", plannedRoom: "M101" },
    ]);
    // Whoever would have taught sees who does, and has the hour free elsewhere.
    const teacher = accountActor({ role: "teacher", personId: teacherId, ...own });
    expect(await listTeacherMeetings(teacher, day, day)).toEqual([]);
    expect(await listTeacherMeetings(teacher, day, day, true)).toMatchObject([
      { id: meetingId, teacher: { familyName: "KEO" }, plannedTeacher: { familyName: "KEO" } },
    ]);
    await changeMeetingCommand(registrar, {
      meetingId,
      version: changed.version,
      teacherId,
      roomId,
      note: "",
    });
    expect(await of(meetingId)).toMatchObject({
      planned_teacher_id: null,
      planned_room_id: null,
      by_hand: false,
      note: null,
    });
  });

  it("refuses a substitute who teaches then, and a foreign or invisible meeting", async () => {
    const { meetingId, version, day } = await nth(3);
    await addMeetingCommand(registrar, {
      deliveryId: other.deliveryId,
      onDate: day,
      startMin: 500,
      endMin: 560,
      roomId: null,
      teacherId: substituteId,
      note: "",
      acceptClashes: true,
    });
    const change = { meetingId, version, teacherId: substituteId, roomId, note: "" };
    await expect(changeMeetingCommand(registrar, change)).rejects.toMatchObject({
      code: "timetable.in_the_way",
      href: `/classes/${other.id}`,
    });
    await expect(
      changeMeetingCommand(registrar, { ...change, meetingId: 2_000_000_000 }),
    ).rejects.toMatchObject({ kind: "not_found", code: "timetable.meeting_not_found" });
    const teacher = accountActor({ role: "teacher", personId: teacherId, ...own });
    await expect(changeMeetingCommand(teacher, change)).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("a make-up", () => {
  const at = { startMin: 480, endMin: 570, acceptClashes: false };

  it("stands in for a cancelled meeting, once, on an open day, with clashes told", async () => {
    const { meetingId, version, day } = await nth(5);
    const wanted = { meetingId, onDate: addDays(day, 4), ...at, roomId: otherRoomId, teacherId };
    await expect(makeUpMeetingCommand(registrar, { ...wanted, version })).rejects.toMatchObject({
      code: "timetable.meeting_not_cancelled",
    });
    const { version: next } = await cancelMeetingCommand(registrar, { meetingId, version, reason: REASON });
    // The student sits in the other class on Wednesday at this time.
    await expect(
      makeUpMeetingCommand(registrar, { ...wanted, onDate: addDays(day, 2), version: next }),
    ).rejects.toMatchObject({ code: "timetable.students_would_clash" });
    await arrange(
      database.pool,
      "INSERT INTO holiday (name, name_km, start_date, end_date) VALUES ('X', 'ឈប់', $1::date, $1::date) RETURNING id",
      [addDays(day, 5)],
    );
    await expect(
      makeUpMeetingCommand(registrar, { ...wanted, onDate: addDays(day, 5), version: next }),
    ).rejects.toMatchObject({ explained: { because: [{ rule: "timetable.day_closed" }] } });
    await expect(
      makeUpMeetingCommand(registrar, { ...wanted, onDate: addDays(today, -1), version: next }),
    ).rejects.toMatchObject({ code: "timetable.day_in_past" });
    const added = await makeUpMeetingCommand(registrar, { ...wanted, version: next });
    expect(await of(added.meetingId)).toMatchObject({ kind: "MAKE_UP", makes_up_for_id: meetingId });
    const { version: missed } = await nth(5);
    await expect(makeUpMeetingCommand(registrar, { ...wanted, version: missed })).rejects.toMatchObject({
      code: "timetable.made_up_already",
    });
    await expect(restoreMeetingCommand(registrar, { meetingId, version: missed })).rejects.toMatchObject({
      code: "timetable.made_up_already",
    });
    await removeMeetingCommand(registrar, added);
    expect(await of(added.meetingId)).toBeUndefined();
    await expect(removeMeetingCommand(registrar, { meetingId, version: missed })).rejects.toMatchObject({
      code: "timetable.not_added",
    });
  });

  it("of two people for one meeting: one wins, the other is told", async () => {
    const { meetingId, version, day } = await nth(7);
    const { version: next } = await cancelMeetingCommand(registrar, { meetingId, version, reason: REASON });
    const wanted = { meetingId, version: next, ...at, roomId: null, teacherId: null };
    const results = await Promise.allSettled(
      [4, 6].map((days) => makeUpMeetingCommand(registrar, { ...wanted, onDate: addDays(day, days) })),
    );
    expect(results.map((each) => each.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find((each) => each.status === "rejected")?.reason).toMatchObject({ kind: "stale" });
  });
});

describe("who and what is free", () => {
  const when = (over = {}) => ({
    weekly: false,
    weekday: 1,
    startMin: 480,
    endMin: 570,
    from: monday,
    to: monday,
    deliveryId: null,
    ...over,
  });
  const any = { seats: 1, roomType: null, building: null, projector: false, computers: false };

  it("rooms: free ones first, the others say who is there; too small ones are left out", async () => {
    expect(await findRooms(registrar, when(), any)).toMatchObject([
      { code: "M102", busy: null },
      { code: "M101", busy: { code: "DAY-1", classId: made.id } },
    ]);
    expect(await findRooms(registrar, when({ from: addDays(monday, 1), weekday: 2 }), any)).toMatchObject([
      { code: "M101", busy: null },
      { code: "M102", busy: null },
    ]);
    expect(await findRooms(registrar, when({ weekly: true, to: addDays(monday, 83) }), any)).toMatchObject([
      { code: "M102" },
      { code: "M101", busy: { date: null } },
    ]);
    expect(await findRooms(registrar, when(), { ...any, seats: 41 })).toEqual([]);
    expect(await findRooms(registrar, when(), { ...any, computers: true })).toEqual([]);
  });

  it("teachers: free and qualified ones first", async () => {
    const found = () =>
      findTeachers(registrar, when({ deliveryId: other.deliveryId }), { departmentCode: null, q: "" }, 100);
    expect(await found()).toMatchObject([
      { id: substituteId, busy: null, qualified: "refuse" },
      { id: teacherId, busy: { code: "DAY-1" }, qualified: "refuse" },
    ]);
    const qualifiedId = await makeTeacher(database.pool);
    const department = await arrange(
      database.pool,
      "INSERT INTO department (code, name, name_km) VALUES ('AFAC', 'Academic', 'សិក្សា') ON CONFLICT (code) DO UPDATE SET name = 'Academic' RETURNING id",
    );
    await arrange(
      database.pool,
      `INSERT INTO teaching_qualification (teacher_id, department_id, minimum_degree, levels, valid_from)
       VALUES ($1, $2, 'MASTER', 'BOTH', '2020-01-01') RETURNING id`,
      [qualifiedId, department],
    );
    expect((await found())[0]).toMatchObject({ id: qualifiedId, qualified: "pass" });
    await arrange(
      database.pool,
      "UPDATE teacher SET status = 'INACTIVE' WHERE person_id = $1 RETURNING person_id",
      [qualifiedId],
    );
    expect((await found()).map(({ id }) => id)).not.toContain(qualifiedId);
  });

  it("is told before a meeting is planned", async () => {
    const place = {
      deliveryId: other.deliveryId,
      meetingId: null,
      onDate: monday,
      startMin: 480,
      endMin: 570,
      roomId,
      teacherId: null,
    };
    expect(await checkMeeting(registrar, place)).toMatchObject([
      { rule: "timetable.room_taken_on", href: `/classes/${made.id}` },
      { rule: "timetable.students_clash" },
    ]);
  });
});
