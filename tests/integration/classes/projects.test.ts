import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createProjectCommand,
  editProjectCommand,
  moveProjectCommand,
} from "@/lib/classes/projects/commands";
import { addMemberCommand, removeMemberCommand } from "@/lib/classes/projects/members";
import { findProject, listProjects } from "@/lib/classes/projects/queries";
import { loadProjectList } from "@/lib/classes/projects/search-params";
import { campusToday } from "@/lib/platform/dates/campus";
import { addDays } from "@/lib/platform/dates/day";
import { accountActor } from "@/tests/factories/actor";
import {
  arrange,
  type Campus,
  makeCampus,
  makeCourse,
  makeStudent,
  makeStudents,
  makeTeacher,
  makeTerm,
} from "@/tests/factories/timetable";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

const director = accountActor({ role: "academic_director" });
const reason = "the test asks for it";
const today = campusToday();
let database: TestDatabase;
let campus: Campus;
let courseId: number;
let next = 0;

const numbersOf = async (ids: number[]): Promise<number[]> => {
  const { rows } = await database.pool.query(
    "SELECT number FROM student WHERE person_id = ANY ($1) ORDER BY number",
    [ids],
  );
  return rows.map((row) => row.number);
};

async function group(students: number, advisorId: number | null = null) {
  next += 1;
  const numbers = await numbersOf(await makeStudents(database.pool, students));
  const { id } = await createProjectCommand(director, {
    courseId,
    termId: campus.termId,
    title: `A study of ${next}`,
    description: null,
    advisorId,
    proposedOn: addDays(today, -10),
    students: numbers,
  });
  return { id, numbers };
}
const move = (
  id: number,
  version: number,
  to: "APPROVED" | "IN_PROGRESS" | "SUBMITTED" | "WITHDRAWN",
  on = today,
) => moveProjectCommand(director, { id, version, to, on, reason });

beforeAll(async () => {
  database = await createTestDatabase();
  campus = await makeCampus(database.pool);
  courseId = await makeCourse(database.pool, campus.cycles.bachelor, "LAWS-499");
  await arrange(database.pool, "UPDATE course SET is_senior_project = true WHERE id = $1", [courseId]);
});
afterAll(() => database.close());

