import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readMap } from "@/lib/curriculum/requirements/map-query";
import { getCatalogue, suggestChangeDay } from "@/lib/curriculum/requirements/queries";
import {
  addRequirementInput,
  endRequirementInput,
  moveRequirementInput,
  replaceRequirementInput,
} from "@/lib/curriculum/requirements/schemas";
import { systemActor } from "@/lib/platform/access/actor";
import { dayToDb } from "@/lib/platform/dates/campus";
import { writeTx } from "@/lib/platform/db/transaction";
import { findDegreeProgress } from "@/lib/record/queries/degree-progress";
import { findAffected, listProgrammeStudents } from "@/lib/studies/requirements/affected";
import {
  addRequirementCommand,
  cancelRequirementsCommand,
  endRequirementCommand,
  moveRequirementCommand,
  replaceRequirementCommand,
} from "@/lib/studies/requirements/commands";
import { accountActor } from "@/tests/factories/actor";
import { makeCourses, makeList } from "@/tests/factories/curriculum";
import { makeStudent } from "@/tests/factories/student";
import { type Catalogue, makeCatalogue, makeStay } from "@/tests/factories/studies";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

const REASON = "decided by the academic board";
const LATER = "2031-09-01";
let database: TestDatabase;
let catalogue: Catalogue;
let courses: Record<string, number>;
const director = accountActor({ role: "academic_director" });
const registrar = accountActor({ role: "registrar" });

beforeAll(async () => {
  database = await createTestDatabase();
  catalogue = await makeCatalogue();
  courses = await makeCourses(["AAA-101", "BBB-101", "CCC-101", "DDD-101", "EEE-101"]);
});
afterAll(() => database.close());

beforeEach(async () => {
  await writeTx(systemActor("test"), {}, async (tx) => {
    await tx.programmeRequirement.deleteMany({});
    await tx.programmeEnrolment.deleteMany({});
  });
  await makeList(catalogue.TESOL, [courses["AAA-101"], courses["BBB-101"], courses["CCC-101"]] as number[]);
});

const shared = { programme: "TESOL", from: LATER, affected: 0, reason: REASON };
const add = (over: object = {}) =>
  addRequirementCommand(
    director,
    addRequirementInput.parse({ ...shared, course: "DDD-101", place: "2", name: "", ...over }),
  );
const list = async (on: string) =>
  (await getCatalogue(registrar, catalogue.TESOL, on)).lines.map(
    ({ sequence, courseCode }) => `${sequence} ${courseCode}`,
  );
const student = async (start: string, over: object = {}) => {
  const { personId } = await makeStudent();
  await makeStay(personId, catalogue.TESOL, { start, ...over });
  return personId;
};

const OLD = ["1 AAA-101", "2 BBB-101", "3 CCC-101"];

