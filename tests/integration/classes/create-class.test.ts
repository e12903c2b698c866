import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClassCommand } from "@/lib/classes/commands/create-class";
import { editClassCommand } from "@/lib/classes/commands/edit-class";
import { editPartsCommand } from "@/lib/classes/commands/edit-parts";
import { moveClassCommand } from "@/lib/classes/commands/move-class";
import { createClassInput, editPartsInput } from "@/lib/classes/editing/schemas";
import { enrolStudentCommand } from "@/lib/registration/commands/enrol-student";
import { accountActor } from "@/tests/factories/actor";
import {
  arrange,
  type Campus,
  makeCampus,
  makeCourse,
  makeStudent,
  makeTerm,
} from "@/tests/factories/timetable";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

const registrar = accountActor({ role: "registrar" });
let database: TestDatabase;
let campus: Campus;
let english: number;

const wanted = (over: object = {}) =>
  createClassInput.parse({
    course: "LAWS-101",
    termId: campus.termId,
    section: null,
    timeOfDay: "EVE",
    classType: "STANDARD",
    capacity: 30,
    combine: true,
    notes: null,
    targetEnrolment: 3,
    description: null,
    ...over,
  });

async function languageCourse(code: string, programme: string, level: number): Promise<number> {
  const id = await makeCourse(database.pool, campus.cycles.language, code, 1);
  await arrange(database.pool, "UPDATE course SET programme_code = $2, level = $3 WHERE id = $1", [
    id,
    programme,
    level,
  ]);
  return id;
}

/** The parts of a class, "session.code name weight". */
async function partsOf(
  classId: number,
): Promise<{ id: number; text: string; delivery: number; session: number }[]> {
  const { rows } = await database.pool.query(
    `SELECT cp.id, s.number || '.' || cp.code || ' ' || cp.name || ' ' || cp.weight AS text, cp.delivery_id AS delivery,
            s.number AS session
       FROM class_session s JOIN class_part cp ON cp.session_id = s.id WHERE s.class_id = $1 ORDER BY s.number, cp.code`,
    [classId],
  );
  return rows;
}

const typed = (id: number | null, name: string, weight: string, over: object = {}) => ({
  id,
  partType: "MAIN",
  name,
  nameKm: "ផ្នែក",
  weight,
  weekdays: [],
  minutes: null,
  roomNeed: null,
  wantedTeacherId: null,
  textbookIds: [],
  ...over,
});
const parts = (id: number, version: number, ...list: object[]) =>
  editPartsInput.parse({
    id,
    version,
    sessions: [{ number: 1, name: "Session 1", nameKm: "វគ្គទី1", weight: "1", parts: list }],
  });

beforeAll(async () => {
  database = await createTestDatabase();
  campus = await makeCampus(database.pool);
  english = await makeTerm(database.pool, { code: "E1", type: "ENG_A" });
  await makeCourse(database.pool, campus.cycles.bachelor, "LAWS-101");
  const programme = (code: string) =>
    arrange(
      database.pool,
      `INSERT INTO programme (cycle_id, code, name, name_km, kind, award) VALUES ($1, $2, $2, $2, 'LANGUAGE', 'CERT') RETURNING id`,
      [campus.cycles.language, code],
    );
  await programme("EHSS");
  const ieapId = await programme("IEAP");
  await languageCourse("IEAP-01", "IEAP", 1);
  await languageCourse("EHSS-01", "EHSS", 1);
  // A set and its parts are one statement: their weights are judged when it ends.
  await arrange(
    database.pool,
    `WITH made AS (
       INSERT INTO part_template_set (programme_id, name, name_km, level_from, level_to, sessions, valid_from)
       VALUES ($1, 'All levels', 'គ្រប់កម្រិត', 1, 6, 2, '2020-01-01') RETURNING id)
     INSERT INTO part_template (set_id, session_number, code, part_type, name, name_km, weekdays, minutes, weight)
     SELECT made.id, s, p.code, 'MAIN', p.name, p.name, p.days, 90, p.weight
       FROM made, generate_series(1, 2) s,
            (VALUES (1, 'Core', ARRAY[1, 3, 5], 0.5), (2, 'Skills', ARRAY[2, 4], 0.5)) p (code, name, days, weight)`,
    [ieapId],
  );
});
afterAll(() => database.close());

