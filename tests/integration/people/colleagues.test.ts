import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeTeacherStatusCommand } from "@/lib/classes/commands/change-teacher-status";
import { listClassesOfTeacher, listUnqualified } from "@/lib/classes/queries/taught-by";
import {
  changeStaffStatusCommand,
  editStaffCommand,
  editTeacherCommand,
} from "@/lib/people/colleagues/commands";
import { makeStaffCommand, makeTeacherCommand } from "@/lib/people/colleagues/make";
import { findColleague, findRecordsOf } from "@/lib/people/colleagues/queries";
import { makeStaffInput, makeTeacherInput } from "@/lib/people/colleagues/schemas";
import { editPersonCommand } from "@/lib/people/commands/edit-person";
import { addPhoneCommand } from "@/lib/people/commands/phones";
import {
  addQualificationCommand,
  editQualificationCommand,
  removeQualificationCommand,
} from "@/lib/people/qualifications/commands";
import { addQualificationInput, editQualificationInput } from "@/lib/people/qualifications/schemas";
import { editPersonInput } from "@/lib/people/schemas";
import { campusToday } from "@/lib/platform/dates/campus";
import { addDays, weekday } from "@/lib/platform/dates/day";
import { accountActor } from "@/tests/factories/actor";
import { makeColleague, makeDepartment } from "@/tests/factories/colleague";
import { makeStudent } from "@/tests/factories/student";
import { type Campus, makeCampus, makeClass, makeCourse, makeTerm } from "@/tests/factories/timetable";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

let database: TestDatabase;
let campus: Campus;
const registrar = accountActor({ role: "registrar" });
const today = campusToday();
const reason = "the contract says so";
/** Reads and edits people of the academic faculty only. */
const ofFaculty = accountActor({ role: "registrar", scopes: [{ kind: "DEPARTMENT", ref: "AFAC" }] });

beforeAll(async () => {
  database = await createTestDatabase();
  campus = await makeCampus(database.pool);
  for (const code of ["AFAC", "LFAC", "FINANCE"]) await makeDepartment(code);
});
afterAll(() => database.close());

const newcomer = (over: object = {}) => ({
  familyName: "Srey",
  personalName: "Mealea",
  khmerFamilyName: null,
  khmerPersonalName: null,
  gender: "F",
  dateOfBirth: "1990-05-05",
  birthProvince: null,
  citizenship: "KH",
  schoolEmail: null,
  personalEmail: null,
  phone: "012 700 001",
  ...over,
});
const asTeacher = (over: object) =>
  makeTeacherInput.parse({
    personId: null,
    person: null,
    terminalDegree: "MASTER",
    departmentCode: "AFAC",
    startDate: today,
    endDate: null,
    ...over,
  });