describe("a senior-project group", () => {
  it("has one to five students, each in one group at a time", async () => {
    const { id, numbers } = await group(4);
    const [fifth = 0, sixth = 0] = await numbersOf(await makeStudents(database.pool, 2));
    await addMemberCommand(director, { id, version: 1, student: fifth });
    await expect(addMemberCommand(director, { id, version: 2, student: sixth })).rejects.toMatchObject({
      code: "classes.project_size",
    });
    const other = await group(1);
    await expect(
      addMemberCommand(director, { id: other.id, version: 1, student: fifth }),
    ).rejects.toMatchObject({
      code: "classes.in_other_group",
    });
    const found = await findProject(director, id);
    const memberId = found?.members.find((member) => member.number === fifth)?.id ?? 0;
    await removeMemberCommand(director, { id, version: 2, memberId });
    await addMemberCommand(director, { id: other.id, version: 1, student: fifth });
    expect((await findProject(director, id))?.members.map(({ number, leftOn }) => [number, leftOn])).toEqual([
      ...numbers.map((number) => [number, null]),
      [fifth, today],
    ]);
  });

  it("keeps its last student, in the database too", async () => {
    const { id } = await group(1);
    const memberId = (await findProject(director, id))?.members[0]?.id ?? 0;
    await expect(removeMemberCommand(director, { id, version: 1, memberId })).rejects.toMatchObject({
      code: "classes.project_size",
    });
    await expect(
      arrange(database.pool, "UPDATE senior_project_member SET left_on = joined_on WHERE id = $1", [
        memberId,
      ]),
    ).rejects.toMatchObject({ constraint: "senior_project_group_size" });
  });

  it("two who take the fifth place at once: one of them is told", async () => {
    const { id } = await group(4);
    const numbers = await numbersOf(await makeStudents(database.pool, 2));
    const done = await Promise.allSettled(
      numbers.map((student) => addMemberCommand(director, { id, version: 1, student })),
    );
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("takes its steps in order, with days and an advisor, and frees its students when it withdraws", async () => {
    const { id, numbers } = await group(2);
    await expect(move(id, 1, "APPROVED")).rejects.toMatchObject({
      code: "classes.project_move_refused",
      explained: { because: [{ rule: "classes.project_without_advisor" }] },
    });
    const advisorId = await makeTeacher(database.pool);
    await editProjectCommand(director, { id, version: 1, advisorId });
    await expect(move(id, 2, "SUBMITTED")).rejects.toMatchObject({
      explained: { because: [{ rule: "classes.project_move_not_allowed" }] },
    });
    await expect(move(id, 2, "APPROVED", addDays(today, -11))).rejects.toMatchObject({
      explained: { because: [{ rule: "classes.project_day_before" }] },
    });
    await expect(move(id, 2, "APPROVED", addDays(today, 1))).rejects.toMatchObject({
      explained: { because: [{ rule: "classes.project_day_to_come" }] },
    });
    await move(id, 2, "APPROVED", addDays(today, -5));
    await expect(editProjectCommand(director, { id, version: 3, advisorId: null })).rejects.toMatchObject({
      code: "classes.project_needs_advisor",
    });
    await move(id, 3, "IN_PROGRESS");
    await move(id, 4, "SUBMITTED", addDays(today, -1));
    await move(id, 5, "IN_PROGRESS");
    expect(await findProject(director, id)).toMatchObject({
      submittedOn: null,
      approvedOn: addDays(today, -5),
    });
    await move(id, 6, "WITHDRAWN");
    const after = await findProject(director, id);
    expect(after?.members.map(({ leftOn }) => leftOn)).toEqual([today, today]);
    await expect(editProjectCommand(director, { id, version: 7, title: "x" })).rejects.toMatchObject({
      code: "classes.project_over",
    });
    const other = await group(1);
    await addMemberCommand(director, { id: other.id, version: 1, student: numbers[0] ?? 0 });
  });

  it("is formed of active students for a senior-project course in a term of its kind", async () => {
    const plain = await makeCourse(database.pool, campus.cycles.bachelor, "LAWS-100");
    const english = await makeTerm(database.pool, { code: "ENG", type: "ENG_A" });
    const frozen = await makeStudent(database.pool, { status: "FROZEN" });
    const facts = {
      courseId,
      termId: campus.termId,
      title: "Another study",
      description: null,
      advisorId: null,
      proposedOn: today,
      students: await numbersOf(await makeStudents(database.pool, 1)),
    };
    const refused = [
      [{ courseId: plain }, "classes.no_senior_project"],
      [{ courseId: 999_999 }, "classes.course_not_found"],
      [{ termId: english }, "classes.project_term_differs"],
      [{ students: await numbersOf([frozen]) }, "classes.student_not_active"],
      [{ students: [999_999_999] }, "classes.student_not_found"],
      [{ advisorId: frozen }, "classes.advisor_not_found"],
      [{ title: "A study of 1" }, "classes.project_title_taken"],
    ] satisfies [Partial<Parameters<typeof createProjectCommand>[1]>, string][];
    for (const [over, code] of refused)
      await expect(createProjectCommand(director, { ...facts, ...over })).rejects.toMatchObject({ code });
  });

  it("is found by title, student and advisor, by those whose reach holds its course", async () => {
    const advisorId = await makeTeacher(database.pool);
    const { id, numbers } = await group(2, advisorId);
    const found = async (q: string, actor = director) =>
      (await listProjects(actor, await loadProjectList(Promise.resolve({ q })))).rows.map((row) => row.id);
    expect(await found(`study of ${next}`)).toContain(id);
    expect(await found(String(numbers[0]))).toEqual([id]);
    expect(await found("keo sophea")).toContain(id);
    expect(await found("nobody here")).toEqual([]);
    const elsewhere = accountActor({
      role: "academic_director",
      scopes: [{ kind: "PROGRAMME", ref: "TESOL" }],
    });
    expect(await found(`study of ${next}`, elsewhere)).toEqual([]);
    expect(await findProject(elsewhere, id)).toBeNull();
    await expect(addMemberCommand(elsewhere, { id, version: 1, student: 1 })).rejects.toMatchObject({
      kind: "not_found",
    });
  });
});