describe("making a class", () => {
  it("gives a degree class one part with all of the weight, seats, an event and the first free letter", async () => {
    const first = await createClassCommand(registrar, wanted());
    const second = await createClassCommand(registrar, wanted());
    expect([first.section, second.section]).toEqual(["A", "B"]);
    expect((await partsOf(first.id)).map(({ text }) => text)).toEqual(["1.1 Main 1.000"]);
    const { rows } = await database.pool.query(
      `SELECT c.status, p.capacity, e.kind FROM class c JOIN seat_pool p ON p.id = c.seat_pool_id
         JOIN class_event e ON e.class_id = c.id WHERE c.id = $1`,
      [first.id],
    );
    expect(rows).toEqual([{ status: "DRAFT", capacity: 30, kind: "created" }]);
  });

  it("says which letter is free when the one asked for is taken", async () => {
    await expect(createClassCommand(registrar, wanted({ section: "a" }))).rejects.toMatchObject({
      code: "classes.section_taken_free",
      params: { section: "A", free: "C" },
    });
    const { section } = await createClassCommand(registrar, wanted({ section: "A", timeOfDay: "MORN" }));
    expect(section).toBe("A");
  });

  it("gives two sessions of a half where the template has them, with what the parts need", async () => {
    const { id } = await createClassCommand(registrar, wanted({ course: "IEAP-01", termId: english }));
    expect((await partsOf(id)).map(({ text }) => text)).toEqual([
      "1.1 Core 0.500",
      "1.2 Skills 0.500",
      "2.1 Core 0.500",
      "2.2 Skills 0.500",
    ]);
    const { rows } = await database.pool.query(
      "SELECT weight::text, count(*) OVER ()::int AS count FROM class_session WHERE class_id = $1",
      [id],
    );
    expect(rows).toEqual([
      { weight: "0.500", count: 2 },
      { weight: "0.500", count: 2 },
    ]);
    const needs = await database.pool.query(
      `SELECT DISTINCT d.weekdays, d.minutes FROM delivery d JOIN class_part p ON p.delivery_id = d.id
         JOIN class_session s ON s.id = p.session_id WHERE s.class_id = $1 ORDER BY d.weekdays`,
      [id],
    );
    expect(needs.rows).toEqual([
      { weekdays: [1, 3, 5], minutes: 90 },
      { weekdays: [2, 4], minutes: 90 },
    ]);
  });

  it("refuses a language class without a template, and says where to add one", async () => {
    const { rows: before } = await database.pool.query("SELECT count(*) FROM seat_pool");
    await expect(
      createClassCommand(registrar, wanted({ course: "EHSS-01", termId: english })),
    ).rejects.toMatchObject({
      kind: "refused",
      code: "classes.template_missing",
      params: { programme: "EHSS", level: 1 },
      href: "/part-templates",
    });
    const { rows: after } = await database.pool.query("SELECT count(*) FROM seat_pool");
    expect(after).toEqual(before);
  });

  it("refuses terms of another kind, terms that are over, and courses not valid on the first day", async () => {
    const over = await makeTerm(database.pool, { code: "T0", start: -90, end: -1, add: -20, drop: -10 });
    const refusals = [
      [{ termId: english }, "classes.term_type_differs"],
      [{ termId: over }, "classes.term_over"],
      [{ course: "NONE-1" }, "curriculum.course_not_on_day"],
    ] as const;
    for (const [what, code] of refusals)
      await expect(createClassCommand(registrar, wanted(what))).rejects.toMatchObject({ code });
    const late = await makeCourse(database.pool, campus.cycles.bachelor, "LAWS-900");
    await arrange(database.pool, "UPDATE course SET valid_from = '2999-01-01' WHERE id = $1", [late]);
    await expect(createClassCommand(registrar, wanted({ course: "LAWS-900" }))).rejects.toMatchObject({
      code: "curriculum.course_not_on_day",
    });
  });

  it("hides courses out of reach, and needs the right to edit classes", async () => {
    const scoped = accountActor({ role: "registrar", scopes: [{ kind: "PROGRAMME", ref: "IEAP" }] });
    await expect(createClassCommand(scoped, wanted())).rejects.toMatchObject({
      code: "classes.course_not_found",
    });
    await expect(
      createClassCommand(accountActor({ role: "academic_director" }), wanted()),
    ).rejects.toMatchObject({
      kind: "forbidden",
    });
  });

  it("lets two who ask for the first letter at once have different ones, or tells one of them", async () => {
    const made = await Promise.allSettled(
      [1, 2].map(() => createClassCommand(registrar, wanted({ timeOfDay: "AFT" }))),
    );
    const letters = made.flatMap((each) => (each.status === "fulfilled" ? [each.value.section] : []));
    const codes = made.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : []));
    expect(new Set(letters).size).toBe(letters.length);
    expect(codes.every((code) => code === "classes.section_taken")).toBe(true);
    expect(letters.length).toBeGreaterThan(0);
  });
});

