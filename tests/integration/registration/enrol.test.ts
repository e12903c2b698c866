import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listProgrammeCourseCodes } from "@/lib/curriculum/queries";
import type { AccountActor } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { dropEnrolmentCommand } from "@/lib/registration/commands/drop-enrolment";
import { enrolManyCommand } from "@/lib/registration/commands/enrol-many";
import { enrolStudentCommand } from "@/lib/registration/commands/enrol-student";
import { exportRoster } from "@/lib/registration/queries/export-roster";
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
  makeTerm,
  type SlotSpec,
} from "@/tests/factories/timetable";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

let database: TestDatabase;
let campus: Campus;
let registrar: AccountActor;
let director: AccountActor;
let courses = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  campus = await makeCampus(database.pool);
  const account = (name: string) =>
    arrange(
      database.pool,
      "INSERT INTO account (email, display_name) VALUES ($1::text, $1::text) RETURNING id",
      [`${name}@test.naga.example`],
    );
  registrar = accountActor({ role: "registrar", accountId: await account("registrar"), authorityLevel: 3 });
  director = accountActor({
    role: "academic_director",
    accountId: await account("director"),
    authorityLevel: 2,
  });
});

afterAll(() => database.close());

type Options = {
  capacity?: number;
  slots?: SlotSpec[];
  termId?: number;
  status?: string;
  cycle?: number;
  seatPoolId?: number;
};

async function aClass(options: Options = {}) {
  courses += 1;
  const code = `E-${courses}`;
  const courseId = await makeCourse(database.pool, options.cycle ?? campus.cycles.bachelor, code);
  const made = await makeClass(database.pool, {
    courseId,
    termId: options.termId ?? campus.termId,
    ...options,
  });
  return { ...made, courseId, code };
}

const enrol = (studentId: number, items: CartItemInput[], actor = registrar) =>
  enrolStudentCommand(actor, { studentId, items });

async function rowsOf(studentId: number) {
  const { rows } = await database.pool.query(
    "SELECT class_id, status, has_override, is_late, enrolled_by, end_reason FROM enrolment WHERE student_id = $1 ORDER BY id",
    [studentId],
  );
  return rows;
}

