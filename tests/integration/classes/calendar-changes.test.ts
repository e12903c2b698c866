import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closedDays, listHolidays } from "@/lib/calendar/queries";
import type { EditTermInput } from "@/lib/calendar/schemas";
import { createTermCommand } from "@/lib/calendar/terms/commands";
import { getTerm, listTerms } from "@/lib/calendar/terms/queries";
import { createHolidayCommand, editHolidayCommand, setHolidayCommand } from "@/lib/classes/holidays/commands";
import { listKeyDates } from "@/lib/classes/queries/key-dates";
import { editTermCommand, previewTermCommand } from "@/lib/classes/terms/commands";
import {
  createTestResetCommand,
  editTestResetCommand,
  fillTestResetsCommand,
  removeTestResetCommand,
} from "@/lib/classes/test-resets/commands";
import { listTestResets } from "@/lib/classes/test-resets/queries";
import { placeDelivery } from "@/lib/classes/timetable/commands/place-delivery";
import { campusToday } from "@/lib/platform/dates/campus";
import { addDays, startOfWeek } from "@/lib/platform/dates/day";
import { writeTx } from "@/lib/platform/db/transaction";
import { accountActor } from "@/tests/factories/actor";
import {
  type Campus,
  type MadeClass,
  makeCampus,
  makeClass,
  makeCourse,
  makeRoom,
  makeTerm,
} from "@/tests/factories/timetable";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

const registrar = accountActor({ role: "registrar" });
const teacher = accountActor({ role: "teacher" });
const today = campusToday();
/** A Monday to come, in the term of these tests. */
const monday = addDays(startOfWeek(today), 14);
let database: TestDatabase;
let campus: Campus;
let termId: number;
let next = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  campus = await makeCampus(database.pool);
  termId = await makeTerm(database.pool, { code: "CAL-A", type: "ENG_A", start: -7, end: 76 });
});
afterAll(() => database.close());

/** A class that meets on Mondays and Wednesdays in a room of its own, in the term. */
async function classOn(term = termId): Promise<MadeClass & { roomId: number }> {
  next += 1;
  const courseId = await makeCourse(database.pool, campus.cycles.language, `CAL-${next}`);
  const made = await makeClass(database.pool, { courseId, termId: term, status: "SCHEDULED" });
  const roomId = await makeRoom(database.pool, `CAL-R${next}`);
  const slot = (weekday: number) => ({ weekday, startMin: 480, endMin: 570, roomId, teacherId: null });
  await placeDelivery(registrar, { deliveryId: made.deliveryId, slots: [slot(1), slot(3)] }, 1);
  return { ...made, roomId };
}

async function meetings(
  deliveryId: number,
): Promise<{ day: string; cancelled: boolean; reason: string | null }[]> {
  const { rows } = await database.pool.query(
    `SELECT on_date::text AS day, cancelled, cancel_reason AS reason FROM meeting WHERE delivery_id = $1 ORDER BY on_date`,
    [deliveryId],
  );
  return rows;
}

const holiday = (over: object = {}) => ({
  name: `Holiday ${++next}`,
  nameKm: "បុណ្យ",
  startDate: monday,
  endDate: null,
  notes: "",
  ...over,
});

async function inputOf(code: string, over: Partial<EditTermInput> = {}): Promise<EditTermInput> {
  const { name, termType: _type, ...term } = await getTerm(registrar, code);
  return { ...term, name: name.en, nameKm: name.km, ...over };
}