describe("becoming a teacher", () => {
  it("gives a new person a number above the highest, and so on", async () => {
    const { number: highest } = await makeColleague();
    const made = await makeTeacherCommand(registrar, asTeacher({ person: newcomer() }));
    expect(made.number).toBe(highest + 1);
    expect(await findColleague(registrar, "teacher", made.number)).toMatchObject({
      person: { familyName: "SREY", dateOfBirth: "1990-05-05" },
      profile: { status: "ACTIVE", department: { code: "AFAC" }, terminalDegree: "MASTER" },
      phones: [{ phone: "012 700 001", isPreferred: true }],
      student: null,
      staff: null,
    });
  });

  it("asks about people who look alike before it makes another one", async () => {
    const person = newcomer({ familyName: "Kang", personalName: "Visal", phone: "012 700 009" });
    const first = await makeTeacherCommand(registrar, asTeacher({ person }));
    await expect(makeTeacherCommand(registrar, asTeacher({ person }))).rejects.toMatchObject({
      kind: "refused",
      code: "people.similar_on_file",
    });
    await makeTeacherCommand(registrar, asTeacher({ person, notSame: [first.personId] }));
  });

  it("keeps somebody on file one person with several records", async () => {
    const { personId, number: student } = await makeStudent();
    const { number } = await makeTeacherCommand(registrar, asTeacher({ personId }));
    const staff = await makeStaffCommand(
      registrar,
      makeStaffInput.parse({
        personId,
        person: null,
        jobTitle: "Clerk",
        departmentCode: "FINANCE",
        startDate: today,
        endDate: null,
      }),
    );
    expect(await findColleague(registrar, "teacher", number)).toMatchObject({
      personId,
      student,
      teacher: number,
      staff: staff.number,
    });
    expect(await findRecordsOf(registrar, personId)).toEqual({
      student,
      teacher: number,
      staff: staff.number,
    });
    // Only what is reached is linked to: the faculty reaches its teacher, neither the student nor the office.
    expect(await findRecordsOf(ofFaculty, personId)).toEqual({ student: null, teacher: number, staff: null });
    await expect(makeTeacherCommand(registrar, asTeacher({ personId }))).rejects.toMatchObject({
      kind: "conflict",
      code: "people.teacher_already",
    });
  });

  it("happens once when two do it at the same moment", async () => {
    const { personId } = await makeStudent();
    const results = await Promise.allSettled(
      [1, 2, 3].map(() => makeTeacherCommand(registrar, asTeacher({ personId }))),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected")
        expect(result.reason).toMatchObject({ code: "people.teacher_already" });
  });

  it("stays within the department of whoever does it", async () => {
    await expect(
      makeTeacherCommand(ofFaculty, asTeacher({ person: newcomer({ phone: null }), departmentCode: "LFAC" })),
    ).rejects.toMatchObject({ kind: "forbidden", code: "people.outside_department" });
    const { personId } = await makeStudent();
    await expect(makeTeacherCommand(ofFaculty, asTeacher({ personId }))).rejects.toMatchObject({
      kind: "not_found",
    });
    await expect(
      makeTeacherCommand(accountActor({ role: "auditor" }), asTeacher({ person: newcomer() })),
    ).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("the record of a teacher or staff member", () => {
  it("is reached by department; who is outside is not found", async () => {
    const inside = await makeColleague({ departmentCode: "AFAC" });
    const outside = await makeColleague({ departmentCode: "LFAC" });
    expect(await findColleague(ofFaculty, "teacher", inside.number)).not.toBeNull();
    expect(await findColleague(ofFaculty, "teacher", outside.number)).toBeNull();
    expect(await findColleague(registrar, "staff", inside.number)).toBeNull();
    await expect(findColleague(accountActor({ role: "cashier" }), "teacher", 1)).rejects.toMatchObject({
      kind: "forbidden",
    });
    const input = { number: outside.number, version: 1, terminalDegree: "DOCTORATE" as const };
    await expect(editTeacherCommand(ofFaculty, input)).rejects.toMatchObject({ kind: "not_found" });
    await expect(
      editTeacherCommand(ofFaculty, { number: inside.number, version: 1, departmentCode: "LFAC" }),
    ).rejects.toMatchObject({ kind: "forbidden", code: "people.outside_department" });
  });

  it("is edited under its version, and the person from it", async () => {
    const { number } = await makeColleague({ kind: "staff", departmentCode: "FINANCE" });
    await editStaffCommand(registrar, { number, version: 1, jobTitle: "Accountant" });
    await expect(
      editStaffCommand(registrar, { number, version: 1, jobTitle: "Cashier" }),
    ).rejects.toMatchObject({
      kind: "stale",
      explained: { value: { fields: [{ field: "jobTitle", theirs: "Accountant", mine: "Cashier" }] } },
    });
    await expect(
      editStaffCommand(registrar, { number, version: 2, departmentCode: "NOWHERE" }),
    ).rejects.toMatchObject({ kind: "invalid", code: "people.department_unknown" });
    const of = "staff" as const;
    await editPersonCommand(registrar, editPersonInput.parse({ of, number, version: 1, familyName: "Noun" }));
    await addPhoneCommand(registrar, {
      of,
      number,
      phone: "012 700 100",
      comment: null,
      isPreferred: false,
      isTelegram: true,
    });
    expect(await findColleague(registrar, "staff", number)).toMatchObject({
      person: { familyName: "NOUN", version: 2 },
      profile: { jobTitle: "Accountant", version: 2 },
      phones: [{ isPreferred: true }],
    });
  });

  it("ends with a day and a reason", async () => {
    const { number } = await makeColleague({ kind: "staff" });
    const input = { number, version: 1, status: "INACTIVE" as const, endDate: "2019-01-01", reason };
    await expect(changeStaffStatusCommand(registrar, input)).rejects.toMatchObject({
      kind: "invalid",
      code: "people.ends_before_it_begins",
    });
    await changeStaffStatusCommand(registrar, { ...input, endDate: today });
    expect((await findColleague(registrar, "staff", number))?.profile).toMatchObject({
      status: "INACTIVE",
      endDate: today,
      version: 2,
    });
  });
});

describe("a teacher who leaves", () => {
  it("is told which meetings stay behind, and goes on only having seen them", async () => {
    const { personId, number } = await makeColleague();
    const courseId = await makeCourse(database.pool, campus.cycles.bachelor, "LEAVE-101");
    // Next week: one meeting after the last day, besides what is past.
    const slots = [{ weekday: weekday(addDays(today, 3)), startMin: 480, endMin: 570, teacherId: personId }];
    await makeClass(database.pool, { courseId, termId: campus.termId, slots });
    const input = {
      number,
      version: 1,
      status: "INACTIVE" as const,
      endDate: addDays(today, 4),
      reason,
      leavesMeetings: false,
    };
    const error = await changeTeacherStatusCommand(registrar, input).then(
      () => null,
      (thrown) => thrown,
    );
    expect(error).toMatchObject({
      kind: "refused",
      code: "classes.teacher_still_teaches",
      params: { count: 1 },
      explained: {
        because: [
          { rule: "classes.meetings_left", inputs: { class: "LEAVE-101 A", first: addDays(today, 10) } },
        ],
      },
    });
    expect((await findColleague(registrar, "teacher", number))?.profile.status).toBe("ACTIVE");
    await changeTeacherStatusCommand(registrar, { ...input, leavesMeetings: true });
    expect((await findColleague(registrar, "teacher", number))?.profile.status).toBe("INACTIVE");
  });

  it("for a while leaves everything from today on", async () => {
    const { personId, number } = await makeColleague();
    const courseId = await makeCourse(database.pool, campus.cycles.bachelor, "PAUSE-101");
    const slots = [{ weekday: weekday(today), startMin: 600, endMin: 690, teacherId: personId }];
    await makeClass(database.pool, { courseId, termId: campus.termId, slots });
    const input = { number, version: 1, endDate: null, reason, leavesMeetings: false };
    await expect(
      changeTeacherStatusCommand(registrar, { ...input, status: "ON_LEAVE" }),
    ).rejects.toMatchObject({ params: { count: 3 } });
    // A new contract without an end takes nothing away.
    await changeTeacherStatusCommand(registrar, { ...input, status: "ACTIVE" });
  });
});

describe("teaching qualifications", () => {
  const facts = {
    minimumDegree: "MASTER",
    levels: "UNDERGRADUATE",
    isNativeEnglish: false,
    hasSpecial: false,
    specialNote: null,
    isCoordinator: false,
    validFrom: "2020-01-01",
    validTo: null,
  };

  it("stand once a department, with a note where they are special", async () => {
    const { number } = await makeColleague();
    const add = (over: object = {}) =>
      addQualificationCommand(
        registrar,
        addQualificationInput.parse({ number, departmentCode: "afac", ...facts, ...over }),
      );
    const { id } = await add();
    await expect(add()).rejects.toMatchObject({ kind: "conflict", code: "people.qualified_already" });
    await expect(add({ departmentCode: "NOWHERE" })).rejects.toMatchObject({
      code: "people.department_unknown",
    });
    expect(() =>
      addQualificationInput.parse({ number, departmentCode: "LFAC", ...facts, hasSpecial: true }),
    ).toThrow();
    expect(() =>
      addQualificationInput.parse({ number, departmentCode: "LFAC", ...facts, validTo: "2019-12-31" }),
    ).toThrow();
    const edit = editQualificationInput.parse({ number, id, version: 1, ...facts, specialNote: "left over" });
    await editQualificationCommand(registrar, edit);
    // A note without what it is about is not kept.
    expect(await database.prisma.teachingQualification.findUnique({ where: { id } })).toMatchObject({
      specialNote: null,
      version: 2,
    });
    await expect(editQualificationCommand(registrar, edit)).rejects.toMatchObject({ kind: "stale" });
    const other = await makeColleague();
    await expect(
      removeQualificationCommand(registrar, { number: other.number, id, version: 2 }),
    ).rejects.toMatchObject({ kind: "not_found" });
    await removeQualificationCommand(registrar, { number, id, version: 2 });
    await expect(
      database.pool.query(
        `BEGIN; SELECT set_config('naga.actor', 'system:test', true);
         INSERT INTO teaching_qualification (teacher_id, department_id, has_special, valid_from)
         SELECT c.person_id, d.id, true, '2020-01-01' FROM teacher c, department d LIMIT 1; COMMIT`,
      ),
    ).rejects.toThrow("teaching_qualification_special_noted");
    await database.pool.query("ROLLBACK");
  });

  it("are compared with the classes given now: missing, too low, of the coming term", async () => {
    const { personId, number } = await makeColleague({ departmentCode: "AFAC", familyName: "ABLE" });
    const slot = (startMin: number) => [{ weekday: 2, startMin, endMin: startMin + 90, teacherId: personId }];
    const bachelor = await makeCourse(database.pool, campus.cycles.bachelor, "QUAL-201");
    const master = await makeCourse(database.pool, campus.cycles.master, "QUAL-501");
    const coming = await makeTerm(database.pool, { code: "T2", start: 90, end: 160 });
    await makeClass(database.pool, { courseId: bachelor, termId: campus.termId, slots: slot(480) });
    await makeClass(database.pool, { courseId: master, termId: campus.termId, slots: slot(720) });
    await makeClass(database.pool, { courseId: bachelor, termId: coming, slots: slot(1000) });
    const verdicts = async () =>
      (await listClassesOfTeacher(registrar, personId)).map(({ code, termStart, qualification }) => [
        code,
        termStart > today,
        qualification.value.verdict,
      ]);
    expect(await verdicts()).toEqual([
      ["QUAL-201", false, "refuse"],
      ["QUAL-501", false, "refuse"],
      ["QUAL-201", true, "refuse"],
    ]);
    await addQualificationCommand(
      registrar,
      addQualificationInput.parse({
        number,
        departmentCode: "AFAC",
        ...facts,
        validTo: addDays(today, 30),
      }),
    );
    expect(await verdicts()).toEqual([
      ["QUAL-201", false, "pass"],
      ["QUAL-501", false, "refuse"],
      ["QUAL-201", true, "refuse"],
    ]);
    const missing = await listUnqualified(registrar, "AFAC");
    expect(missing.filter(({ teacherId }) => teacherId === personId).map(({ code }) => code)).toEqual([
      "QUAL-501",
      "QUAL-201",
    ]);
    expect(await listUnqualified(registrar, "LFAC")).toEqual([]);
    await expect(listUnqualified(accountActor({ role: "admin" }), "AFAC")).rejects.toMatchObject({
      kind: "forbidden",
    });
  });
});
