import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { changeMeetingCommand } from "@/lib/classes/timetable/commands/change-meeting";
import { placeDelivery } from "@/lib/classes/timetable/commands/place-delivery";
import { makeMeetings } from "@/lib/classes/timetable/make-meetings";
import { listWeek } from "@/lib/classes/timetable/week";
import { checkMove } from "@/lib/classes/weeks/check-move";
import { moveMeetingCommand } from "@/lib/classes/weeks/move-meeting";
import { reportRoomUse } from "@/lib/classes/weeks/room-use";
import type { MoveMeetingInput } from "@/lib/classes/weeks/schemas";
import { findWeekSubject } from "@/lib/classes/weeks/subject";
import { campusToday } from "@/lib/platform/dates/campus";
import { addDays, startOfWeek } from "@/lib/platform/dates/day";
import { writeTx } from "@/lib/platform/db/transaction";
import { enrolStudentCommand } from "@/lib/registration/commands/enrol-student";
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
const today = campusToday();
const monday = addDays(startOfWeek(today), 7);
const tuesday = addDays(monday, 1);
const at = { startMin: 480, endMin: 570 };
let database: TestDatabase;
let campus: Campus;
let termId: number;
let roomId: number;
let otherRoomId: number;
let teacherId: number;
let studentId: number;
let made: MadeClass;
let other: MadeClass;
let count = 0;

/** The meeting of the class on a week after the first, as the grid gives it. */
async function meetingOf(week = 0) {
  const rows = await listWeek(registrar, { kind: "class", id: made.id, monday: addDays(monday, week * 7) });
  const [row] = rows;
  if (!row || rows.length !== 1) throw new Error(`${rows.length} meetings in week ${week}`);
  return row;
}

async function asked(over: Partial<MoveMeetingInput> = {}): Promise<MoveMeetingInput> {
  const { id, version, slotVersion } = await meetingOf();
  return {
    meetingId: id,
    version,
    slotVersion,
    scope: "once",
    onDate: tuesday,
    startMin: 600,
    endMin: 690,
    roomId,
    acceptClashes: false,
    ...over,
  };
}

beforeAll(async () => {
  database = await createTestDatabase();
  const { pool } = database;
  campus = await makeCampus(pool);
  [roomId, otherRoomId] = [await makeRoom(pool, "M101"), await makeRoom(pool, "M102")];
  teacherId = await makeTeacher(pool);
  const start = Math.round((Date.parse(monday) - Date.parse(today)) / 86_400_000);
  termId = await makeTerm(pool, { code: "NEXT", start, end: start + 27 });
});

afterAll(() => database.close());

/** Every test has a class of its own: Mondays at eight, and another on Tuesdays at ten in the second room. */
beforeEach(async () => {
  const { pool } = database;
  for (const table of ["meeting", "slot"]) await arrange(pool, `DELETE FROM ${table} RETURNING id`);
  count += 1;
  const bare = async (code: string) =>
    makeClass(pool, {
      courseId: await makeCourse(pool, campus.cycles.bachelor, code),
      termId,
      status: "SCHEDULED",
    });
  [made, other] = [await bare(`MOVE-${count}`), await bare(`WALL-${count}`)];
  const slots = (weekday: number, time: typeof at, room: number, teacher: number | null) => [
    { weekday, ...time, roomId: room, teacherId: teacher },
  ];
  await placeDelivery(registrar, { deliveryId: made.deliveryId, slots: slots(1, at, roomId, teacherId) }, 1);
  const ten = { startMin: 600, endMin: 690 };
  await placeDelivery(
    registrar,
    { deliveryId: other.deliveryId, slots: slots(2, ten, otherRoomId, null) },
    1,
  );
  studentId = await makeStudent(pool);
});