describe("a holiday", () => {
  it("cancels the meetings of its days, gives them back when it is taken back, and closes nothing then", async () => {
    const made = await classOn();
    const on = async () => (await meetings(made.deliveryId)).find(({ day }) => day === monday);
    expect(await on()).toMatchObject({ cancelled: false });
    const { id, cancelled } = await createHolidayCommand(registrar, holiday({ notes: null }));
    expect(cancelled).toBeGreaterThanOrEqual(1);
    expect(await on()).toMatchObject({ cancelled: true, reason: "holiday" });
    const shut = () =>
      writeTx(registrar, {}, (tx) => closedDays(tx, addDays(monday, -1), addDays(monday, 1)));
    expect([...(await shut())]).toEqual([monday]);
    const back = await setHolidayCommand(registrar, { id, version: 1, isActive: false });
    expect(back.restored).toBe(cancelled);
    expect(await on()).toMatchObject({ cancelled: false });
    expect([...(await shut())]).toEqual([]);
    expect((await listHolidays(teacher, monday, monday)).size).toBe(0);
    await setHolidayCommand(registrar, { id, version: 2, isActive: true });
    expect(await on()).toMatchObject({ cancelled: true });
    await expect(setHolidayCommand(registrar, { id, version: 2, isActive: false })).rejects.toMatchObject({
      kind: "stale",
    });
    await setHolidayCommand(registrar, { id, version: 3, isActive: false });
  });

  it("moves with its meetings", async () => {
    const made = await classOn();
    const { id } = await createHolidayCommand(registrar, holiday({ name: "Moves", notes: null }));
    const wednesday = addDays(monday, 2);
    await editHolidayCommand(registrar, {
      ...holiday({ name: "Moves", notes: null }),
      id,
      version: 1,
      startDate: wednesday,
    });
    const rows = await meetings(made.deliveryId);
    expect(rows.find(({ day }) => day === monday)).toMatchObject({ cancelled: false });
    expect(rows.find(({ day }) => day === wednesday)).toMatchObject({ cancelled: true, reason: "holiday" });
    await setHolidayCommand(registrar, { id, version: 2, isActive: false });
  });

  it("is refused when its days or names make no sense, and to whoever only reads the calendar", async () => {
    const make = (over: object) => createHolidayCommand(registrar, { ...holiday({ notes: null }), ...over });
    await expect(make({ endDate: addDays(monday, -1) })).rejects.toMatchObject({
      code: "calendar.ends_before_it_begins",
    });
    await expect(make({ endDate: addDays(monday, 60) })).rejects.toMatchObject({
      code: "calendar.holiday_too_long",
    });
    await make({ name: "Twice", startDate: "2031-01-01" });
    await expect(make({ name: "Twice", startDate: "2031-01-01" })).rejects.toMatchObject({
      code: "calendar.holiday_twice",
    });
    await expect(createHolidayCommand(teacher, holiday({ notes: null }))).rejects.toMatchObject({
      kind: "forbidden",
    });
  });

  it("is held by the database", async () => {
    const client = await database.pool.connect();
    try {
      await client.query("SELECT set_config('naga.actor', 'system:test', false)");
      await expect(
        client.query(
          "INSERT INTO holiday (name, name_km, start_date, end_date) VALUES ('X', 'X', '2030-01-02', '2030-01-01')",
        ),
      ).rejects.toThrow(/holiday_days_in_order/);
      await expect(
        client.query("UPDATE term SET drop_deadline = add_deadline - 1 WHERE id = $1", [termId]),
      ).rejects.toThrow(/term_drop_after_add/);
      await expect(
        client.query("UPDATE term SET end_date = start_date WHERE id = $1", [termId]),
      ).rejects.toThrow(/term_/);
    } finally {
      client.release();
    }
  });
});

