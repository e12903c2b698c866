import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addWishInput } from "@/lib/classes/draft-timetable/schemas";
import { addWishCommand, editWishCommand, removeWishCommand } from "@/lib/classes/wishes/commands";
import { listWishes, listWishTerms, ownTeacherNumber } from "@/lib/classes/wishes/queries";
import type { AccountActor } from "@/lib/platform/access/actor";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import { arrange, makeCampus, makeTeacher, makeTerm } from "@/tests/factories/timetable";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

const MONDAY = {
  weekday: 1,
  startMin: 1050,
  endMin: 1140,
  kind: "UNAVAILABLE" as const,
  termId: null,
  note: null,
};
const days = (start: number, end: number) => ({ start, end, add: start + 7, drop: start + 14 });

let database: TestDatabase;
let registrar: AccountActor;
let teacher: AccountActor;
let teacherId: number;
let number: number;
let otherNumber: number;
let nextTerm: number;
let pastTerm: number;

async function numberOf(personId: number): Promise<number> {
  const { rows } = await database.pool.query<{ number: number }>(
    "SELECT number FROM teacher WHERE person_id = $1",
    [personId],
  );
  return rows[0]?.number ?? 0;
}

const add = (actor: AccountActor, of: number, more: Partial<Parameters<typeof addWishCommand>[1]> = {}) =>
  addWishCommand(actor, { number: of, ...MONDAY, ...more });

beforeAll(async () => {
  database = await createTestDatabase();
  await makeCampus(database.pool);
  registrar = accountActor({ accountId: (await makeAccount(database.pool)).id });
  nextTerm = await makeTerm(database.pool, { code: "NEXT", ...days(30, 113) });
  pastTerm = await makeTerm(database.pool, { code: "PAST", ...days(-113, -30) });
});
afterAll(() => database.close());

beforeEach(async () => {
  teacherId = await makeTeacher(database.pool);
  number = await numberOf(teacherId);
  otherNumber = await numberOf(await makeTeacher(database.pool));
  const account = await makeAccount(database.pool, { role: "teacher", personId: teacherId });
  teacher = accountActor({
    role: "teacher",
    accountId: account.id,
    personId: teacherId,
    scopes: [{ kind: "OWN", ref: null }],
  });
});

describe("whose wishes they are", () => {
  it("lets teachers note their own, and nobody else's", async () => {
    expect(await ownTeacherNumber(teacher)).toBe(number);
    const { id } = await add(teacher, number, { note: "Teaches elsewhere" });
    expect(await listWishes(teacher, teacherId)).toMatchObject([
      {
        id,
        weekday: 1,
        startMin: 1050,
        endMin: 1140,
        kind: "UNAVAILABLE",
        note: "Teaches elsewhere",
        term: null,
      },
    ]);
    await expect(add(teacher, otherNumber)).rejects.toMatchObject({ kind: "not_found" });
    const theirs = await add(registrar, otherNumber);
    await expect(
      editWishCommand(teacher, { number, id: theirs.id, version: 1, ...MONDAY, weekday: 2 }),
    ).rejects.toMatchObject({ code: "draft_timetable.wish_not_found" });
    await expect(removeWishCommand(teacher, { number, id: theirs.id, version: 1 })).rejects.toMatchObject({
      code: "draft_timetable.wish_not_found",
    });
    const { rows } = await database.pool.query("SELECT weekday FROM teacher_wish WHERE id = $1", [theirs.id]);
    expect(rows).toEqual([{ weekday: 1 }]);
  });

  it("lets the offices note everybody's, but in their reach, and students none", async () => {
    await add(registrar, number);
    expect(await listWishes(registrar, teacherId)).toHaveLength(1);
    const elsewhere = accountActor({
      scopes: [{ kind: "DEPARTMENT", ref: "NONE" }],
    });
    await expect(add(elsewhere, number, { weekday: 2 })).rejects.toMatchObject({ kind: "not_found" });
    const student = accountActor({ role: "student", scopes: [{ kind: "OWN", ref: null }] });
    await expect(add(student, number, { weekday: 2 })).rejects.toMatchObject({ kind: "forbidden" });
    await expect(add(registrar, 999_999)).rejects.toMatchObject({ code: "people.teacher_not_found" });
    expect(await listWishes(registrar, teacherId)).toHaveLength(1);
  });
});

describe("what is wished", () => {
  it("is changed and taken away by who saw its last version", async () => {
    const { id } = await add(teacher, number);
    const changed = { number, id, ...MONDAY, kind: "PREFER" as const, termId: nextTerm };
    expect(await editWishCommand(registrar, { ...changed, version: 1 })).toEqual({ version: 2 });
    await expect(editWishCommand(teacher, { ...changed, version: 1 })).rejects.toMatchObject({
      code: "draft_timetable.stale",
    });
    await expect(removeWishCommand(teacher, { number, id, version: 1 })).rejects.toMatchObject({
      code: "draft_timetable.stale",
    });
    expect(await listWishes(teacher, teacherId)).toMatchObject([
      { version: 2, kind: "PREFER", term: { id: nextTerm, code: "NEXT" } },
    ]);
    expect(await removeWishCommand(teacher, { number, id, version: 2 })).toEqual({ removed: 1 });
    expect(await listWishes(teacher, teacherId)).toEqual([]);
  });

  it("is not noted twice, nor without end, nor for a term that does not exist", async () => {
    await add(teacher, number);
    await expect(add(teacher, number)).rejects.toMatchObject({
      kind: "conflict",
      code: "draft_timetable.wish_twice",
    });
    await expect(add(teacher, number, { weekday: 2, termId: 999_999 })).rejects.toMatchObject({
      kind: "invalid",
      code: "draft_timetable.term_not_found",
    });
    await arrange(
      database.pool,
      `INSERT INTO teacher_wish (teacher_id, weekday, start_min, end_min, kind)
       SELECT $1, 2, 300 + n * 5, 305 + n * 5, 'AVOID' FROM generate_series(1, 59) n RETURNING id`,
      [teacherId],
    );
    await expect(add(teacher, number, { weekday: 3 })).rejects.toMatchObject({
      code: "draft_timetable.too_many_wishes",
    });
  });

  it("has an end after its beginning, in the form and in the table", async () => {
    const form = {
      number,
      ...MONDAY,
      weekday: "1",
      startMin: "19:00",
      endMin: "17:30",
      termId: "",
      note: " ",
    };
    expect(addWishInput.safeParse(form).error?.issues).toMatchObject([
      { path: ["endMin"], message: "timetable.ends_before_it_begins" },
    ]);
    expect(addWishInput.parse({ ...form, startMin: "17:30", endMin: "19:00" })).toMatchObject(MONDAY);
    await expect(add(teacher, number, { startMin: 1140, endMin: 1050 })).rejects.toBeDefined();
    expect(await listWishes(teacher, teacherId)).toEqual([]);
  });

  it("is shown as long as it counts", async () => {
    await add(teacher, number, { termId: nextTerm });
    await add(teacher, number, { weekday: 2, termId: pastTerm });
    expect((await listWishes(teacher, teacherId)).map(({ weekday }) => weekday)).toEqual([1]);
    const terms = (await listWishTerms(teacher)).map(({ id }) => id);
    expect(terms).toContain(nextTerm);
    expect(terms).not.toContain(pastTerm);
    // Who may read nobody's record reads their own alone.
    const other = accountActor({ role: "teacher", personId: 1, scopes: [{ kind: "OWN", ref: null }] });
    expect(await listWishes(other, teacherId)).toEqual([]);
  });
});