describe("the list of a degree", () => {
  it("takes a course in from a day on; before it everything stays", async () => {
    await add();
    expect(await list(LATER)).toEqual(["1 AAA-101", "2 DDD-101", "3 BBB-101", "4 CCC-101"]);
    expect(await list("2031-08-31")).toEqual(OLD);
    const { days } = await getCatalogue(registrar, catalogue.TESOL, LATER);
    expect(days).toEqual(["2009-04-01", LATER]);
  });

  it("moves, replaces and ends a line from a day on", async () => {
    const line = { ...shared, sequence: 1, current: "AAA-101" };
    await moveRequirementCommand(director, moveRequirementInput.parse({ ...line, place: "3" }));
    expect(await list(LATER)).toEqual(["1 BBB-101", "2 CCC-101", "3 AAA-101"]);
    await replaceRequirementCommand(
      director,
      replaceRequirementInput.parse({ ...line, current: "BBB-101", course: "EEE-101", name: "An own name" }),
    );
    await endRequirementCommand(
      director,
      endRequirementInput.parse({ ...shared, sequence: 2, current: "CCC-101" }),
    );
    expect(await list(LATER)).toEqual(["1 EEE-101", "2 AAA-101"]);
    expect(await list("2031-08-31")).toEqual(OLD);
  });

  it("does not change the wrong line when the list moved meanwhile", async () => {
    await add({ place: "1" });
    const seen = { ...shared, sequence: 1, current: "AAA-101" };
    await expect(endRequirementCommand(director, endRequirementInput.parse(seen))).rejects.toMatchObject({
      kind: "conflict",
      code: "curriculum.requirement_gone",
    });
  });

  it("refuses a course that stands in it, one that is not in force, and a change that is none", async () => {
    await expect(add({ course: "BBB-101" })).rejects.toMatchObject({
      code: "curriculum.requirement_twice",
      fields: { course: ["curriculum.requirement_twice"] },
    });
    await expect(add({ course: "NONE-1" })).rejects.toMatchObject({ code: "curriculum.course_not_on_day" });
    const same = moveRequirementInput.parse({ ...shared, sequence: 1, current: "AAA-101", place: 1 });
    await expect(moveRequirementCommand(director, same)).rejects.toMatchObject({
      code: "curriculum.requirement_nothing",
    });
    await expect(add({ programme: "GESL" })).rejects.toMatchObject({
      code: "curriculum.requirements_of_language",
    });
    await expect(add({ programme: "NOWHERE" })).rejects.toMatchObject({ kind: "not_found" });
    await expect(
      addRequirementCommand(
        registrar,
        addRequirementInput.parse({ ...shared, course: "DDD-101", place: 1, name: "" }),
      ),
    ).rejects.toMatchObject({ kind: "forbidden" });
  });

  it("is not changed before a change that is planned, which can be taken back", async () => {
    await add();
    await expect(add({ from: "2030-01-01", course: "EEE-101" })).rejects.toMatchObject({
      code: "curriculum.requirement_later_change",
      params: { day: LATER },
    });
    await cancelRequirementsCommand(director, shared);
    expect(await list(LATER)).toEqual(OLD);
    expect((await getCatalogue(director, catalogue.TESOL, LATER)).days).toEqual(["2009-04-01"]);
    await expect(cancelRequirementsCommand(director, shared)).rejects.toMatchObject({
      code: "curriculum.requirement_no_change",
    });
    await expect(
      cancelRequirementsCommand(director, { ...shared, from: "2009-04-01" }),
    ).rejects.toMatchObject({
      code: "curriculum.requirement_no_change",
    });
  });

  it("keeps two who change it at once from writing over each other", async () => {
    const both = await Promise.allSettled([add({ place: 1 }), add({ place: 1, course: "EEE-101" })]);
    expect(both.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
    const after = await list(LATER);
    expect(after).toHaveLength(5);
    expect(new Set(after.map((line) => line.split(" ")[1])).size).toBe(5);
  });

  it("keeps the reason in the audit", async () => {
    await add();
    const { rows } = await database.pool.query(
      `SELECT DISTINCT reason FROM audit.entry WHERE table_name = 'programme_requirement' AND new->>'valid_from' = $1`,
      [LATER],
    );
    expect(rows).toEqual([{ reason: REASON }]);
  });
});

describe("who is affected", () => {
  it("is counted by catalogue date, shown, and must be confirmed by number", async () => {
    await student("2024-10-01");
    await student("2025-10-01");
    await student("2025-10-01", { status: "INACTIVE" });
    await student("2025-10-01", { status: "DROPPED", end: "2026-01-01" });
    expect(await findAffected(registrar, "TESOL", "2025-01-01")).toMatchObject({
      changes: 2,
      keeps: 1,
      completed: 0,
      dates: [{ catalogueDate: "2025-10-01", students: 2 }],
    });
    await expect(add({ from: "2025-01-01" })).rejects.toMatchObject({
      code: "curriculum.affected_changed",
      params: { count: 2 },
    });
    expect(await list("2025-10-01")).toEqual(OLD);
    await add({ from: "2025-01-01", affected: 2 });
    expect(await list("2025-10-01")).toHaveLength(4);
    const named = await listProgrammeStudents(registrar, catalogue.TESOL, {
      from: "2025-01-01",
      on: null,
      page: 1,
      size: 25,
    });
    expect(named.total).toBe(2);
  });

  it("is nobody from the day on that is suggested", async () => {
    await student("2025-10-01");
    const day = await suggestChangeDay(director, catalogue.TESOL, {
      lastChange: null,
      lastCatalogue: "2025-10-01",
    });
    expect(await findAffected(director, "TESOL", day)).toMatchObject({ changes: 0, keeps: 1 });
  });

  it("forbids what would change the list by which somebody completed", async () => {
    await student("2020-10-01", { status: "COMPLETED", end: "2024-06-01" });
    await expect(add({ from: "2020-10-01" })).rejects.toMatchObject({
      kind: "refused",
      code: "curriculum.requirement_completed",
      params: { count: 1, day: "2020-10-02" },
    });
    await add({ from: "2020-10-02" });
  });

  it("keeps what counts for an earlier catalogue date", async () => {
    const before = await student("2024-10-01");
    const progress = () =>
      findDegreeProgress(registrar, before, { programmeId: catalogue.TESOL, catalogueDate: "2024-10-01" });
    const was = await progress();
    await add({ from: "2025-01-01" });
    expect(await progress()).toEqual(was);
    expect(was?.lines).toHaveLength(3);
  });

  it("is named within the reach of the actor only", async () => {
    await student("2025-10-01");
    const other = accountActor({
      role: "academic_director",
      scopes: [{ kind: "PROGRAMME", ref: "BUSADMIN" }],
    } as never);
    const all = { from: null, on: null, page: 1, size: 25 };
    expect((await listProgrammeStudents(registrar, catalogue.TESOL, all)).total).toBe(1);
    expect((await listProgrammeStudents(other, catalogue.TESOL, all)).total).toBe(0);
  });
});

describe("the database", () => {
  const insert = (courseId: number, sequence: number, from: string) =>
    writeTx(systemActor("test"), {}, (tx) =>
      tx.programmeRequirement.create({
        data: { programmeId: catalogue.TESOL, courseId, sequence, name: "x", validFrom: dayToDb(from) },
      }),
    );

  it("holds one course a place and day", async () => {
    await expect(insert(courses["DDD-101"] as number, 1, "2030-01-01")).rejects.toMatchObject({
      code: "curriculum.requirement_place_taken",
    });
  });

  it("holds a course once a day, whichever of its versions", async () => {
    const newer = await writeTx(systemActor("test"), {}, async (tx) => {
      const before = await tx.course.update({
        where: { id: courses["AAA-101"] as number },
        data: { validTo: dayToDb("2029-01-01") },
      });
      return tx.course.create({
        data: {
          code: before.code,
          title: "New",
          shortTitle: "New",
          cycleId: before.cycleId,
          validFrom: dayToDb("2029-01-01"),
        },
      });
    });
    await expect(insert(newer.id, 9, "2030-01-01")).rejects.toMatchObject({
      code: "curriculum.requirement_on_file",
    });
  });

  it("gives no language programme a list", async () => {
    await expect(
      writeTx(systemActor("test"), {}, (tx) =>
        tx.programmeRequirement.create({
          data: {
            programmeId: catalogue.GESL,
            courseId: courses["DDD-101"] as number,
            sequence: 1,
            name: "x",
            validFrom: dayToDb("2030-01-01"),
          },
        }),
      ),
    ).rejects.toMatchObject({ code: "curriculum.requirements_of_language" });
  });
});

describe("the map of a degree", () => {
  it("knows what is needed on the day, inside the list and outside", async () => {
    await writeTx(systemActor("test"), {}, (tx) =>
      tx.coursePrerequisite.createMany({
        data: [
          { course: "BBB-101", required: "DDD-101", from: "2009-04-01", to: null },
          { course: "CCC-101", required: "BBB-101", from: "2009-04-01", to: "2020-01-01" },
        ].map(({ course, required, from, to }) => ({
          courseId: courses[course] as number,
          requiredCourseId: courses[required] as number,
          validFrom: dayToDb(from),
          validTo: dayToDb(to),
        })),
      }),
    );
    const pairs = async (on: string) =>
      (await readMap(registrar, catalogue.TESOL, on)).needs.map(({ course, needs }) => `${course} ${needs}`);
    expect(await pairs("2019-01-01")).toEqual(["BBB-101 DDD-101", "CCC-101 BBB-101"]);
    expect(await pairs("2021-01-01")).toEqual(["BBB-101 DDD-101"]);
  });
});
