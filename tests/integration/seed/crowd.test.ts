import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countStudents } from "@/lib/people/queries/count-students";
import { searchPeople } from "@/lib/people/queries/search-people";
import { loadStudentListParams } from "@/lib/people/search-params";
import { systemActor } from "@/lib/platform/access/actor";
import { loadCrowd, requireCrowdDatabase } from "@/prisma/seed/crowd/load";
import { dayNumber } from "@/prisma/seed/days";
import { seedDemo } from "@/prisma/seed/demo";
import { setSequences } from "@/prisma/seed/load/finish";
import { Loader } from "@/prisma/seed/load/loader";
import { makeWorld } from "@/prisma/seed/world";
import { makeStudent } from "../../factories/student";
import { createTestDatabase, type TestDatabase } from "../../setup/database";

const ANCHOR = "2026-11-25";
const TOTAL = 3_000;
const actor = systemActor("test");
let database: TestDatabase;

async function one<Row>(sql: string): Promise<Row> {
  return (await database.pool.query(sql)).rows[0];
}
const INDEXES =
  "SELECT string_agg(indexdef, E'\\n' ORDER BY indexdef) AS text FROM pg_indexes WHERE schemaname = 'public'";
const CONSTRAINTS = `SELECT string_agg(conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid), E'\\n' ORDER BY conrelid::regclass::text, conname) AS text
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace`;
const ASLEEP = `SELECT count(*)::int AS count FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
  WHERE c.relnamespace = 'public'::regnamespace AND g.tgenabled <> 'O'`;
const before: Record<string, string> = {};

/** The crowd of `seed demo --scale million`, three thousand strong, on the small campus. */
beforeAll(async () => {
  database = await createTestDatabase();
  await seedDemo({ databaseUrl: database.databaseUrl, scale: "small", anchorDate: ANCHOR });
  before.indexes = (await one<{ text: string }>(INDEXES)).text;
  before.constraints = (await one<{ text: string }>(CONSTRAINTS)).text;
  const client = new pg.Client({ connectionString: database.databaseUrl });
  await client.connect();
  await client.query("BEGIN");
  await loadCrowd(client, new Loader(client), makeWorld(dayNumber(ANCHOR)), TOTAL, () => undefined);
  await setSequences(client);
  await client.query("COMMIT");
  await client.end();
}, 60_000);
afterAll(() => database.close());

describe("the crowd", () => {
  it("fills the campus up and leaves every index, constraint and trigger as it was", async () => {
    expect(await one("SELECT count(*)::int AS count FROM student")).toEqual({ count: TOTAL });
    expect((await one<{ text: string }>(INDEXES)).text).toBe(before.indexes);
    expect((await one<{ text: string }>(CONSTRAINTS)).text).toBe(before.constraints);
    expect(await one(ASLEEP)).toEqual({ count: 0 });
  });

  it("has what the triggers would have kept, and nothing that they would refuse", async () => {
    expect(
      await one(`SELECT
        (SELECT count(*)::int FROM (SELECT word, id FROM person, string_to_table(search_key, ' ') AS word
                                    EXCEPT SELECT token, person_id FROM person_search_token) AS x) AS "missingTokens",
        (SELECT count(*)::int FROM (SELECT token FROM person_search_token EXCEPT SELECT word FROM person_search_word) AS x) AS "missingWords",
        (SELECT count(*)::int FROM person_search_word w WHERE NOT EXISTS (SELECT FROM person_search_token t WHERE t.token = w.word)) AS "words of nobody",
        (SELECT count(*)::int FROM student s WHERE s.is_monk <> EXISTS (SELECT FROM monk_period m WHERE m.person_id = s.person_id AND m.left_on IS NULL)) AS monks,
        (SELECT count(*)::int FROM student s WHERE NOT EXISTS (SELECT FROM person p WHERE p.id = s.person_id)) AS strangers,
        (SELECT count(*)::int FROM programme_enrolment e JOIN student s ON s.person_id = e.student_id
          WHERE e.status = 'ACTIVE' AND s.current_programme_id IS NULL) AS programmes`),
    ).toEqual({
      missingTokens: 0,
      missingWords: 0,
      "words of nobody": 0,
      monks: 0,
      strangers: 0,
      programmes: 0,
    });
    expect(
      await one(
        `SELECT bool_and(is_part) AS parts FROM person_search_word WHERE word IN ('sok', 'dara', 'chea')`,
      ),
    ).toEqual({ parts: true });
    expect(await one(`SELECT is_part FROM person_search_word WHERE word = 'sokdara'`)).toEqual({
      is_part: false,
    });
  });

  it("is found, counted, and gives the next student the next number", async () => {
    const row = await one<{ number: string; name: string }>(
      `SELECT s.number_label AS number, p.family_name || ' ' || p.personal_name AS name
         FROM student s JOIN person p ON p.id = s.person_id WHERE s.number > 21000 AND length(p.personal_name) > 8 LIMIT 1`,
    );
    const hits = await searchPeople(actor, { q: row.name, kind: "student", limit: 50 });
    expect(hits.map((hit) => hit.number)).toContain(row.number);
    const { term: _, ...filter } = loadStudentListParams(new URLSearchParams());
    expect(await countStudents(actor, { ...filter, among: null, except: null })).toBe(TOTAL);
    const { personId } = await makeStudent({
      familyName: "UNUSUAL",
      personalName: "PERSON",
      number: 900_000,
    });
    expect(
      await one(`SELECT count(*)::int AS count FROM person_search_token WHERE person_id = ${personId}`),
    ).toEqual({
      count: 3,
    });
  });

  it("is refused outside laptops and tests", () => {
    expect(() => requireCrowdDatabase("staging")).toThrow("for benchmarks only");
    expect(() => requireCrowdDatabase("production")).toThrow("for benchmarks only");
    expect(() => requireCrowdDatabase("local")).not.toThrow();
  });
});
