import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createHolidayIn } from "@/lib/calendar/holidays/commands";
import { createHolidayCommand } from "@/lib/classes/holidays/commands";
import { remakeMeetings } from "@/lib/classes/holidays/remake";
import { checkPlacement } from "@/lib/classes/timetable/check-placement";
import { moveSlot } from "@/lib/classes/timetable/commands/move-slot";
import { placeDelivery, placeDeliveryInTx } from "@/lib/classes/timetable/commands/place-delivery";
import { makeMeetings } from "@/lib/classes/timetable/make-meetings";
import { listWeek } from "@/lib/classes/timetable/week";
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
let database: TestDatabase;
let campus: Campus;
let roomId: number;
let otherRoomId: number;
let teacherId: number;
/** A term that begins next week: nothing of it is over. */
let termId: number;
let termStart: string;
let next = 0;

type Row = {
  id: number;
  day: string;
  start: number;
  room: number | null;
  teacher: number | null;
  cancelled: boolean;
  reason: string | null;
};

async function meetingsOf(deliveryId: number): Promise<Row[]> {
  const { rows } = await database.pool.query<Row>(
    `SELECT id::int, on_date::text AS day, start_min AS start, room_id AS room, teacher_id AS teacher, cancelled,
            cancel_reason AS reason FROM meeting WHERE delivery_id = $1 ORDER BY on_date, start_min`,
    [deliveryId],
  );
  return rows;
}

async function slotOf(deliveryId: number): Promise<{ id: number; version: number; delivery: number }> {
  const { rows } = await database.pool.query(
    `SELECT s.id, s.version, d.version AS delivery FROM slot s JOIN delivery d ON d.id = s.delivery_id
      WHERE s.delivery_id = $1 AND s.live ORDER BY s.valid_from DESC, s.id DESC LIMIT 1`,
    [deliveryId],
  );
  return rows[0];
}

/** A class of the coming term without times. */
async function bare(): Promise<MadeClass> {
  next += 1;
  const courseId = await makeCourse(database.pool, campus.cycles.bachelor, `MOVE-${next}`);
  return makeClass(database.pool, { courseId, termId, status: "SCHEDULED" });
}

type Time = {
  weekday: number;
  startMin: number;
  endMin: number;
  roomId: number | null;
  teacherId: number | null;
};
const time = (over: Partial<Time> = {}): Time => ({
  weekday: 2,
  startMin: 480,
  endMin: 570,
  roomId: null,
  teacherId: null,
  ...over,
});

const place = (deliveryId: number, slots: Time[], version = 1) =>
  placeDelivery(registrar, { deliveryId, slots }, version);

beforeAll(async () => {
  database = await createTestDatabase();
  campus = await makeCampus(database.pool);
  roomId = await makeRoom(database.pool, "M101");
  otherRoomId = await makeRoom(database.pool, "M102");
  teacherId = await makeTeacher(database.pool);
  termStart = addDays(startOfWeek(today), 7);
  termId = await makeTerm(database.pool, {
    code: "NEXT",
    start: daysFrom(termStart),
    end: daysFrom(termStart) + 83,
  });
});

beforeEach(async () => {
  await arrange(database.pool, "DELETE FROM meeting");
  await arrange(database.pool, "DELETE FROM slot");
  await arrange(database.pool, "DELETE FROM holiday");
});

afterAll(() => database.close());

function daysFrom(day: string): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
}

const closed = (day: string, active = true) =>
  arrange(
    database.pool,
    `INSERT INTO holiday (name, name_km, start_date, end_date, is_active) VALUES ($1::text, 'បុណ្យ', $1::text::date, $1::text::date, $2)
     ON CONFLICT (start_date, name) DO UPDATE SET is_active = $2 RETURNING id`,
    [day, active],
  );
const follow = (deliveryId: number) =>
  writeTx(registrar, {}, (tx) => makeMeetings(tx, [deliveryId], termStart, { yields: true }));

