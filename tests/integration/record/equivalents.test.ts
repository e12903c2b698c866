import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findDegreeProgress } from "@/lib/record/queries/degree-progress";
import { countCourseStudents, listCourseStudents } from "@/lib/registration/queries/course-students";
import { accountActor } from "@/tests/factories/actor";
import { day } from "@/tests/factories/studies";
import {
  arrange,
  type Campus,
  makeCampus,
  makeCourse,
  makeStudent,
  makeTerm,
} from "@/tests/factories/timetable";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

const SINCE = "2020-10-01";
let database: TestDatabase;
let campus: Campus;
let before: number;
const registrar = accountActor({ role: "registrar" });
const courses: Record<string, number> = {};

const counts = (
  code: string,
  by: string,
  { from = SINCE, to = null as string | null, both = false } = {},
): Promise<number> =>
  arrange(
    database.pool,
    `INSERT INTO course_equivalence (original_id, equivalent_id, is_bidirectional, reason, approved_by, approved_on,
                                     valid_from, valid_to)
     VALUES ($1, $2, $3, 'renamed', 'council', '2020-01-01', $4, $5) RETURNING id`,
    [courses[code], courses[by], both, from, to],
  );

/** Somebody on the degree of the campus with one result. */
async function student(code: string, termId: number, letter = "B"): Promise<number> {
  const id = await makeStudent(database.pool);
  await arrange(
    database.pool,
    `INSERT INTO programme_enrolment (student_id, programme_id, start_date, catalogue_date)
     VALUES ($1, $2, '2025-01-01', '2025-01-01') RETURNING id`,
    [id, campus.programmeId],
  );
  await arrange(
    database.pool,
    `INSERT INTO course_result (student_id, course_id, term_id, credits, letter, points, passes, earns_credit,
                                counts_in_gpa, attempt, source)
     VALUES ($1, $2, $3, 3, $4, 2.0, $5, $5, true, 1, 'LEGACY') RETURNING id`,
    [id, courses[code], termId, letter, letter !== "F"],
  );
  return id;
}

const progress = (studentId: number) =>
  findDegreeProgress(registrar, studentId, {
    programmeId: campus.programmeId,
    catalogueDate: "2025-01-01",
  });
const line = async (studentId: number, code: string) =>
  (await progress(studentId))?.lines.find(({ courseCode }) => courseCode === code);

beforeAll(async () => {
  database = await createTestDatabase();
  campus = await makeCampus(database.pool);
  before = await makeTerm(database.pool, { code: "T0", start: -200, end: -110, active: false });
  for (const code of ["NEED", "MID", "OLD", "SOON", "BOTH", "TWIN", "LATER"])
    courses[code] = await makeCourse(database.pool, campus.cycles.bachelor, code);
  for (const [place, code] of ["NEED", "BOTH", "TWIN", "LATER"].entries())
    await arrange(
      database.pool,
      `INSERT INTO programme_requirement (programme_id, sequence, course_id, name, valid_from)
       VALUES ($1, $2, $3, 'Line', '2009-04-07') RETURNING id`,
      [campus.programmeId, place + 1, courses[code]],
    );
});
afterAll(() => database.close());

describe("a requirement and the courses that count for it", () => {
  let first: number;
  let second: number;
  beforeAll(async () => {
    first = await counts("NEED", "MID");
    second = await counts("MID", "OLD", { from: "2021-10-01", to: day(-100) });
    await counts("BOTH", "TWIN", { both: true });
    await counts("LATER", "SOON", { from: day(1) });
  });

  it("is fulfilled by another course that counts, with its why", async () => {
    const passed = await student("MID", campus.termId);
    expect(await line(passed, "NEED")).toMatchObject({
      state: "fulfilled",
      letter: "B",
      termCode: "T1",
      by: "MID",
      because: [
        {
          rule: "record.requirement_counted",
          inputs: { course: "NEED", by: "MID", term: "T1", since: SINCE },
          source: `course_equivalence ${first}`,
        },
      ],
    });
    expect((await progress(passed))?.completion.value).toBe(25);
  });

  it("is fulfilled through several courses by what was taken before an end, not by what was taken later", async () => {
    expect(await line(await student("OLD", before), "NEED")).toMatchObject({
      state: "fulfilled",
      because: [
        {
          rule: "record.requirement_counted_until",
          inputs: { since: "2021-10-01", until: day(-100) },
          source: `course_equivalence ${first}, ${second}`,
        },
      ],
    });
    expect(await line(await student("OLD", campus.termId), "NEED")).toMatchObject({
      state: "open",
      because: [],
    });
  });

  it("is fulfilled in both directions where the row says so, and in the one direction else", async () => {
    expect(await line(await student("TWIN", before), "BOTH")).toMatchObject({
      state: "fulfilled",
      by: "TWIN",
    });
    expect(await line(await student("BOTH", before), "TWIN")).toMatchObject({
      state: "fulfilled",
      by: "BOTH",
    });
    await arrange(
      database.pool,
      "UPDATE course_equivalence SET is_bidirectional = false WHERE original_id = $1 RETURNING id",
      [courses.BOTH],
    );
    expect(await line(await student("BOTH", before), "TWIN")).toMatchObject({ state: "open" });
  });

  it("is not fulfilled by a failed attempt, nor by what counts from tomorrow on", async () => {
    expect(await line(await student("MID", before, "F"), "NEED")).toMatchObject({
      state: "failed",
      by: "MID",
      because: [{ rule: "record.requirement_failed_by" }],
    });
    expect(await line(await student("SOON", before), "LATER")).toMatchObject({ state: "open" });
  });

  it("says of each student what the list of those who still need the course says", async () => {
    const everybody = (
      await database.pool.query<{ id: number }>(
        "SELECT DISTINCT student_id AS id FROM course_result ORDER BY 1",
      )
    ).rows.map(({ id }) => id);
    expect(everybody.length).toBeGreaterThan(7);
    for (const code of ["NEED", "BOTH", "TWIN", "LATER"]) {
      const open: number[] = [];
      for (const id of everybody) if ((await line(id, code))?.state !== "fulfilled") open.push(id);
      const listed = await listCourseStudents(registrar, code, { who: "needs", page: 1, size: 100 });
      expect([code, listed.rows.map(({ id }) => id).toSorted((a, b) => a - b)]).toEqual([code, open]);
      expect((await countCourseStudents(registrar, code)).needs).toBe(open.length);
    }
  });
});
