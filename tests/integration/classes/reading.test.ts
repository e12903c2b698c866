import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClassCommand } from "@/lib/classes/commands/create-class";
import { moveClassCommand } from "@/lib/classes/commands/move-class";
import { createClassInput } from "@/lib/classes/editing/schemas";
import { convertReadingCommand, editReadingCommand } from "@/lib/classes/reading/commands";
import { lockReadingTiersCommand } from "@/lib/classes/reading/lock-tiers";
import { findReading } from "@/lib/classes/reading/queries";
import { enrolStudentCommand } from "@/lib/registration/commands/enrol-student";
import { accountActor } from "@/tests/factories/actor";
import {
  arrange,
  type Campus,
  makeCampus,
  makeCourse,
  makeStudents,
  makeTerm,
} from "@/tests/factories/timetable";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

const registrar = accountActor({ role: "registrar" });
const reason = "the test asks for it";
let database: TestDatabase;
let campus: Campus;
let next = 0;

/** A reading class that takes students, with so many in it. */
async function reading(termId: number, students: number, capacity = 15): Promise<number> {
  next += 1;
  const course = `READ-${100 + next}`;
  await makeCourse(database.pool, campus.cycles.bachelor, course);
  const { id } = await createClassCommand(
    registrar,
    createClassInput.parse({
      course,
      termId,
      section: null,
      timeOfDay: "EVE",
      classType: "READING",
      capacity,
      combine: true,
      notes: null,
      targetEnrolment: 4,
      description: "For seniors",
    }),
  );
  await moveClassCommand(registrar, { id, version: 1, to: "SCHEDULED", reason });
  for (const studentId of await makeStudents(database.pool, students))
    await enrolStudentCommand(registrar, { studentId, items: [{ classId: id }] });
  return id;
}

/** Lets the add deadline of a term lie in the past. */
const deadlineOver = (termId: number) =>
  arrange(
    database.pool,
    `UPDATE term SET registration_closes_on = NULL,
            add_deadline = (now() AT TIME ZONE 'Asia/Phnom_Penh')::date - 1 WHERE id = $1`,
    [termId],
  );

beforeAll(async () => {
  database = await createTestDatabase();
  campus = await makeCampus(database.pool);
});
afterAll(() => database.close());

describe("a reading class", () => {
  it("is planned, opens with its class, and has no more seats than the last tier", async () => {
    const id = await reading(campus.termId, 0);
    expect(await findReading(registrar, id)).toMatchObject({
      status: "OPEN",
      targetEnrolment: 4,
      description: "For seniors",
      lockedTier: null,
    });
    await moveClassCommand(registrar, { id, version: 2, to: "DRAFT", reason });
    expect(await findReading(registrar, id)).toMatchObject({ status: "PLANNING" });
    await expect(reading(campus.termId, 0, 16)).rejects.toMatchObject({
      code: "classes.reading_capacity",
      params: { limit: 15 },
    });
  });

  it("is locked at its tier in the night after the add deadline, once, and keeps it whoever leaves", async () => {
    const termId = await makeTerm(database.pool, { code: "LOCK" });
    const [two, five, six, nobody] = [
      await reading(termId, 2),
      await reading(termId, 5),
      await reading(termId, 6),
      await reading(termId, 0),
    ];
    expect(await lockReadingTiersCommand(registrar)).toEqual({ locked: 0, tooLarge: [] });
    await deadlineOver(termId);
    expect(await lockReadingTiersCommand(registrar)).toEqual({ locked: 3, tooLarge: [] });
    expect(await lockReadingTiersCommand(registrar)).toEqual({ locked: 0, tooLarge: [] });
    const tiers = await Promise.all([two, five, six, nobody].map((id) => findReading(registrar, id)));
    expect(tiers.map((found) => [found?.lockedTier, found?.lockedCount, found?.status])).toEqual([
      ["TIER_1", 2, "CLOSED"],
      ["TIER_2", 5, "CLOSED"],
      ["TIER_3", 6, "CLOSED"],
      [null, null, "OPEN"],
    ]);
    await expect(
      arrange(
        database.pool,
        "UPDATE reading_class SET locked_tier = 'TIER_3', locked_count = 9 WHERE class_id = $1",
        [two],
      ),
    ).rejects.toMatchObject({ constraint: "reading_tier_stays" });
    const { rows } = await database.pool.query(
      "SELECT detail ->> 'tier' AS tier FROM class_event WHERE class_id = $1 AND kind = 'reading_locked'",
      [five],
    );
    expect(rows).toEqual([{ tier: "TIER_2" }]);
  });

  it("follows the tiers that held on the deadline", async () => {
    const termId = await makeTerm(database.pool, { code: "TIERS" });
    const id = await reading(termId, 3);
    await arrange(
      database.pool,
      `INSERT INTO setting (key, value, valid_from) VALUES ('classes.reading_tiers', '{"first": 3, "second": 6, "third": 15}', '2020-01-01') RETURNING id`,
    );
    await deadlineOver(termId);
    await lockReadingTiersCommand(registrar);
    expect(await findReading(registrar, id)).toMatchObject({ lockedTier: "TIER_1", lockedCount: 3 });
    await arrange(database.pool, "DELETE FROM setting WHERE key = 'classes.reading_tiers'");
  });

  it("that has grown too large is not locked but named, and becomes a standard class", async () => {
    const termId = await makeTerm(database.pool, { code: "LARGE" });
    const id = await reading(termId, 15);
    await arrange(
      database.pool,
      "UPDATE seat_pool SET capacity = 16 WHERE id = (SELECT seat_pool_id FROM class WHERE id = $1)",
      [id],
    );
    const [studentId = 0] = await makeStudents(database.pool, 1);
    await enrolStudentCommand(registrar, { studentId, items: [{ classId: id }] });
    await deadlineOver(termId);
    const { locked, tooLarge } = await lockReadingTiersCommand(registrar);
    expect([locked, tooLarge.map((each) => each.id)]).toEqual([0, [id]]);
    const { rows } = await database.pool.query("SELECT version FROM class WHERE id = $1", [id]);
    await convertReadingCommand(registrar, { id, version: rows[0].version, reason });
    expect(await findReading(registrar, id)).toMatchObject({ status: "CONVERTED", lockedTier: null });
    expect(await lockReadingTiersCommand(registrar)).toEqual({ locked: 0, tooLarge: [] });
    await expect(
      convertReadingCommand(registrar, { id, version: rows[0].version + 1, reason }),
    ).rejects.toMatchObject({
      code: "classes.no_reading_class",
    });
  });

  it("has its plan edited under its own version", async () => {
    const id = await reading(campus.termId, 0);
    const version = (await findReading(registrar, id))?.version ?? 0;
    await editReadingCommand(registrar, { id, version, targetEnrolment: 6 });
    await expect(editReadingCommand(registrar, { id, version, description: null })).rejects.toMatchObject({
      kind: "stale",
    });
    await expect(
      editReadingCommand(registrar, { id: 999_999, version: 1, targetEnrolment: 2 }),
    ).rejects.toMatchObject({
      kind: "not_found",
    });
  });
});