describe("meetings from weekly times (blueprints 5)", () => {
  it("stand on every date of the term but holidays", async () => {
    const tuesday = addDays(termStart, 1);
    await closed(addDays(tuesday, 7));
    const { deliveryId } = await bare();
    const placed = await place(deliveryId, [time({ roomId, teacherId })]);
    expect(placed.meetings).toMatchObject({ made: 11, changed: 0, removed: 0 });
    const found = await meetingsOf(deliveryId);
    expect(found.map(({ day }) => day)).toEqual(
      Array.from({ length: 12 }, (_, week) => addDays(tuesday, 7 * week)).filter((_, week) => week !== 1),
    );
    expect(found[0]).toMatchObject({ start: 480, room: roomId, teacher: teacherId, cancelled: false });
  });

  it("are cancelled by a new holiday with its reason, and come back with it, each once", async () => {
    const { deliveryId } = await bare();
    await place(deliveryId, [time({ roomId })]);
    const [first] = await meetingsOf(deliveryId);
    const day = first?.day ?? "";
    await closed(day);
    expect(await follow(deliveryId)).toMatchObject({ cancelled: 1, made: 0, removed: 0 });
    expect(await follow(deliveryId)).toMatchObject({ cancelled: 0, restored: 0 });
    expect((await meetingsOf(deliveryId))[0]).toMatchObject({
      id: first?.id,
      cancelled: true,
      reason: "holiday",
    });
    await closed(day, false);
    expect(await follow(deliveryId)).toMatchObject({ restored: 1 });
    expect((await meetingsOf(deliveryId))[0]).toEqual(first);
  });

  it("come back without a room that somebody took meanwhile", async () => {
    const { deliveryId } = await bare();
    await place(deliveryId, [time({ roomId })]);
    const [first] = await meetingsOf(deliveryId);
    const day = first?.day ?? "";
    await closed(day);
    await follow(deliveryId);
    const other = await bare();
    await arrange(
      database.pool,
      "INSERT INTO meeting (delivery_id, on_date, start_min, end_min, room_id, kind) VALUES ($1, $2, 500, 560, $3, 'EXTRA') RETURNING id",
      [other.deliveryId, day, roomId],
    );
    await closed(day, false);
    expect(await follow(deliveryId)).toMatchObject({ restored: 1 });
    expect((await meetingsOf(deliveryId))[0]).toMatchObject({ room: null, cancelled: false });
    // And the next change of another day leaves it so.
    expect(await follow(deliveryId)).toMatchObject({ changed: 0, kept: 0 });
  });

  it("keep their ids when the weekly time moves, from a day on; hand-made ones stay", async () => {
    const { deliveryId } = await bare();
    await place(deliveryId, [time({ roomId, teacherId })]);
    const before = await meetingsOf(deliveryId);
    const kept = before[4];
    await arrange(
      database.pool,
      "UPDATE meeting SET room_id = $2, planned_room_id = $3, by_hand = true WHERE id = $1 RETURNING id",
      [kept?.id, otherRoomId, roomId],
    );
    const { id, version } = await slotOf(deliveryId);
    const from = addDays(termStart, 14);
    const moved = await moveSlot(
      registrar,
      { slotId: id, from, ...time({ weekday: 4, startMin: 600, endMin: 690, roomId, teacherId }) },
      version,
    );
    expect(moved.slotId).not.toBe(id);
    expect(moved.meetings).toMatchObject({ made: 0, changed: 9, removed: 0, kept: 1 });
    const after = await meetingsOf(deliveryId);
    expect(after.map((each) => each.id)).toEqual(before.map((each) => each.id));
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
    expect(after[2]).toMatchObject({ day: addDays(from, 3), start: 600 });
    expect(after[4]).toMatchObject({ day: kept?.day, start: 480, room: otherRoomId });
    // The weekly time that has not begun is changed in place.
    const again = await moveSlot(
      registrar,
      { slotId: moved.slotId, from: today, ...time({ weekday: 5, roomId, teacherId }) },
      moved.version,
    );
    expect(again.slotId).toBe(moved.slotId);
  });

  it("never touch what is over", async () => {
    const courseId = await makeCourse(database.pool, campus.cycles.bachelor, "RUNS-1");
    const running = await makeClass(database.pool, {
      courseId,
      termId: campus.termId,
      slots: [{ weekday: 1, startMin: 0, endMin: 60, roomId, teacherId }],
    });
    const over = (await meetingsOf(running.deliveryId)).filter(({ day }) => day <= today);
    const { id, version } = await slotOf(running.deliveryId);
    await moveSlot(registrar, { slotId: id, from: today, ...time({ weekday: 3 }) }, version);
    const after = await meetingsOf(running.deliveryId);
    expect(after.filter(({ day }) => over.some((each) => each.day === day))).toEqual(over);
    await expect(
      moveSlot(registrar, { slotId: id, from: addDays(today, -1), ...time() }, version + 1),
    ).rejects.toMatchObject({ kind: "invalid", code: "timetable.from_in_past" });
  });

  it("are left alone when the class is cancelled", async () => {
    const made = await bare();
    await place(made.deliveryId, [time({ roomId })]);
    await arrange(
      database.pool,
      "UPDATE meeting SET cancelled = true, cancel_reason = 'class cancelled' WHERE delivery_id = $1 RETURNING id",
      [made.deliveryId],
    );
    await arrange(database.pool, "UPDATE class SET status = 'CANCELLED' WHERE id = $1 RETURNING id", [
      made.id,
    ]);
    expect(await follow(made.deliveryId)).toEqual({
      made: 0,
      changed: 0,
      cancelled: 0,
      restored: 0,
      removed: 0,
      kept: 0,
    });
  });
});