describe("a term", () => {
  it("is made in order, once per code", async () => {
    const days = {
      startDate: "2031-01-06",
      endDate: "2031-03-30",
      registrationOpensOn: null,
      registrationClosesOn: null,
      discountEndDate: null,
      addDeadline: "2031-01-13",
      dropDeadline: "2031-01-20",
      paymentDeadline: null,
    };
    const facts = { name: "New", nameKm: "ថ្មី", baCohortNumber: 12, maCohortNumber: null, isActive: true };
    const make = (over: object) =>
      createTermCommand(registrar, { ...days, ...facts, code: "310106X-T1", termType: "X", ...over });
    await expect(make({ dropDeadline: "2031-01-12" })).rejects.toMatchObject({
      code: "calendar.dates_out_of_order",
      fields: { dropDeadline: ["calendar.drop_before_add"] },
    });
    await make({});
    await expect(make({})).rejects.toMatchObject({ code: "calendar.term_code_taken" });
    const list = await listTerms(teacher, {
      q: "310106",
      page: 1,
      size: 25,
      sort: { column: "start", direction: "desc" },
      type: "X",
      when: "coming",
    });
    expect(list.rows).toMatchObject([
      { code: "310106X-T1", baCohortNumber: 12, name: { en: "New", km: "ថ្មី" } },
    ]);
    expect(list.total).toBe(1);
  });

  it("shows what new dates do, does it, and leaves alone what somebody chose", async () => {
    const code = "CAL-B";
    const term = await makeTerm(database.pool, { code, type: "ENG_B", start: 7, end: 7 + 83 });
    const made = await classOn(term);
    await fillTestResetsCommand(registrar, { termId: term });
    const before = await meetings(made.deliveryId);
    const tests = await listTestResets(registrar, term);
    const input = await inputOf(code);
    const longer = { ...input, endDate: addDays(input.endDate, 14) };
    const effect = await previewTermCommand(registrar, longer);
    expect(effect).toMatchObject({ classes: 1, students: 0, removed: 0, outside: 0 });
    expect(effect.made).toBe(4);
    expect(effect.deadlines).toEqual([{ field: "endDate", from: input.endDate, to: longer.endDate }]);
    expect(effect.tests).toEqual([
      { testType: "FINAL", from: tests[1]?.resetDate, to: addDays(tests[1]?.resetDate ?? "", 14) },
    ]);
    // A look changes nothing.
    expect(await meetings(made.deliveryId)).toEqual(before);
    expect(await getTermFresh(term)).toBe(input.endDate);
    const saved = await editTermCommand(registrar, longer);
    expect(saved.effect).toEqual(effect);
    expect(await meetings(made.deliveryId)).toHaveLength(before.length + 4);
    await expect(editTermCommand(registrar, longer)).rejects.toMatchObject({ kind: "stale" });

    const shorter = { ...longer, version: saved.version, endDate: addDays(input.endDate, -14) };
    const cut = await editTermCommand(registrar, shorter);
    expect(cut.effect.removed).toBe(8);
    expect((await meetings(made.deliveryId)).every(({ day }) => day <= shorter.endDate)).toBe(true);
  });

  it("lets the sessions of a class follow each other in one room, and is refused where it reaches into another term", async () => {
    const code = "CAL-C";
    const term = await makeTerm(database.pool, { code, type: "ENG_A", start: 14, end: 14 + 83 });
    const made = await classOn(term);
    const client = await database.pool.connect();
    const first = addDays(today, 14);
    try {
      await client.query("SELECT set_config('naga.actor', 'system:test', false)");
      // A second session with a delivery of its own, at the same hours in the same room, from the middle of the term on.
      const { rows } = await client.query(
        `WITH s AS (INSERT INTO class_session (class_id, number, name, name_km, weight) VALUES ($1, 2, '2', '2', 0.5) RETURNING id),
              w AS (UPDATE class_session SET weight = 0.5 WHERE class_id = $1 AND number = 1),
              d AS (INSERT INTO delivery (term_id) VALUES ($2) RETURNING id),
              p AS (INSERT INTO class_part (session_id, code, part_type, name, name_km, weight, delivery_id)
                    SELECT s.id, 1, 'MAIN', 'Main', 'Main', 1, d.id FROM s, d)
         SELECT id FROM d`,
        [made.id, term],
      );
      await client.query("UPDATE slot SET valid_to = $2::date WHERE delivery_id = $1", [
        made.deliveryId,
        addDays(first, 41),
      ]);
      await client.query(
        `INSERT INTO slot (delivery_id, weekday, start_min, end_min, room_id, valid_from, valid_to)
         SELECT $1, weekday, start_min, end_min, room_id, $3::date, $4::date FROM slot WHERE delivery_id = $2`,
        [rows[0].id, made.deliveryId, addDays(first, 42), addDays(first, 83)],
      );
      const input = await inputOf(code);
      const longer = { ...input, endDate: addDays(input.endDate, 28) };
      const { effect } = await editTermCommand(registrar, longer);
      expect(effect.made).toBeGreaterThan(0);
      const { rows: spans } = await client.query(
        `SELECT delivery_id = $1 AS first, min(valid_from)::text AS "from", max(valid_to)::text AS "to", bool_and(live) AS live
           FROM slot WHERE delivery_id IN ($1, $2) GROUP BY 1 ORDER BY 1 DESC`,
        [made.deliveryId, rows[0].id],
      );
      expect(spans).toEqual([
        { first: true, from: first, to: addDays(first, 55), live: true },
        { first: false, from: addDays(first, 56), to: longer.endDate, live: true },
      ]);
    } finally {
      client.release();
    }
    const next = await makeTerm(database.pool, {
      code: "CAL-D",
      type: "ENG_A",
      start: 14 + 112,
      end: 14 + 195,
    });
    const other = await makeClass(database.pool, {
      courseId: await makeCourse(database.pool, campus.cycles.language, "CAL-D1"),
      termId: next,
      status: "SCHEDULED",
    });
    const slot = { weekday: 1, startMin: 480, endMin: 570, roomId: made.roomId, teacherId: null };
    await placeDelivery(registrar, { deliveryId: other.deliveryId, slots: [slot] }, 1);
    const { rows: version } = await database.pool.query("SELECT version FROM term WHERE id = $1", [term]);
    const input = await inputOf(code, { version: version[0].version });
    await expect(
      previewTermCommand(registrar, { ...input, endDate: addDays(first, 84 + 28 + 20) }),
    ).rejects.toMatchObject({ code: "calendar.term_meets_others", fields: { endDate: expect.anything() } });
  });

  it("is refused with dates out of order, and to whoever only reads", async () => {
    const input = await inputOf("CAL-A");
    await expect(
      editTermCommand(registrar, { ...input, addDeadline: addDays(input.startDate, -1) }),
    ).rejects.toMatchObject({ fields: { addDeadline: ["calendar.outside_term"] } });
    await expect(previewTermCommand(teacher, input)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(editTermCommand(registrar, { ...input, id: 2_000_000_000 })).rejects.toMatchObject({
      kind: "not_found",
    });
  });
});

describe("tests of a term", () => {
  it("are filled in once, changed, for some classes, and removed", async () => {
    expect(await fillTestResetsCommand(registrar, { termId })).toEqual({ added: 2 });
    expect(await fillTestResetsCommand(registrar, { termId })).toEqual({ added: 0 });
    const make = (over: object) =>
      createTestResetCommand(registrar, {
        termId,
        testType: "IEAP_T1",
        resetDate: today,
        forAll: true,
        classIds: [],
        notes: null,
        ...over,
      });
    await expect(make({ resetDate: addDays(today, 300) })).rejects.toMatchObject({
      code: "classes.test_outside_term",
    });
    await expect(make({ testType: "MIDTERM" })).rejects.toMatchObject({ code: "classes.test_twice" });
    await expect(make({ forAll: false })).rejects.toMatchObject({ code: "classes.test_needs_classes" });
    // The classes of these tests belong to no language programme.
    const { id: bachelor } = await classOn();
    await expect(make({ forAll: false, classIds: [bachelor] })).rejects.toMatchObject({
      code: "classes.test_foreign_class",
    });
    await expect(make({ termId: campus.termId })).rejects.toMatchObject({
      code: "classes.test_language_term",
    });
    const { id } = await make({});
    const later = {
      id,
      testType: "IEAP_T2" as const,
      resetDate: addDays(today, 1),
      forAll: true,
      classIds: [],
      notes: "late",
    };
    expect(await editTestResetCommand(registrar, { ...later, version: 1 })).toEqual({ version: 2 });
    await expect(editTestResetCommand(registrar, { ...later, version: 1 })).rejects.toMatchObject({
      kind: "stale",
    });
    const coming = await listKeyDates(teacher, [await getTerm(registrar, "CAL-A")], 60);
    expect(coming.filter(({ kind }) => kind === "IEAP_T2")).toMatchObject([
      { day: addDays(today, 1), code: "CAL-A" },
    ]);
    await removeTestResetCommand(registrar, { id, version: 2 });
    expect((await listTestResets(registrar, termId)).map(({ testType }) => testType)).toEqual([
      "MIDTERM",
      "FINAL",
    ]);
  });
});

/** Past the cache of a request, which tests share. */
async function getTermFresh(id: number): Promise<string> {
  const { rows } = await database.pool.query("SELECT end_date::text AS day FROM term WHERE id = $1", [id]);
  return rows[0].day;
}
