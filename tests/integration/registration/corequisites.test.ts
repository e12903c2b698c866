import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { campusToday } from "@/lib/platform/dates/campus";
import { enrolStudentCommand } from "@/lib/registration/commands/enrol-student";
import { countCourseStudents, listCourseStudents } from "@/lib/registration/queries/course-students";
import { getSnapshot } from "@/lib/registration/queries/snapshot";
import type { CartItemInput } from "@/lib/registration/schemas";
import { accountActor } from "@/tests/factories/actor";
import {
  arrange,
  type Campus,
  makeCampus,
  makeClass,
  makeCourse,
  makeStudent,
  makeStudents,
} from "@/tests/factories/timetable";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

let database: TestDatabase;
let campus: Campus;
let made = 0;
const registrar = accountActor({ role: "registrar", authorityLevel: 3 });

beforeAll(async () => {
  database = await createTestDatabase();
  campus = await makeCampus(database.pool);
});
afterAll(() => database.close());

async function aClass(capacity = 10) {
  made += 1;
  const code = `CO-${made}`;
  const courseId = await makeCourse(database.pool, campus.cycles.bachelor, code);
  const { id } = await makeClass(database.pool, { courseId, termId: campus.termId, capacity });
  return { id, courseId, code };
}
const ask = (courseId: number, requiredId: number, kind: string, letter = "D") =>
  arrange(
    database.pool,
    `INSERT INTO course_prerequisite (course_id, required_course_id, kind, minimum_letter, valid_from)
     VALUES ($1, $2, $3::requisite_kind, $4, '2009-04-07') RETURNING id`,
    [courseId, requiredId, kind, letter],
  );
const enrol = async (studentId: number, ...items: CartItemInput[]) =>
  (await enrolStudentCommand(registrar, { studentId, items })).items;
const outcomes = (items: Awaited<ReturnType<typeof enrol>>) => items.map(({ outcome }) => outcome);

async function pair() {
  const [lab, lecture] = [await aClass(), await aClass(1)];
  await ask(lab.courseId, lecture.courseId, "COREQUISITE");
  return { lab, lecture };
}

describe("co-requisites", () => {
  it("are taken in one cart in any order, or after the other, and refused alone", async () => {
    const { lab, lecture } = await pair();
    const alone = await enrol(await makeStudent(database.pool), { classId: lab.id });
    expect(outcomes(alone)).toEqual(["refused"]);
    expect(alone[0]?.explained).toMatchObject({
      because: [{ rule: "registration.corequisite_missing", inputs: { required: lecture.code } }],
      remedy: { rule: "registration.take_corequisite" },
    });
    const both = await makeStudent(database.pool);
    expect(outcomes(await enrol(both, { classId: lab.id }, { classId: lecture.id }))).toEqual([
      "enrolled",
      "enrolled",
    ]);
  });

  it("are all or nothing: where one is full the other is not taken", async () => {
    const { lab, lecture } = await pair();
    await enrol(await makeStudent(database.pool), { classId: lecture.id });
    const student = await makeStudent(database.pool);
    expect(outcomes(await enrol(student, { classId: lab.id }, { classId: lecture.id }))).toEqual([
      "refused",
      "refused",
    ]);
    const { rows } = await database.pool.query("SELECT FROM enrolment WHERE student_id = $1", [student]);
    expect(rows).toEqual([]);
  });

  it("are all or nothing in a rush too: nobody sits in the one without the other", async () => {
    const { lab, lecture } = await pair();
    const students = await makeStudents(database.pool, 6);
    const carts = await Promise.all(
      students.map((student) => enrol(student, { classId: lab.id }, { classId: lecture.id })),
    );
    expect(carts.filter((cart) => outcomes(cart)[0] === "enrolled")).toHaveLength(1);
    const { rows } = await database.pool.query(
      `SELECT class_id, count(*)::int AS n FROM enrolment WHERE class_id = ANY ($1) AND status = 'ENROLLED' GROUP BY 1`,
      [[lab.id, lecture.id]],
    );
    expect(rows.map(({ n }) => n)).toEqual([1, 1]);
  });
});