describe("this week only", () => {
  it("moves one meeting, which says from where; the others stay; and back again", async () => {
    const before = await meetingOf();
    const { undo } = await moveMeetingCommand(registrar, await asked());
    expect(await meetingOf()).toMatchObject({
      id: before.id,
      date: tuesday,
      startMin: 600,
      byHand: true,
      movedFrom: { weekday: 1, startMin: 480, endMin: 570 },
    });
    expect(await meetingOf(1)).toMatchObject({ date: addDays(monday, 7), startMin: 480, movedFrom: null });
    // What makes meetings anew leaves it where somebody put it.
    await writeTx(registrar, {}, (tx) => makeMeetings(tx, [made.deliveryId], monday));
    expect(await meetingOf()).toMatchObject({ date: tuesday });
    await moveMeetingCommand(registrar, undo);
    expect(await meetingOf()).toMatchObject({ date: monday, startMin: 480, byHand: false, movedFrom: null });
  });

  it("changes the room for the day and keeps the one before", async () => {
    const input = await asked({ onDate: monday, ...at, roomId: otherRoomId });
    const { undo } = await moveMeetingCommand(registrar, input);
    expect(await meetingOf()).toMatchObject({ room: "M102", plannedRoom: "M101", movedFrom: null });
    await moveMeetingCommand(registrar, undo);
    expect(await meetingOf()).toMatchObject({ room: "M101", plannedRoom: null, byHand: false });
  });

  it("stays moved when its substitute is taken back", async () => {
    await moveMeetingCommand(registrar, await asked());
    const { id, version } = await meetingOf();
    await changeMeetingCommand(registrar, { meetingId: id, version, teacherId, roomId, note: "" });
    expect(await meetingOf()).toMatchObject({ byHand: true, date: tuesday });
  });

  it("is refused where a room is taken, as the check says before", async () => {
    const input = await asked({ roomId: otherRoomId });
    const { findings } = await checkMove(registrar, {
      meeting: input.meetingId,
      scope: "once",
      date: tuesday,
      start: 600,
      end: 690,
      room: otherRoomId,
    });
    expect(findings.map((each) => each.rule)).toContain("timetable.room_taken_on");
    await expect(moveMeetingCommand(registrar, input)).rejects.toMatchObject({
      code: "timetable.in_the_way",
    });
    expect(await meetingOf()).toMatchObject({ date: monday });
  });

  it("asks about students who would have two classes at once", async () => {
    for (const { id } of [made, other])
      await enrolStudentCommand(registrar, { studentId, items: [{ classId: id }] });
    const input = await asked();
    await expect(moveMeetingCommand(registrar, input)).rejects.toMatchObject({
      code: "timetable.students_would_clash",
    });
    await moveMeetingCommand(registrar, { ...input, acceptClashes: true });
    expect(await meetingOf()).toMatchObject({ date: tuesday });
  });

  it("refuses what somebody changed meanwhile, other weeks, the past, and holidays", async () => {
    const input = await asked();
    await expect(moveMeetingCommand(registrar, { ...input, version: 99 })).rejects.toMatchObject({
      kind: "stale",
    });
    await expect(
      moveMeetingCommand(registrar, { ...input, onDate: addDays(monday, 8) }),
    ).rejects.toMatchObject({ code: "timetable.other_week" });
    await expect(
      moveMeetingCommand(registrar, { ...input, onDate: addDays(today, -1) }),
    ).rejects.toMatchObject({ code: "timetable.day_in_past" });
    const holiday = await arrange(
      database.pool,
      `INSERT INTO holiday (name, name_km, start_date, end_date) VALUES ('Feast', 'បុណ្យ', $1, $1) RETURNING id`,
      [tuesday],
    );
    await expect(moveMeetingCommand(registrar, input)).rejects.toMatchObject({
      code: "timetable.in_the_way",
    });
    await arrange(database.pool, "DELETE FROM holiday WHERE id = $1 RETURNING id", [holiday]);
    await expect(
      moveMeetingCommand(accountActor({ role: "academic_director" }), input),
    ).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("every week from here", () => {
  it("moves the weekly time with its meetings, keeps their ids, and goes back", async () => {
    const ids = [(await meetingOf(0)).id, (await meetingOf(1)).id, (await meetingOf(3)).id];
    const effect = await checkMove(registrar, {
      meeting: ids[0] ?? 0,
      scope: "onward",
      date: tuesday,
      start: 480,
      end: 570,
      room: roomId,
    });
    expect(effect).toMatchObject({ meetings: 4, students: 0, from: monday });
    expect(effect.findings.filter((each) => each.severity !== "warn")).toEqual([]);
    const { undo } = await moveMeetingCommand(registrar, await asked({ scope: "onward", ...at }));
    for (const [index, week] of [0, 1, 3].entries())
      expect(await meetingOf(week)).toMatchObject({
        id: ids[index],
        date: addDays(tuesday, week * 7),
        movedFrom: null,
        byHand: false,
      });
    await moveMeetingCommand(registrar, undo);
    for (const [index, week] of [0, 1, 3].entries())
      expect(await meetingOf(week)).toMatchObject({ id: ids[index], date: addDays(monday, week * 7) });
  });

  it("wants the version of the weekly time, and a meeting that follows it", async () => {
    await expect(
      moveMeetingCommand(registrar, await asked({ scope: "onward", slotVersion: 99 })),
    ).rejects.toMatchObject({ kind: "stale" });
    await expect(
      moveMeetingCommand(registrar, await asked({ scope: "onward", slotVersion: null })),
    ).rejects.toMatchObject({ code: "timetable.no_weekly_time" });
    await moveMeetingCommand(registrar, await asked());
    await expect(moveMeetingCommand(registrar, await asked({ scope: "onward" }))).rejects.toMatchObject({
      code: "timetable.changed_for_the_day",
    });
  });
});

describe("whose week, and how the rooms are used", () => {
  it("finds rooms, teachers and classes by what stands in the address", async () => {
    expect(await findWeekSubject(registrar, "room", "M101")).toMatchObject({ id: roomId });
    expect(await findWeekSubject(registrar, "class", String(made.id))).toMatchObject({ id: made.id });
    expect(await findWeekSubject(registrar, "room", "M999")).toBeNull();
    expect(await findWeekSubject(registrar, "teacher", "1; DROP")).toBeNull();
    expect(await findWeekSubject(registrar, "class", "x")).toBeNull();
  });

  it("divides the minutes of a room by the hours of study of the open days", async () => {
    const state = { week: monday, weeks: "1", building: null, type: null, sort: "share" } as const;
    const use = (await reportRoomUse(registrar, state, today)).rooms.find((room) => room.code === "M101");
    expect(use).toMatchObject({ meetings: 1, minutes: 90 });
    const mornings = 5 * 220 + 2 * 220;
    expect(use?.parts.morning).toBeCloseTo(90 / mornings);
    expect(use?.parts.evening).toBe(0);
    const holiday = await arrange(
      database.pool,
      `INSERT INTO holiday (name, name_km, start_date, end_date) VALUES ('Rest', 'សម្រាក', $1, $1) RETURNING id`,
      [addDays(monday, 2)],
    );
    const less = (await reportRoomUse(registrar, state, today)).rooms.find((room) => room.code === "M101");
    expect(less?.parts.morning).toBeCloseTo(90 / (mornings - 220));
    await arrange(database.pool, "DELETE FROM holiday WHERE id = $1 RETURNING id", [holiday]);
  });
});
