import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SeedProgress, type SeedSummary, seedDemo } from "@/prisma/seed/demo";
import { personas } from "@/prisma/seed/people/personas";
import { PERSONA_STUDENT_NUMBER } from "@/prisma/seed/people/students";
import { createTestDatabase, type TestDatabase } from "../../setup/database";

const ANCHOR = "2026-11-25";

let database: TestDatabase;
let summary: SeedSummary;
const progress: SeedProgress[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  summary = await seedDemo({
    databaseUrl: database.databaseUrl,
    scale: "small",
    anchorDate: ANCHOR,
    onProgress: (each) => progress.push(each),
  });
});
afterAll(() => database.close());

async function value(sql: string, values: unknown[] = []): Promise<number> {
  const { rows } = await database.pool.query(`SELECT count(*)::int AS n FROM (${sql}) t`, values);
  return rows[0].n;
}

describe("what the demo campus holds", () => {
  it("has the small tables of domain.md 0.1 at every scale", () => {
    const expected = {
      department: 15,
      room: 78,
      holiday: 29,
      term: 178,
      course: 214,
      // 217 lines hold; one of them is replaced from the next term on.
      programme_requirement: 218,
    };
    for (const [table, rows] of Object.entries(expected))
      expect([table, summary.tables[table]?.rows]).toEqual([table, rows]);
    expect(summary.tables.teacher?.rows).toBe(118);
    expect(summary.tables.student?.rows).toBe(600);
  });

  it("has terms, courses and rooms by kind", async () => {
    const { rows: terms } = await database.pool.query(
      "SELECT term_type::text AS kind, count(*)::int AS n FROM term GROUP BY 1",
    );
    expect(Object.fromEntries(terms.map((row) => [row.kind, row.n]))).toEqual({
      ENG_A: 72,
      ENG_B: 11,
      BA: 61,
      MA: 5,
      X: 29,
    });
    const { rows: courses } = await database.pool.query(
      "SELECT c.code, count(*)::int AS n FROM course JOIN cycle c ON c.id = cycle_id GROUP BY 1",
    );
    expect(Object.fromEntries(courses.map((row) => [row.code, row.n]))).toEqual({
      BA: 144,
      MASTERS: 35,
      LANG: 35,
    });
    expect(await value("SELECT FROM room WHERE room_type = 'CLASS'")).toBe(72);
  });

  it("names every term and every part of a class in Khmer", async () => {
    const latinAlone = (table: string) => value(`SELECT FROM ${table} WHERE name_km !~ '[\u1780-\u17d3]'`);
    for (const table of ["term", "class_part", "class_session", "holiday", "department"])
      expect([table, await latinAlone(table)]).toEqual([table, 0]);
    // Terms that English tells apart are told apart in Khmer.
    expect(await value("SELECT DISTINCT name_km FROM term")).toBe(
      await value("SELECT DISTINCT name FROM term"),
    );
    expect(await value("SELECT FROM meeting WHERE cancel_reason <> 'teacher_absent'")).toBe(0);
  });

  it("lets the substitute take over some lessons of the coming week, and nothing else", async () => {
    const lessons = (when: string) =>
      value(
        `SELECT FROM meeting m JOIN account a ON a.person_id = m.teacher_id
          WHERE a.email = 'substitute@demo.naga.example' AND m.on_date ${when}`,
        [ANCHOR],
      );
    expect(await lessons("BETWEEN $1::date AND $1::date + 6")).toBeGreaterThan(0);
    expect(await lessons("NOT BETWEEN $1::date AND $1::date + 6")).toBe(0);
  });

  it("runs one term of each of four types on the anchor day, and the next ones are open for registration", async () => {
    expect(
      await value("SELECT FROM term WHERE is_active AND $1::date BETWEEN start_date + 14 AND end_date - 14", [
        ANCHOR,
      ]),
    ).toBe(4);
    expect(
      await value(
        "SELECT FROM term WHERE is_active AND start_date > $1::date AND $1::date BETWEEN registration_opens_on AND registration_closes_on",
        [ANCHOR],
      ),
    ).toBe(4);
  });

  it("has full and nearly full classes in the next terms", async () => {
    const next =
      "FROM class c JOIN term t ON t.id = c.term_id JOIN seat_pool p ON p.id = c.seat_pool_id WHERE t.start_date > $1::date";
    expect(await value(`SELECT ${next} AND p.taken = p.capacity`, [ANCHOR])).toBeGreaterThan(0);
    expect(await value(`SELECT ${next} AND p.capacity - p.taken BETWEEN 1 AND 2`, [ANCHOR])).toBeGreaterThan(
      0,
    );
    expect(await value(`SELECT ${next} AND p.taken < p.capacity`, [ANCHOR])).toBeGreaterThan(20);
  });

  it("flags some timetables as incomplete and teaches some classes together", async () => {
    expect(
      await value("SELECT FROM delivery d WHERE NOT EXISTS (SELECT FROM slot WHERE delivery_id = d.id)"),
    ).toBeGreaterThan(0);
    expect(await value("SELECT FROM slot WHERE room_id IS NULL OR teacher_id IS NULL")).toBeGreaterThan(0);
    expect(await value("SELECT seat_pool_id FROM class GROUP BY 1 HAVING count(*) > 1")).toBeGreaterThan(0);
  });

  it("tells progress from nothing to everything", () => {
    for (const step of new Set(progress.map((each) => each.step))) {
      const own = progress.filter((each) => each.step === step);
      expect(own.at(-1)?.done).toBe(own.at(-1)?.total);
    }
  });
});