/** Works on all, so many at a time: as many requests as a server lets in at once. */
async function inFlight<In, Out>(width: number, all: In[], work: (each: In) => Promise<Out>): Promise<Out[]> {
  const results: Out[] = [];
  const rest = all.entries();
  const worker = async () => {
    for (const [index, each] of rest) results[index] = await work(each);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}

describe("enrolStudent", () => {
  it("takes what fits, says why for the rest, and leaves an audit with actor", async () => {
    const student = await makeStudent(database.pool);
    const evening: SlotSpec[] = [{ weekday: 1, startMin: 1050, endMin: 1140 }];
    const one = await aClass({ slots: evening });
    const clashing = await aClass({ slots: [{ weekday: 1, startMin: 1110, endMin: 1200 }] });
    const closed = await aClass({ status: "CANCELLED" });
    const result = await enrol(student, [
      { classId: one.id },
      { classId: clashing.id },
      { classId: closed.id },
    ]);
    expect(result.items.map((item) => item.outcome)).toEqual(["enrolled", "refused", "refused"]);
    expect(result.items[1]?.explained?.because[0]).toMatchObject({
      rule: "registration.clash",
      inputs: { course: one.code, weekday: 1, start: "17:30", end: "19:00" },
    });
    expect(result.version).toBe(1);
    expect(await rowsOf(student)).toMatchObject([
      { class_id: one.id, status: "ENROLLED", enrolled_by: `account:${registrar.accountId}` },
    ]);
    const { rows } = await database.pool.query(
      "SELECT actor, operation FROM audit.entry WHERE table_name = 'enrolment' AND subject_id = $1",
      [student],
    );
    expect(rows).toEqual([{ actor: `account:${registrar.accountId}`, operation: "INSERT" }]);
  });

  it("answers not found for unknown students and classes", async () => {
    const { id } = await aClass();
    await expect(enrol(99_999_999, [{ classId: id }])).rejects.toMatchObject({
      code: "people.student_not_found",
    });
    await expect(enrol(await makeStudent(database.pool), [{ classId: 99_999_999 }])).rejects.toMatchObject({
      code: "classes.class_not_found",
    });
  });

  it("refuses who lacks the permission, whatever the input", async () => {
    const { id } = await aClass();
    const student = await makeStudent(database.pool);
    for (const role of ["student", "teacher", "cashier", "auditor", "admin"] as const) {
      await expect(enrol(student, [{ classId: id }], accountActor({ role }))).rejects.toMatchObject({
        kind: "forbidden",
      });
    }
    expect(await rowsOf(student)).toEqual([]);
  });

  it("refuses a frozen student, and nobody may set that aside", async () => {
    const { id } = await aClass();
    const student = await makeStudent(database.pool, { status: "FROZEN" });
    const override = { rules: ["registration.status" as const], reason: "the director said so" };
    const result = await enrol(student, [{ classId: id, override }], director);
    expect(result.items[0]).toMatchObject({ outcome: "refused" });
    expect(result.items[0]?.explained?.because[0]?.rule).toBe("registration.status_not_active");
  });

  it("sets a prerequisite aside by authority, keeps reason and explanation, and gives no seat by the way", async () => {
    const required = await makeCourse(database.pool, campus.cycles.bachelor, "REQ-1");
    const { id, courseId } = await aClass({ capacity: 1 });
    await arrange(
      database.pool,
      `INSERT INTO course_prerequisite (course_id, required_course_id, valid_from) VALUES ($1, $2, '2009-04-07') RETURNING id`,
      [courseId, required],
    );
    const student = await makeStudent(database.pool);
    const override = {
      rules: ["registration.prerequisite" as const],
      reason: "took it at another university",
    };
    await expect(enrol(student, [{ classId: id, override }], registrar)).rejects.toMatchObject({
      code: "access.override_not_allowed",
    });
    expect(await rowsOf(student)).toEqual([]);
    const result = await enrol(student, [{ classId: id, override }], director);
    expect(result.items[0]).toMatchObject({ outcome: "enrolled", overridden: ["registration.prerequisite"] });
    expect(await rowsOf(student)).toMatchObject([{ has_override: true }]);
    const { rows } = await database.pool.query(
      "SELECT rule, authority_level, reason, explained, target_key FROM rule_override WHERE subject_id = $1",
      [student],
    );
    expect(rows).toMatchObject([
      {
        rule: "registration.prerequisite",
        authority_level: 2,
        reason: "took it at another university",
        target_key: String(result.items[0]?.enrolmentId),
      },
    ]);
    expect(rows[0].explained.because[0].rule).toBe("registration.prerequisite_missing");

    const next = await makeStudent(database.pool);
    const full = await enrol(next, [{ classId: id, override }], director);
    expect(full.items[0]).toMatchObject({ outcome: "refused" });
    const both = { ...override, rules: [...override.rules, "registration.seats" as const] };
    expect((await enrol(next, [{ classId: id, override: both }], director)).items[0]).toMatchObject({
      outcome: "enrolled",
    });
    const pool = await database.prisma.class.findUniqueOrThrow({ where: { id }, select: { seatPool: true } });
    expect(pool.seatPool).toMatchObject({ capacity: 1, overAuthorised: 1, taken: 2 });
  });

  it("lets a position that names the policy set a rule aside, whatever its level, and keeps which position", async () => {
    const { id } = await aClass({ capacity: 1 });
    await enrol(await makeStudent(database.pool), [{ classId: id }]);
    const clerk: AccountActor = {
      ...registrar,
      authorityLevel: 4,
      positions: [
        {
          assignmentId: 4711,
          title: { en: "Seat keeper", km: "អ្នកទទួលបន្ទុកកន្លែង" },
          level: 4,
          overrides: ["ENROLLMENT_CAPACITY"],
          isActing: false,
          delegatedBy: null,
        },
      ],
    };
    const student = await makeStudent(database.pool);
    const override = { rules: ["registration.seats" as const], reason: "one more chair was found" };
    await expect(enrol(student, [{ classId: id, override }], registrar)).rejects.toMatchObject({
      code: "access.override_not_allowed",
    });
    const result = await enrol(student, [{ classId: id, override }], clerk);
    expect(result.items[0]).toMatchObject({ outcome: "enrolled", overridden: ["registration.seats"] });
    const { rows } = await database.pool.query(
      "SELECT authority_level, position_assignment_id FROM rule_override WHERE subject_id = $1",
      [student],
    );
    expect(rows).toEqual([{ authority_level: 4, position_assignment_id: 4711 }]);
  });

  it("marks an enrolment after the add deadline as late, with a warning", async () => {
    const termId = await makeTerm(database.pool, { code: "LATE", start: -30, add: -10, drop: -5 });
    const { id } = await aClass({ termId });
    const student = await makeStudent(database.pool);
    const result = await enrol(student, [{ classId: id }]);
    expect(result.items[0]?.explained?.because.map((reason) => reason.rule)).toContain(
      "registration.window_closed",
    );
    expect(await rowsOf(student)).toMatchObject([{ status: "ENROLLED", is_late: true }]);
  });

  it("swaps at once or not at all", async () => {
    const slots: SlotSpec[] = [{ weekday: 3, startMin: 1050, endMin: 1140 }];
    const from = await aClass({ slots });
    const to = await aClass({ slots, capacity: 1 });
    const student = await makeStudent(database.pool);
    const other = await makeStudent(database.pool);
    await enrol(student, [{ classId: from.id }]);
    await enrol(other, [{ classId: to.id }]);
    const refused = await enrol(student, [{ classId: to.id, giveClassId: from.id }]);
    expect(refused.items[0]).toMatchObject({ outcome: "refused" });
    await dropEnrolmentCommand(registrar, { studentId: other, classId: to.id, reason: "asked for it" });
    const swapped = await enrol(student, [{ classId: to.id, giveClassId: from.id }]);
    expect(swapped.items[0]).toMatchObject({ outcome: "swapped" });
    expect(await rowsOf(student)).toMatchObject([
      { class_id: from.id, status: "DROPPED", end_reason: expect.stringMatching(/^swapped_for\?class=/) },
      { class_id: to.id, status: "ENROLLED" },
    ]);
  });

  it.each([50, 500])(
    "sells ten seats to %d students at one moment, and says to the others that it is full",
    async (count) => {
      const { id } = await aClass({ capacity: 10 });
      const students = await makeStudents(database.pool, count);
      const results = await inFlight(64, students, (student) => enrol(student, [{ classId: id }]));
      const outcomes = results.map((each) => each.items[0]?.outcome);
      expect(outcomes.filter((each) => each === "enrolled")).toHaveLength(10);
      for (const each of results.filter((result) => result.items[0]?.outcome !== "enrolled")) {
        expect(["full", "refused"]).toContain(each.items[0]?.outcome);
        expect(each.items[0]?.explained?.because[0]?.rule).toBe("registration.seats_none");
      }
    },
  );

  it("judges again when two registrars enrol one student at the same moment", async () => {
    const student = await makeStudent(database.pool);
    const slots: SlotSpec[] = [{ weekday: 5, startMin: 1050, endMin: 1140 }];
    const classes = [await aClass({ slots }), await aClass({ slots }), await aClass({ slots })];
    const results = await Promise.all(classes.map(({ id }) => enrol(student, [{ classId: id }])));
    expect(results.filter((each) => each.items[0]?.outcome === "enrolled")).toHaveLength(1);
    expect(results.filter((each) => each.items[0]?.outcome === "refused")).toHaveLength(2);
  });
});

describe("exportRoster", () => {
  it("writes down who took the telephone numbers of a class, and gives nothing to who may not", async () => {
    const { id } = await aClass();
    await enrol(await makeStudent(database.pool), [{ classId: id }]);
    const { rows } = await exportRoster(registrar, id);
    expect(rows).toHaveLength(1);
    const cashier = accountActor({ role: "cashier", accountId: registrar.accountId });
    await expect(exportRoster(cashier, id)).rejects.toMatchObject({ kind: "forbidden" });
    const log = await database.pool.query(
      "SELECT actor, new FROM audit.entry WHERE table_name = 'registration.roster_exported'",
    );
    expect(log.rows).toEqual([{ actor: `account:${registrar.accountId}`, new: { class_id: id, rows: 1 } }]);
  });
});

describe("what belongs to a programme", () => {
  it("is its requirement rows, and without any the courses of its cycle, for the warning and the GPA alike", async () => {
    const student = await makeStudent(database.pool);
    const slots: SlotSpec[] = [{ weekday: 6, startMin: 480, endMin: 570 }];
    const wanted = await aClass({ slots });
    const language = await makeCourse(database.pool, campus.cycles.language, "E-LANG");
    const snapshot = () =>
      getSnapshot(registrar, { studentId: student, classIds: [wanted.id], today: campusToday() });
    expect((await snapshot()).student.programmeCourses).toEqual([]);
    await arrange(
      database.pool,
      `INSERT INTO programme_enrolment (student_id, programme_id, start_date, catalogue_date)
       VALUES ($1, $2, '2026-01-05', '2026-01-05') RETURNING id`,
      [student, campus.programmeId],
    );
    const ofCycle = (await snapshot()).student.programmeCourses;
    expect(ofCycle).toContain(wanted.code);
    expect(ofCycle).not.toContain("E-LANG");
    expect((await listProgrammeCourseCodes(registrar, campus.programmeId, "2026-01-05")).sort()).toEqual(
      ofCycle.toSorted(),
    );
    const { items } = await enrol(student, [{ classId: wanted.id }]);
    expect(items[0]).toMatchObject({ outcome: "enrolled", explained: null });
    await arrange(
      database.pool,
      `INSERT INTO programme_requirement (programme_id, sequence, course_id, name, valid_from)
       VALUES ($1, 1, $2, 'Language', '2020-01-01') RETURNING id`,
      [campus.programmeId, language],
    );
    expect((await snapshot()).student.programmeCourses).toEqual(["E-LANG"]);
    await arrange(database.pool, "DELETE FROM programme_requirement RETURNING id");
  });
});

describe("dropEnrolment", () => {
  it("drops before the deadline and withdraws after it, with the reason", async () => {
    const late = await makeTerm(database.pool, { code: "AFTER", start: -40, add: -30, drop: -20 });
    const before = await aClass();
    const after = await aClass({ termId: late });
    const student = await makeStudent(database.pool);
    await enrol(student, [{ classId: before.id }, { classId: after.id }]);
    const drop = (classId: number) =>
      dropEnrolmentCommand(registrar, { studentId: student, classId, reason: "moves to the province" });
    expect(await drop(before.id)).toMatchObject({ status: "DROPPED" });
    expect(await drop(after.id)).toMatchObject({ status: "WITHDRAWN" });
    await expect(drop(after.id)).rejects.toMatchObject({ code: "registration.not_enrolled" });
    expect((await rowsOf(student)).map((row) => row.end_reason)).toEqual([
      "moves to the province",
      "moves to the province",
    ]);
  });

  it("is not for those who may only enrol", async () => {
    const { id } = await aClass();
    const student = await makeStudent(database.pool);
    await enrol(student, [{ classId: id }]);
    await expect(
      dropEnrolmentCommand(director, { studentId: student, classId: id, reason: "asked for it" }),
    ).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("enrolMany", () => {
  it("answers line by line and stops at nothing", async () => {
    const { id } = await aClass({ capacity: 2 });
    const students = await makeStudents(database.pool, 3);
    const frozen = await makeStudent(database.pool, { status: "FROZEN" });
    const { rows } = await database.pool.query(
      "SELECT person_id, number_label FROM student WHERE person_id = ANY ($1) ORDER BY person_id",
      [[...students, frozen]],
    );
    const label = new Map<number, string>(rows.map((row) => [row.person_id, row.number_label]));
    const numbers = [frozen, ...students].map((student) => label.get(student)).join("\n");
    const result = await enrolManyCommand(registrar, {
      classId: id,
      numbers: `${numbers} 999999999, ${label.get(frozen)}`,
    });
    expect(result.rows.map((row) => row.outcome)).toEqual([
      "refused",
      "enrolled",
      "enrolled",
      "refused",
      "unknown_number",
      "repeated",
    ]);
    expect(result).toMatchObject({ enrolled: 2, refused: 4 });
    const again = await enrolManyCommand(registrar, {
      classId: id,
      numbers: label.get(students[0] ?? 0) ?? "",
    });
    expect(again.rows[0]).toMatchObject({ outcome: "refused" });
    expect(again.rows[0]?.explained?.because[0]?.rule).toBe("registration.already_enrolled");
  });

  it("takes no more than 200 numbers", async () => {
    const numbers = Array.from({ length: 201 }, (_, index) => index + 1).join(" ");
    await expect(enrolManyCommand(registrar, { classId: 1, numbers })).rejects.toMatchObject({
      code: "registration.too_many",
    });
  });
});
