import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createProjectCommand } from "@/lib/classes/projects/commands";
import { removeMemberCommand } from "@/lib/classes/projects/members";
import { listAdvisedProjects, listStudentProjects } from "@/lib/classes/projects/of-person";
import { findProject } from "@/lib/classes/projects/queries";
import { campusToday } from "@/lib/platform/dates/campus";
import { accountActor } from "@/tests/factories/actor";
import {
  arrange,
  type Campus,
  makeCampus,
  makeCourse,
  makeStudents,
  makeTeacher,
} from "@/tests/factories/timetable";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

const director = accountActor({ role: "academic_director" });
const registrar = accountActor({ role: "registrar" });
let database: TestDatabase;
let campus: Campus;
let advisor: number;
let students: number[];
let groupId: number;

const student = (personId: number) => accountActor({ role: "student", personId, scopes: [] });
const teacher = (personId: number) => accountActor({ role: "teacher", personId, scopes: [] });
const elsewhere = accountActor({
  role: "academic_director",
  scopes: [{ kind: "PROGRAMME", ref: "NOWHERE" }],
});

beforeAll(async () => {
  database = await createTestDatabase();
  campus = await makeCampus(database.pool);
  const courseId = await makeCourse(database.pool, campus.cycles.bachelor, "LAWS-499");
  await arrange(database.pool, "UPDATE course SET is_senior_project = true WHERE id = $1", [courseId]);
  advisor = await makeTeacher(database.pool);
  students = await makeStudents(database.pool, 3);
  const { rows } = await database.pool.query("SELECT number FROM student WHERE person_id = ANY ($1)", [
    students,
  ]);
  const { id } = await createProjectCommand(director, {
    courseId,
    termId: campus.termId,
    title: "Rivers and rights",
    description: null,
    advisorId: advisor,
    proposedOn: campusToday(),
    students: rows.map(({ number }) => number),
  });
  groupId = id;
});
afterAll(() => database.close());

describe("the senior-project groups of a person", () => {
  it("are shown to the student as text, to staff as the way to the group", async () => {
    const [me = 0] = students;
    const [own] = await listStudentProjects(student(me), me);
    expect(own).toMatchObject({
      title: "Rivers and rights",
      code: "LAWS-499",
      status: "PROPOSED",
      opens: false,
    });
    expect(own?.advisor).not.toBeNull();
    expect(await listStudentProjects(registrar, me)).toMatchObject([{ id: groupId, opens: true }]);
  });

  it("are those of the reach: nobody else's for a student, none for who reaches other programmes", async () => {
    const [me = 0, other = 0] = students;
    expect(await listStudentProjects(student(me), other)).toEqual([]);
    expect(await listStudentProjects(elsewhere, me)).toEqual([]);
    expect(await listAdvisedProjects(elsewhere, advisor)).toEqual([]);
  });

  it("are shown to the advisor with the students, and no teacher is shown another's", async () => {
    const [own] = await listAdvisedProjects(teacher(advisor), advisor);
    expect(own).toMatchObject({ id: groupId, opens: false });
    expect(own?.members).toHaveLength(3);
    expect(await listAdvisedProjects(registrar, advisor)).toMatchObject([{ id: groupId, opens: true }]);
    const stranger = teacher(await makeTeacher(database.pool));
    expect(await listAdvisedProjects(stranger, stranger.personId ?? 0)).toEqual([]);
    await expect(listAdvisedProjects(stranger, advisor)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(listStudentProjects(stranger, students[0] ?? 0)).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(listAdvisedProjects(student(students[0] ?? 0), advisor)).rejects.toMatchObject({
      kind: "forbidden",
    });
  });

  it("are no longer those of a student who left", async () => {
    const [, , last = 0] = students;
    const found = await findProject(director, groupId);
    const member = found?.members.find(({ studentId }) => studentId === last);
    await removeMemberCommand(director, {
      id: groupId,
      version: found?.version ?? 0,
      memberId: member?.id ?? 0,
    });
    expect(await listStudentProjects(registrar, last)).toEqual([]);
    expect((await listAdvisedProjects(registrar, advisor))[0]?.members).toHaveLength(2);
  });
});
