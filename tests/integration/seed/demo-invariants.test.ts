import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedDemo } from "@/prisma/seed/demo";
import { createTestDatabase, type TestDatabase } from "../../setup/database";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await seedDemo({ databaseUrl: database.databaseUrl, scale: "small", anchorDate: "2026-11-25" });
});
afterAll(() => database.close());

/** Rows that break an invariant: none is the only right answer. */
async function offenders(sql: string): Promise<number> {
  const { rows } = await database.pool.query(`SELECT count(*)::int AS n FROM (${sql}) t`);
  return rows[0].n;
}

const LETTERS = "ARRAY['A+','A','A-','B+','B','B-','C+','C','C-','D+','D','D-','F']";

/** Groups of prerequisites of `course` that no result of `student` fulfils, with `when` saying which results count. */
function unmet(student: string, course: string, when: string): string {
  return `EXISTS (SELECT FROM (SELECT DISTINCT group_number FROM course_prerequisite
                             WHERE course_id = ${course} AND kind = 'PREREQUISITE') g
    WHERE NOT EXISTS (
      SELECT FROM course_prerequisite p
        JOIN course_result r ON r.course_id = p.required_course_id AND r.student_id = ${student} AND r.passes
        JOIN term rt ON rt.id = r.term_id
       WHERE p.course_id = ${course} AND p.kind = 'PREREQUISITE' AND p.group_number = g.group_number AND ${when}
         AND coalesce(array_position(${LETTERS}, r.letter), 0) <= array_position(${LETTERS}, p.minimum_letter)))`;
}

describe("seats and times", () => {
  it("sells exactly the seats that are taken", async () => {
    expect(await offenders("SELECT * FROM seat_pool_drift()")).toBe(0);
    expect(await offenders("SELECT FROM seat_pool WHERE taken > capacity")).toBe(0);
  });

  it("puts no student into two meetings at one time", async () => {
    const sits = `SELECT e.student_id, m.delivery_id, m.on_date, m.start_min, m.end_min
      FROM enrolment e JOIN class_session s ON s.class_id = e.class_id JOIN class_part p ON p.session_id = s.id
      JOIN meeting m ON m.delivery_id = p.delivery_id WHERE e.status = 'ENROLLED'`;
    expect(
      await offenders(`SELECT FROM (${sits}) a JOIN (${sits}) b USING (student_id, on_date)
        WHERE a.delivery_id < b.delivery_id AND a.start_min < b.end_min AND b.start_min < a.end_min`),
    ).toBe(0);
  });

  it("meets inside the term and on no holiday", async () => {
    expect(
      await offenders(`SELECT FROM meeting m JOIN delivery d ON d.id = m.delivery_id JOIN term t ON t.id = d.term_id
        WHERE m.on_date NOT BETWEEN t.start_date AND t.end_date`),
    ).toBe(0);
    expect(
      await offenders(
        "SELECT FROM meeting m JOIN holiday h ON m.on_date BETWEEN h.start_date AND h.end_date",
      ),
    ).toBe(0);
  });

  it("gives parts and sessions weights that sum to one", async () => {
    expect(
      await offenders("SELECT FROM class_session GROUP BY class_id HAVING abs(sum(weight) - 1) > 0.001"),
    ).toBe(0);
    expect(
      await offenders("SELECT FROM class_part GROUP BY session_id HAVING abs(sum(weight) - 1) > 0.001"),
    ).toBe(0);
    expect(
      await offenders(`SELECT FROM class c JOIN course co ON co.id = c.course_id
        WHERE (SELECT count(*) FROM class_session WHERE class_id = c.id) <> (CASE co.programme_code WHEN 'IEAP' THEN 2 ELSE 1 END)`),
    ).toBe(0);
  });
});

describe("enrolments", () => {
  it("belong to active students, with prerequisites met and nothing passed twice", async () => {
    const live = "enrolment e JOIN class c ON c.id = e.class_id JOIN course co ON co.id = c.course_id";
    expect(
      await offenders(
        "SELECT FROM enrolment e JOIN student s ON s.person_id = e.student_id WHERE s.status <> 'ACTIVE'",
      ),
    ).toBe(0);
    expect(await offenders(`SELECT FROM ${live} WHERE ${unmet("e.student_id", "c.course_id", "true")}`)).toBe(
      0,
    );
    expect(
      await offenders(`SELECT FROM ${live} WHERE e.status = 'ENROLLED' AND EXISTS (
        SELECT FROM course_result r WHERE r.student_id = e.student_id AND r.course_id = c.course_id AND (r.passes OR r.attempt >= 3))`),
    ).toBe(0);
    expect(
      await offenders(`SELECT FROM ${live} WHERE co.cycle_id = 3 AND NOT EXISTS (
        SELECT FROM programme_enrolment pe JOIN programme p ON p.id = pe.programme_id
         WHERE pe.student_id = e.student_id AND p.cycle_id = 2 AND pe.status = 'COMPLETED')`),
    ).toBe(0);
  });

  it("stay within the load: more than three courses only from a GPA of 3.5 (domain.md 0.2 row 27)", async () => {
    expect(
      await offenders(`SELECT FROM enrolment e JOIN class c ON c.id = e.class_id JOIN course co ON co.id = c.course_id
        WHERE e.status = 'ENROLLED' AND co.cycle_id > 1 GROUP BY e.student_id, c.term_id
        HAVING sum(co.credits) > 15 OR sum(co.credits) > 9 AND (
          SELECT sum(r.points * r.credits) / sum(r.credits) FROM course_result r
           WHERE r.student_id = e.student_id AND r.counts_in_gpa) < 3.4995`),
    ).toBe(0);
  });

  it("have their events, and the registration counts them", async () => {
    expect(
      await offenders(`SELECT FROM enrolment e WHERE NOT EXISTS (
        SELECT FROM enrolment_event v WHERE v.enrolment_id = e.id AND v.student_id = e.student_id AND v.kind = 'enrolled')`),
    ).toBe(0);
    expect(
      await offenders(`SELECT FROM registration_state s
        WHERE s.version <> (SELECT count(*) FROM enrolment_event v WHERE v.student_id = s.student_id)`),
    ).toBe(0);
  });
});