describe("changing a class", () => {
  it("saves parts together, keeps what is the same and refuses weights that do not make one", async () => {
    const { id } = await createClassCommand(registrar, wanted({ timeOfDay: "NIGHT" }));
    const [main] = await partsOf(id);
    const saved = await editPartsCommand(
      registrar,
      parts(
        id,
        1,
        typed(main?.id ?? 0, "Lecture", "0.7"),
        typed(null, "Lab", "0.3", { weekdays: [5, 5], minutes: 60 }),
      ),
    );
    expect(saved.version).toBe(2);
    expect((await partsOf(id)).map(({ text }) => text)).toEqual(["1.1 Lecture 0.700", "1.2 Lab 0.300"]);
    expect((await partsOf(id))[0]?.delivery).toBe(main?.delivery);
    await expect(
      editPartsCommand(registrar, parts(id, 2, typed(main?.id ?? 0, "Lecture", "0.7"))),
    ).rejects.toMatchObject({
      code: "classes.part_weights",
      params: { session: 1, sum: "0.700" },
    });
    await expect(
      editPartsCommand(registrar, parts(id, 1, typed(main?.id ?? 0, "Lecture", "1"))),
    ).rejects.toMatchObject({
      kind: "stale",
    });
    await editPartsCommand(registrar, parts(id, 2, typed(main?.id ?? 0, "Lecture", "1")));
    expect(await partsOf(id)).toHaveLength(1);
    const { rows } = await database.pool.query("SELECT count(*)::int FROM delivery WHERE weekdays = '{5}'");
    expect(rows[0].count).toBe(0);
  });

  it("keeps a part that has times, and parts of another class out", async () => {
    const { id } = await createClassCommand(registrar, wanted({ timeOfDay: "NIGHT" }));
    const [main] = await partsOf(id);
    await arrange(
      database.pool,
      `INSERT INTO slot (delivery_id, weekday, start_min, end_min, valid_from, valid_to)
       VALUES ($1, 1, 600, 690, '2026-01-01', '2026-12-31') RETURNING id`,
      [main?.delivery],
    );
    await expect(editPartsCommand(registrar, parts(id, 1, typed(null, "Other", "1")))).rejects.toMatchObject({
      code: "classes.part_has_times",
    });
    const other = await createClassCommand(registrar, wanted({ timeOfDay: "NIGHT" }));
    await expect(
      editPartsCommand(registrar, parts(other.id, 1, typed(main?.id ?? 0, "Main", "1"))),
    ).rejects.toMatchObject({ kind: "stale" });
  });

  it("is held by the database too: weights that do not make one never stay", async () => {
    const { id } = await createClassCommand(registrar, wanted({ timeOfDay: "NIGHT" }));
    const [main] = await partsOf(id);
    await expect(
      arrange(database.pool, "UPDATE class_part SET weight = 0.5 WHERE id = $1", [main?.id]),
    ).rejects.toMatchObject({ constraint: "class_weights_make_one" });
    await expect(
      arrange(database.pool, "UPDATE class_session SET weight = 0.5 WHERE class_id = $1", [id]),
    ).rejects.toMatchObject({ constraint: "class_weights_make_one" });
    await expect(
      arrange(database.pool, "UPDATE class SET class_type = 'COMBINED' WHERE id = $1", [id]),
    ).rejects.toMatchObject({ constraint: "class_combined_is_combined" });
  });

  it("moves through its states with a reason, and not against the rules", async () => {
    const { id } = await createClassCommand(registrar, wanted({ timeOfDay: "ALL" }));
    const move = (to: "SCHEDULED" | "ACTIVE" | "DRAFT" | "COMPLETED", version: number) =>
      moveClassCommand(registrar, { id, version, to, reason: "the test asks for it" });
    await expect(move("ACTIVE", 1)).rejects.toMatchObject({
      code: "classes.move_refused",
      explained: { because: [{ rule: "classes.move_not_allowed" }] },
    });
    await move("SCHEDULED", 1);
    const studentId = await makeStudent(database.pool);
    await enrolStudentCommand(registrar, { studentId, items: [{ classId: id }] });
    await expect(move("DRAFT", 2)).rejects.toMatchObject({
      explained: { because: [{ rule: "classes.move_people_in_it", inputs: { count: 1 } }] },
    });
    await move("ACTIVE", 2);
    await expect(move("COMPLETED", 3)).rejects.toMatchObject({
      explained: { because: [{ rule: "classes.move_term_not_over" }] },
    });
    const events = await database.pool.query(
      "SELECT kind, detail ->> 'to' AS to FROM class_event WHERE class_id = $1 ORDER BY id",
      [id],
    );
    expect(events.rows).toEqual([
      { kind: "created", to: null },
      { kind: "moved", to: "SCHEDULED" },
      { kind: "moved", to: "ACTIVE" },
    ]);
  });

  it("keeps facts in place under the version, and closes what is over", async () => {
    const { id } = await createClassCommand(registrar, wanted({ timeOfDay: "ALL" }));
    await editClassCommand(registrar, { id, version: 1, section: "Z", notes: "Bring a laptop" });
    await expect(editClassCommand(registrar, { id, version: 1, section: "Y" })).rejects.toMatchObject({
      kind: "stale",
    });
    await arrange(database.pool, "UPDATE class SET status = 'CANCELLED' WHERE id = $1", [id]);
    await expect(editClassCommand(registrar, { id, version: 2, section: "Y" })).rejects.toMatchObject({
      code: "classes.is_over",
    });
    await expect(
      editClassCommand(registrar, { id: 999_999, version: 1, section: "Y" }),
    ).rejects.toMatchObject({
      kind: "not_found",
    });
  });
});
