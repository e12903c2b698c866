import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listClasses } from "@/lib/classes/queries/list-classes";
import { loadClassList } from "@/lib/classes/search-params";
import { listStudents } from "@/lib/people/queries/list-students";
import { limitStudents } from "@/lib/people/queries/student-limits";
import { loadStudentListParams } from "@/lib/people/search-params";
import type { Actor } from "@/lib/platform/access/actor";
import { getRegistrarHome } from "@/lib/registration/queries/registrar-home";
import { accountActor } from "@/tests/factories/actor";
import {
  arrange,
  type Campus,
  makeCampus,
  makeClass,
  makeCourse,
  makeStudent,
  makeTerm,
} from "@/tests/factories/timetable";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

let database: TestDatabase;
let campus: Campus;
const registrar = accountActor({ role: "registrar" });

/** Rows of the list of students as its page and its export ask for them. */
async function studentsListed(actor: Actor, search: string): Promise<string[]> {
  const { term, ...filter } = loadStudentListParams(new URLSearchParams(search));
  const limits = await limitStudents(actor, { term, without: filter.without });
  const page = await listStudents(actor, { ...filter, ...limits });
  expect(page.total).toBe(page.rows.length);
  return page.rows.map((row) => row.number);
}

const classesListed = async (search: string) =>
  (await listClasses(registrar, loadClassList(new URLSearchParams(search)))).total;

beforeAll(async () => {
  database = await createTestDatabase();
  campus = await makeCampus(database.pool);
  const { pool } = database;
  const course = (code: string) => makeCourse(pool, campus.cycles.bachelor, code);
  const enrol = (studentId: number, classId: number, status = "ENROLLED") =>
    arrange(
      pool,
      `INSERT INTO enrolment (student_id, class_id, status, enrolled_by, ended_at)
       VALUES ($1, $2, $3::enrolment_status, 'system:test', CASE WHEN $3 = 'DROPPED' THEN now() END) RETURNING id`,
      [studentId, classId, status],
    );
  const running = await makeClass(pool, { courseId: await course("NOW-1"), termId: campus.termId });
  const overTerm = await makeTerm(pool, { code: "OVER", start: -100, end: -10 });
  const over = await makeClass(pool, { courseId: await course("OLD-1"), termId: overTerm });
  const cancelled = await makeClass(pool, {
    courseId: await course("OFF-1"),
    termId: campus.termId,
    status: "CANCELLED",
  });
  // Drafts: of a running term, of one that begins in ten days, of one that begins in forty.
  for (const [code, start] of [
    ["SOON", 10],
    ["LATER", 40],
  ] as const) {
    const termId = await makeTerm(pool, { code, start, end: start + 80 });
    await makeClass(pool, { courseId: await course(`${code}-1`), termId, status: "DRAFT" });
  }
  await makeClass(pool, { courseId: await course("DRAFT-1"), termId: campus.termId, status: "DRAFT" });

  const [seated, dropped, past, off, none] = [
    await makeStudent(pool),
    await makeStudent(pool),
    await makeStudent(pool),
    await makeStudent(pool),
    await makeStudent(pool),
  ];
  await makeStudent(pool, { status: "INACTIVE" });
  await enrol(seated, running.id);
  await enrol(dropped, running.id, "DROPPED");
  await enrol(past, over.id);
  await enrol(off, cancelled.id);
  const began = "2026-01-05";
  for (const studentId of [seated, none]) {
    await arrange(
      pool,
      `INSERT INTO programme_enrolment (student_id, programme_id, start_date, catalogue_date)
       SELECT $1, id, $2::date, $2::date FROM programme ORDER BY id LIMIT 1 RETURNING id`,
      [studentId, began],
    );
  }
});
afterAll(() => database.close());

describe("the numbers of the registrar's home", () => {
  it("are those of the lists behind them", async () => {
    const { problems } = await getRegistrarHome(registrar);
    // Everybody active but the one with a seat; four of them left, were in a past or in a cancelled class, or in none.
    expect(problems).toMatchObject({ withoutClass: 4, withoutProgramme: 3, draftClasses: 2 });
    expect(await studentsListed(registrar, "status=ACTIVE&without=class")).toHaveLength(
      problems.withoutClass,
    );
    expect(await studentsListed(registrar, "status=ACTIVE&without=programme")).toHaveLength(
      problems.withoutProgramme,
    );
    expect(await classesListed("when=soon&status=DRAFT")).toBe(problems.draftClasses);
    expect(await classesListed("timetable=incomplete&status=SCHEDULED,ACTIVE")).toBe(
      problems.incompleteTimetables,
    );
    expect(await classesListed("seats=full&status=SCHEDULED,ACTIVE")).toBe(problems.fullClasses);
  });

  it("stay so within a scope: a seat in a class outside it is a seat", async () => {
    const { rows } = await database.pool.query("SELECT code FROM programme ORDER BY id LIMIT 1");
    const director = accountActor({
      role: "academic_director",
      scopes: [{ kind: "PROGRAMME", ref: rows[0].code }],
    });
    const { problems } = await getRegistrarHome(director);
    expect(problems).toMatchObject({ withoutClass: 1, withoutProgramme: 0 });
    expect(await studentsListed(director, "status=ACTIVE&without=class")).toHaveLength(1);
  });

  it("are not told to who may only find people", async () => {
    const cashier = accountActor({ role: "cashier" });
    expect(await studentsListed(cashier, "status=ACTIVE&without=class")).toHaveLength(5);
    expect(await studentsListed(cashier, "status=ACTIVE&without=programme")).toHaveLength(5);
  });
});