describe("the record", () => {
  it("numbers attempts, at most three, and counts the latest graded one", async () => {
    expect(
      await offenders(
        "SELECT FROM course_result GROUP BY student_id, course_id HAVING count(*) <> max(attempt) OR max(attempt) > 3",
      ),
    ).toBe(0);
    expect(
      await offenders(`SELECT FROM course_result GROUP BY student_id, course_id
        HAVING coalesce(max(attempt) FILTER (WHERE counts_in_gpa), 0) <> coalesce(max(attempt) FILTER (WHERE points IS NOT NULL), 0)
            OR count(*) FILTER (WHERE counts_in_gpa) > 1`),
    ).toBe(0);
  });

  it("takes letter, points and pass from the scale of the term", async () => {
    expect(
      await offenders(`SELECT FROM course_result r LEFT JOIN scale_grade g ON g.scale_id = r.scale_id AND g.letter = r.letter
        WHERE r.points IS NOT NULL AND (g.points, g.passes, g.earns_credit) IS DISTINCT FROM (r.points, r.passes, r.earns_credit)`),
    ).toBe(0);
    expect(
      await offenders(`SELECT FROM course_result r JOIN grading_scale s ON s.id = r.scale_id JOIN term t ON t.id = r.term_id
        WHERE t.start_date < s.valid_from OR t.start_date >= coalesce(s.valid_to, 'infinity')`),
    ).toBe(0);
  });

  it("respects prerequisites in every term of the past", async () => {
    expect(
      await offenders(`SELECT FROM course_result x JOIN term t ON t.id = x.term_id
        WHERE x.source = 'LEGACY' AND ${unmet("x.student_id", "x.course_id", "(rt.end_date < t.start_date OR r.source <> 'LEGACY')")}`),
    ).toBe(0);
  });

  it("lets nobody complete a degree with a requirement open", async () => {
    expect(
      await offenders(`SELECT FROM programme_enrolment e JOIN programme_requirement q ON q.programme_id = e.programme_id
        WHERE e.status = 'COMPLETED' AND q.valid_from <= e.catalogue_date
           AND (q.valid_to IS NULL OR q.valid_to > e.catalogue_date) AND NOT EXISTS (
          SELECT FROM course_result r WHERE r.student_id = e.student_id AND r.course_id = q.course_id AND r.passes)`),
    ).toBe(0);
  });

  it("keeps the current programme as the trigger would", async () => {
    await database.pool.query(
      "CREATE TEMP TABLE before_refresh AS SELECT person_id, current_programme_id FROM student",
    );
    await database.pool.query("SELECT set_config('naga.actor', 'system:test', false)");
    await database.pool.query("SELECT studies_refresh_current_programme(array_agg(person_id)) FROM student");
    expect(
      await offenders(`SELECT FROM student s JOIN before_refresh b USING (person_id)
        WHERE s.current_programme_id IS DISTINCT FROM b.current_programme_id`),
    ).toBe(0);
  });
});

describe("the load itself", () => {
  it("leaves one audit row per batch, in the name of the seed, and nothing row by row", async () => {
    expect(
      await offenders("SELECT FROM audit.entry WHERE operation <> 'COPY' AND actor = 'system:seed'"),
    ).toBe(0);
    expect(
      await offenders(`SELECT FROM audit.entry WHERE operation = 'COPY' AND actor = 'system:seed'
        AND (new ->> 'rows')::int > 0 AND new ->> 'sha256' ~ '^[0-9a-f]{64}$'`),
    ).toBeGreaterThan(20);
    const { rows } = await database.pool.query(
      "SELECT sum((new ->> 'rows')::int)::int AS told, (SELECT count(*)::int FROM course_result) AS there FROM audit.entry WHERE table_name = 'course_result'",
    );
    expect(rows[0].told).toBe(rows[0].there);
  });

  it("moves the sequences on, so that the next insert works", async () => {
    const { rows } = await database.pool.query(
      "SELECT nextval('person_id_seq')::int AS next, (SELECT max(id) FROM person) AS highest",
    );
    expect(rows[0].next).toBe(rows[0].highest + 1);
    const { rows: numbers } = await database.pool.query(
      "SELECT nextval('student_number_sequence')::int AS next, (SELECT max(number) FROM student) AS highest",
    );
    expect(numbers[0].next).toBe(numbers[0].highest + 1);
  });
});