describe("the personas", () => {
  it("are one per role, with invented addresses and no password", async () => {
    const { rows } = await database.pool.query(
      `SELECT a.email::text AS email, array_agg(r.role ORDER BY r.id) AS roles, bool_or(a.password_hash IS NOT NULL) AS password
         FROM account a JOIN role_assignment r ON r.account_id = a.id WHERE a.persona GROUP BY a.id ORDER BY a.id`,
    );
    expect(rows.map((row) => row.roles[0]).sort()).toEqual(personas.map((persona) => persona.role).sort());
    for (const row of rows) expect(row.email).toBe(`${row.roles[0]}@demo.naga.example`);
    expect(rows.some((row) => row.password)).toBe(false);
    expect(rows.find((row) => row.roles[0] === "academic_director")?.roles).toEqual([
      "academic_director",
      "teacher",
    ]);
  });

  it("show something: a student with a full week and a history, a teacher with a class on the anchor day", async () => {
    const student = "(SELECT person_id FROM student WHERE number = $1 AND status = 'ACTIVE')";
    const classes = `SELECT FROM enrolment e JOIN class c ON c.id = e.class_id AND c.status = 'ACTIVE' WHERE e.status = 'ENROLLED' AND e.student_id = ${student}`;
    expect(await value(classes, [PERSONA_STUDENT_NUMBER])).toBe(4);
    expect(
      await value(`SELECT FROM course_result WHERE student_id = ${student}`, [PERSONA_STUDENT_NUMBER]),
    ).toBeGreaterThan(25);
    const meets =
      "SELECT FROM meeting m JOIN account a ON a.person_id = m.teacher_id WHERE a.email = 'teacher@demo.naga.example' AND NOT m.cancelled";
    expect(await value(`${meets} AND m.on_date = $1::date`, [ANCHOR])).toBeGreaterThan(0);
    for (let day = 0; day < 7; day++) {
      expect(await value(`${meets} AND m.on_date = $1::date + $2::int`, ["2026-10-19", day])).toBeGreaterThan(
        0,
      );
    }
  });
});

describe("people", () => {
  it("break no rule of domain.md 2.1", async () => {
    expect(
      await value(
        "SELECT FROM person WHERE family_name !~ '^[A-Z][A-Z ''-]*$' OR personal_name !~ '^[A-Z][A-Z ''-]*$'",
      ),
    ).toBe(0);
    expect(
      await value(
        "SELECT FROM person WHERE citizenship <> 'KH' AND birth_province NOT IN ('INTERNATIONAL', 'UNKNOWN')",
      ),
    ).toBe(0);
    expect(await value("SELECT person_id FROM phone WHERE is_preferred GROUP BY 1 HAVING count(*) > 1")).toBe(
      0,
    );
    expect(
      await value(
        "SELECT FROM student s JOIN person p ON p.id = s.person_id WHERE s.is_monk AND p.gender <> 'M'",
      ),
    ).toBe(0);
    expect(
      await value("SELECT FROM person WHERE (khmer_family_name IS NULL) <> (khmer_name_source IS NULL)"),
    ).toBe(0);
  });

  it("use reserved domains and numbers that no network assigns", async () => {
    expect(
      await value(
        "SELECT FROM person WHERE school_email !~ '[.]example$' OR personal_email !~ '[.]example$'",
      ),
    ).toBe(0);
    expect(await value("SELECT FROM phone WHERE number !~ '^0[0-9]{2}0[0-9]{5,6}$'")).toBe(0);
    expect(await value("SELECT FROM emergency_contact WHERE primary_phone !~ '^0[0-9]{2}0[0-9]{5,6}$'")).toBe(
      0,
    );
  });

  it("have a status that agrees with the last of its moves", async () => {
    const last =
      "SELECT DISTINCT ON (student_id) student_id, to_status, effective_on FROM student_status_change ORDER BY student_id, effective_on DESC, id DESC";
    expect(
      await value(
        `SELECT FROM student s JOIN (${last}) m ON m.student_id = s.person_id WHERE (s.status, s.status_since) <> (m.to_status, m.effective_on)`,
      ),
    ).toBe(0);
    expect(await value("SELECT FROM student_status_change WHERE effective_on > $1::date", [ANCHOR])).toBe(0);
    expect(await value("SELECT FROM student WHERE status = 'ACTIVE'")).toBe(400);
  });

  it("are found by the tokens that the trigger made", async () => {
    const [person] = (
      await database.pool.query("SELECT person_id FROM person_search_token WHERE token = 'sreyneang' LIMIT 1")
    ).rows;
    expect(person).toBeDefined();
  });
});