describe("placing and moving", () => {
  it("tells every clash in words before, with the page of what is in the way", async () => {
    const [one, two] = [await bare(), await bare()];
    await place(one.deliveryId, [time({ roomId, teacherId })]);
    const student = await makeStudent(database.pool);
    for (const { id } of [one, two])
      await enrolStudentCommand(registrar, { studentId: student, items: [{ classId: id }] });
    const findings = await checkPlacement(registrar, {
      deliveryId: two.deliveryId,
      ...time({ roomId, teacherId }),
    });
    expect(findings).toMatchObject([
      {
        severity: "refuse",
        rule: "timetable.room_taken",
        href: `/classes/${one.id}`,
        inputs: { room: "M101" },
      },
      { severity: "refuse", rule: "timetable.teacher_taken", href: `/classes/${one.id}` },
      { severity: "confirm", rule: "timetable.students_clash", inputs: { count: 1 } },
      { severity: "warn", rule: "timetable.teacher_unqualified" },
    ]);
    await expect(place(two.deliveryId, [time({ roomId })])).rejects.toMatchObject({
      kind: "refused",
      code: "timetable.in_the_way",
      href: `/classes/${one.id}`,
    });
    // What only students meet is asked for, and then done.
    const asked = place(two.deliveryId, [time({ roomId: otherRoomId })]);
    await expect(asked).rejects.toMatchObject({ kind: "refused", code: "timetable.students_would_clash" });
    const done = await placeDelivery(
      registrar,
      { deliveryId: two.deliveryId, slots: [time({ roomId: otherRoomId })], acceptClashes: true },
      1,
    );
    expect(done.meetings.made).toBe(12);
  });

  it("sees what is in a room for one day only", async () => {
    const [one, two] = [await bare(), await bare()];
    await place(one.deliveryId, [time({ weekday: 1, roomId: otherRoomId })]);
    const day = addDays(termStart, 8);
    await arrange(
      database.pool,
      "INSERT INTO meeting (delivery_id, on_date, start_min, end_min, room_id, kind) VALUES ($1, $2, 500, 560, $3, 'EXTRA') RETURNING id",
      [one.deliveryId, day, roomId],
    );
    expect(
      await checkPlacement(registrar, { deliveryId: two.deliveryId, ...time({ roomId }) }),
    ).toMatchObject([{ severity: "refuse", rule: "timetable.room_taken_on", inputs: { day } }]);
  });

  it("refuses a stale version, foreign ids, times that overlap, a term that is over", async () => {
    const { deliveryId } = await bare();
    await place(deliveryId, [time()]);
    await expect(place(deliveryId, [time({ weekday: 3 })], 1)).rejects.toMatchObject({ kind: "stale" });
    await expect(place(2_000_000_000, [time()])).rejects.toMatchObject({ kind: "not_found" });
    await expect(place(deliveryId, [time(), time({ startMin: 500, endMin: 600 })], 2)).rejects.toMatchObject({
      code: "timetable.times_overlap",
    });
    const { id } = await slotOf(deliveryId);
    await expect(moveSlot(registrar, { slotId: id, from: today, ...time() }, 99)).rejects.toMatchObject({
      kind: "stale",
    });
    const teacher = accountActor({
      role: "teacher",
      personId: teacherId,
      scopes: [{ kind: "OWN", ref: null }],
    });
    await expect(moveSlot(teacher, { slotId: id, from: today, ...time() }, 1)).rejects.toMatchObject({
      kind: "forbidden",
    });
  });

  it("gives the classes a new version, so that who registers is judged by the new times", async () => {
    const made = await bare();
    const version = async () =>
      (await database.pool.query("SELECT version FROM class WHERE id = $1", [made.id])).rows[0].version;
    const before = await version();
    await place(made.deliveryId, [time()]);
    expect(await version()).toBe(before + 1);
  });

  it("exchanges the rooms of two deliveries in one transaction", async () => {
    const [one, two] = [await bare(), await bare()];
    await place(one.deliveryId, [time({ roomId })]);
    await place(two.deliveryId, [time({ roomId: otherRoomId })]);
    await writeTx(registrar, {}, async (tx) => {
      await tx.$executeRaw`UPDATE slot SET room_id = CASE room_id WHEN ${roomId} THEN ${otherRoomId}::integer ELSE ${roomId}::integer END
                            WHERE delivery_id IN (${one.deliveryId}, ${two.deliveryId})`;
      expect(await makeMeetings(tx, [one.deliveryId, two.deliveryId], termStart)).toMatchObject({
        changed: 24,
      });
    });
    expect((await meetingsOf(one.deliveryId))[0]?.room).toBe(otherRoomId);
  });
});

