import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findClassPage, getClassHeader, listNextMeetings } from "@/lib/classes/queries/get-class";
import type { AccountActor } from "@/lib/platform/access/actor";
import { exportRoster } from "@/lib/registration/queries/export-roster";
import { listRoster } from "@/lib/registration/queries/roster";
import { teachesStudent } from "@/lib/registration/queries/teaches-student";
import { accountActor } from "@/tests/factories/actor";
import {
  arrange,
  type Campus,
  makeCampus,
  makeClass,
  makeCourse,
  makeStudent,
  makeTeacher,
  makeTerm,
} from "@/tests/factories/timetable";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

let database: TestDatabase;
let campus: Campus;
let teacher: AccountActor;
let weekday = 0;
let classes: Record<"running" | "lastDayOfContacts" | "afterContacts" | "lastDay" | "over", number>;
const registrar = accountActor({ role: "registrar", accountId: 1 });

/** A class with one student, of a term that ended so many days ago. */
async function taught(code: string, endedDaysAgo: number, teacherId: number): Promise<number> {
  const { pool } = database;
  const termId = await makeTerm(pool, { code, start: -endedDaysAgo - 80, end: -endedDaysAgo });
  const courseId = await makeCourse(pool, campus.cycles.bachelor, code);
  const { id } = await makeClass(pool, { courseId, termId });
  // A weekday each: the terms overlap. The weekly time alone, since meetings of the helper lie around today.
  await arrange(
    pool,
    `INSERT INTO slot (delivery_id, weekday, start_min, end_min, teacher_id, valid_from, valid_to)
     SELECT cp.delivery_id, $3, 1050, 1140, $2, t.start_date, t.end_date
       FROM class c JOIN class_session cs ON cs.class_id = c.id JOIN class_part cp ON cp.session_id = cs.id
       JOIN term t ON t.id = c.term_id WHERE c.id = $1 RETURNING id`,
    [id, teacherId, ++weekday],
  );
  const studentId = await makeStudent(pool);
  await arrange(
    pool,
    "INSERT INTO phone (person_id, number, digits, is_preferred) VALUES ($1, $2, substr($2, 2), true) RETURNING id",
    [studentId, `+8551200${studentId}`],
  );
  await arrange(
    pool,
    "INSERT INTO enrolment (student_id, class_id, enrolled_by) VALUES ($1, $2, 'system:test') RETURNING id",
    [studentId, id],
  );
  return id;
}

beforeAll(async () => {
  database = await createTestDatabase();
  campus = await makeCampus(database.pool);
  const teacherId = await makeTeacher(database.pool);
  const accountId = await arrange(
    database.pool,
    "INSERT INTO account (email, display_name, person_id) VALUES ('keo@test.naga.example', 'KEO', $1) RETURNING id",
    [teacherId],
  );
  teacher = accountActor({
    role: "teacher",
    personId: teacherId,
    accountId,
    scopes: [{ kind: "OWN", ref: null }],
  });
  classes = {
    running: await taught("RUN-1", -50, teacherId),
    lastDayOfContacts: await taught("D30-1", 30, teacherId),
    afterContacts: await taught("D31-1", 31, teacherId),
    lastDay: await taught("D365-1", 365, teacherId),
    over: await taught("D366-1", 366, teacherId),
  };
});
afterAll(() => database.close());

const phones = async (actor: AccountActor, classId: number) =>
  (await listRoster(actor, classId)).map((row) => row.phone !== null);

describe("a teacher's reach to a class", () => {
  it("holds telephone numbers until 30 days after the end of the term, and names after that", async () => {
    expect(await phones(teacher, classes.running)).toEqual([true]);
    expect(await phones(teacher, classes.lastDayOfContacts)).toEqual([true]);
    expect(await phones(teacher, classes.afterContacts)).toEqual([false]);
    expect(await phones(teacher, classes.lastDay)).toEqual([false]);
    const { rows } = await exportRoster(teacher, classes.afterContacts);
    expect(rows).toMatchObject([{ familyName: "SOK", phone: null }]);
  });

  it("ends 365 days after the end of the term: the class is not found", async () => {
    expect(await findClassPage(teacher, classes.lastDay)).toMatchObject({ code: "D365-1" });
    expect(await findClassPage(teacher, classes.over)).toBeNull();
    expect(await listRoster(teacher, classes.over)).toEqual([]);
    expect(await listNextMeetings(teacher, classes.over)).toEqual([]);
    for (const read of [getClassHeader, exportRoster])
      await expect(read(teacher, classes.over)).rejects.toMatchObject({ code: "classes.class_not_found" });
  });

  it("holds the photos of the students as long as the telephone numbers, and of nobody else", async () => {
    const studentOf = async (classId: number) => (await listRoster(registrar, classId))[0]?.studentId ?? -1;
    const seen = async (actor: AccountActor, classId: number) =>
      teachesStudent(actor, await studentOf(classId));
    expect(await seen(teacher, classes.running)).toBe(true);
    expect(await seen(teacher, classes.lastDayOfContacts)).toBe(true);
    expect(await seen(teacher, classes.afterContacts)).toBe(false);
    expect(await teachesStudent(teacher, await makeStudent(database.pool))).toBe(false);
    const colleague = accountActor({ ...teacher, personId: await makeTeacher(database.pool) });
    expect(await seen(colleague, classes.running)).toBe(false);
    expect(
      await seen(accountActor({ role: "substitute", personId: colleague.personId }), classes.running),
    ).toBe(false);
    // Staff reach students by their own scope.
    expect(await seen(registrar, classes.running)).toBe(false);
  });

  it("is no rule for staff", async () => {
    expect(await phones(registrar, classes.over)).toEqual([true]);
  });

  it("follows the setting from its date on", async () => {
    const set = (days: number, value: object) =>
      arrange(
        database.pool,
        `INSERT INTO setting (key, value, valid_from)
         VALUES ('classes.teacher_days', $2, (now() AT TIME ZONE 'Asia/Phnom_Penh')::date + $1::int) RETURNING id`,
        [days, JSON.stringify(value)],
      );
    await set(1, { contacts: 0, rosters: 0 });
    expect(await phones(teacher, classes.lastDayOfContacts)).toEqual([true]);
    await set(0, { contacts: 10, rosters: 366 });
    expect(await phones(teacher, classes.lastDayOfContacts)).toEqual([false]);
    expect(await findClassPage(teacher, classes.over)).toMatchObject({ code: "D366-1" });
  });
});