describe("equivalents and letters", () => {
  async function passed(studentId: number, courseId: number, letter: string) {
    await arrange(
      database.pool,
      `INSERT INTO course_result (student_id, course_id, term_id, credits, letter, points, passes, earns_credit,
                                  counts_in_gpa, attempt, source)
       VALUES ($1, $2, $3, 3, $4, 2.0, true, true, true, 1, 'LEGACY') RETURNING id`,
      [studentId, courseId, campus.termId, letter],
    );
  }

  it("come with the snapshot: another course counts, with the letter that is asked for", async () => {
    const [wanted, needed, old] = [await aClass(), await aClass(), await aClass()];
    await ask(wanted.courseId, needed.courseId, "PREREQUISITE", "C");
    await arrange(
      database.pool,
      `INSERT INTO course_equivalence (original_id, equivalent_id, reason, approved_by, approved_on, valid_from)
       VALUES ($1, $2, 'renamed', 'council', '2020-01-01', '2020-01-01') RETURNING id`,
      [needed.courseId, old.courseId],
    );
    const [well, low] = [await makeStudent(database.pool), await makeStudent(database.pool)];
    await passed(well, old.courseId, "B");
    await passed(low, old.courseId, "D");
    expect(outcomes(await enrol(well, { classId: wanted.id }))).toEqual(["enrolled"]);
    const [refused] = await enrol(low, { classId: wanted.id });
    expect(refused?.explained?.because).toMatchObject([
      {
        rule: "registration.prerequisite_low_by",
        inputs: { required: needed.code, by: old.code, letter: "D", minimum: "C" },
      },
    ]);
  });

  it("belong to the code, whichever version of the course a class has", async () => {
    const needed = await aClass();
    const code = `CO-V${made}`;
    const first = await makeCourse(database.pool, campus.cycles.bachelor, code);
    await ask(first, needed.courseId, "PREREQUISITE");
    await arrange(database.pool, "UPDATE course SET valid_to = '2026-01-01' WHERE id = $1 RETURNING id", [
      first,
    ]);
    const second = await arrange(
      database.pool,
      `INSERT INTO course (code, title, short_title, cycle_id, valid_from) VALUES ($1, $1, $1, $2, '2026-01-01') RETURNING id`,
      [code, campus.cycles.bachelor],
    );
    const { id } = await makeClass(database.pool, { courseId: second, termId: campus.termId });
    const snapshot = await getSnapshot(registrar, {
      studentId: await makeStudent(database.pool),
      classIds: [id],
      today: campusToday(),
    });
    expect(snapshot.classes[0]?.prerequisites).toMatchObject([{ code: needed.code, kind: "PREREQUISITE" }]);
  });
});

describe("the students of a course", () => {
  it("are those who sit in it, and those who still need it for their degree", async () => {
    const course = await aClass();
    await arrange(
      database.pool,
      `INSERT INTO programme_requirement (programme_id, sequence, course_id, name, valid_from)
       VALUES ($1, 1, $2, 'First', '2009-04-07') RETURNING id`,
      [campus.programmeId, course.courseId],
    );
    const [sits, needs] = [await makeStudent(database.pool), await makeStudent(database.pool)];
    for (const student of [sits, needs])
      await arrange(
        database.pool,
        `INSERT INTO programme_enrolment (student_id, programme_id, start_date, catalogue_date)
         VALUES ($1, $2, '2025-01-01', '2025-01-01') RETURNING id`,
        [student, campus.programmeId],
      );
    await enrol(sits, { classId: course.id });
    expect(await countCourseStudents(registrar, course.code)).toEqual({ sits: 1, needs: 1 });
    const list = async (who: "sits" | "needs", actor = registrar) =>
      (await listCourseStudents(actor, course.code, { who, page: 1, size: 10 })).rows.map(({ id }) => id);
    expect(await list("sits")).toEqual([sits]);
    expect(await list("needs")).toEqual([needs]);
    const elsewhere = accountActor({
      role: "academic_director",
      scopes: [{ kind: "PROGRAMME", ref: "NOWHERE" }],
    });
    expect(await list("needs", elsewhere)).toEqual([]);
  });
});