describe("two people at one time", () => {
  it("place two deliveries in one room: one wins, the other is told who is there", async () => {
    for (let round = 0; round < 8; round += 1) {
      const pair = [await bare(), await bare()];
      const at = time({ weekday: 1 + (round % 6), startMin: 700 + round, endMin: 800 + round, roomId });
      const results = await Promise.allSettled(pair.map(({ deliveryId }) => place(deliveryId, [at])));
      const lost = results.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
      expect(lost).toHaveLength(1);
      const winner = pair[results.findIndex((each) => each.status === "fulfilled")];
      expect(lost[0]).toMatchObject({
        code: "timetable.in_the_way",
        href: `/classes/${winner?.id}`,
        explained: { because: [{ rule: "timetable.room_taken" }] },
      });
      const held = await Promise.all(pair.map(({ deliveryId }) => meetingsOf(deliveryId)));
      expect(held.map(({ length }) => length > 0)).toEqual(pair.map((each) => each === winner));
      await arrange(database.pool, "DELETE FROM meeting");
      await arrange(database.pool, "DELETE FROM slot");
    }
  });

  it("move two weekly times of one teacher to one hour: the same", async () => {
    const pair = [await bare(), await bare()];
    await place(pair[0]?.deliveryId ?? 0, [time({ weekday: 1, teacherId })]);
    await place(pair[1]?.deliveryId ?? 0, [time({ weekday: 2, teacherId })]);
    const slots = await Promise.all(pair.map(({ deliveryId }) => slotOf(deliveryId)));
    const results = await Promise.allSettled(
      slots.map(({ id, version }) =>
        moveSlot(registrar, { slotId: id, from: today, ...time({ weekday: 5, teacherId }) }, version),
      ),
    );
    expect(results.map((each) => each.status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = results.find((each) => each.status === "rejected");
    expect(lost?.reason).toMatchObject({ explained: { because: [{ rule: "timetable.teacher_taken" }] } });
  });
});

describe("a holiday that is announced while somebody plans", () => {
  const day = () => addDays(termStart, 4);
  const announce = () =>
    createHolidayCommand(registrar, {
      name: "Announced",
      nameKm: "បុណ្យ",
      startDate: day(),
      endDate: day(),
      notes: null,
    });
  const held = async (deliveryId: number) =>
    (await meetingsOf(deliveryId)).filter((each) => each.day === day() && !each.cancelled);

  it("waits for whoever plans, and closes what was planned", async () => {
    const { deliveryId } = await bare();
    let announced: Promise<{ cancelled: number }> | undefined;
    await writeTx(registrar, {}, async (tx) => {
      const slots = [time({ weekday: 5 })];
      expect((await placeDeliveryInTx(tx, registrar, { deliveryId, slots }, 1)).meetings.made).toBe(12);
      announced = announce();
      // Long enough for it to be done, if it did not wait.
      await new Promise((resolve) => setTimeout(resolve, 400));
    });
    expect(await announced).toMatchObject({ cancelled: 1 });
    expect(await held(deliveryId)).toEqual([]);
  });

  it("is waited for by whoever plans", async () => {
    const [first, second] = [await bare(), await bare()];
    await place(first.deliveryId, [time({ weekday: 5 })]);
    let placed: Promise<unknown> | undefined;
    await writeTx(registrar, {}, async (tx) => {
      const { days } = await createHolidayIn(tx, registrar, {
        name: "Announced",
        nameKm: "បុណ្យ",
        startDate: day(),
        endDate: day(),
        notes: null,
      });
      expect(await remakeMeetings(tx, days)).toMatchObject({ cancelled: 1 });
      placed = place(second.deliveryId, [time({ weekday: 5, startMin: 700, endMin: 760 })]);
      await new Promise((resolve) => setTimeout(resolve, 400));
    });
    await placed;
    expect(await held(second.deliveryId)).toEqual([]);
  });
});

describe("the week", () => {
  it("of a room, a teacher, a class and a programme holds the dated meetings", async () => {
    const made = await bare();
    await place(made.deliveryId, [time({ roomId, teacherId })]);
    const monday = termStart;
    for (const which of [
      { kind: "room" as const, id: roomId },
      { kind: "teacher" as const, id: teacherId },
      { kind: "class" as const, id: made.id },
    ])
      expect(await listWeek(registrar, { ...which, monday })).toMatchObject([
        {
          date: addDays(monday, 1),
          room: "M101",
          roomId,
          teacherId,
          classId: made.id,
          byHand: false,
          together: [],
        },
      ]);
    expect(await listWeek(registrar, { kind: "programme", id: campus.programmeId, monday })).toEqual([]);
    const student = accountActor({ role: "student", personId: 1, scopes: [{ kind: "OWN", ref: null }] });
    await expect(listWeek(student, { kind: "room", id: roomId, monday })).rejects.toMatchObject({
      kind: "forbidden",
    });
  });
});
