import { afterAll, beforeAll, describe, expect, it } from "vitest";
import "@/lib/operations/approval-kinds";
import { decideApproval } from "@/lib/approvals/commands";
import { requestLeave } from "@/lib/approvals/leave";
import { type AccountActor, systemActor } from "@/lib/platform/access/actor";
import { writeTx } from "@/lib/platform/db/transaction";
import { enrolStudentCommand } from "@/lib/registration/commands/enrol-student";
import { cancelLeaveCommand, returnFromLeaveCommand } from "@/lib/studies/commands/leaves";
import { getStudyMatters } from "@/lib/studies/queries";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import { day } from "@/tests/factories/studies";
import { type Campus, makeCampus, makeClass, makeCourse, makeStudent } from "@/tests/factories/timetable";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

let database: TestDatabase;
let campus: Campus;
let registrar: AccountActor;
let director: AccountActor;

beforeAll(async () => {
  database = await createTestDatabase();
  campus = await makeCampus(database.pool);
  registrar = await somebody("registrar", 3);
  director = await somebody("academic_director", 2);
});
afterAll(() => database.close());

async function somebody(role: "registrar" | "academic_director", level: number): Promise<AccountActor> {
  const { id, email } = await makeAccount(database.pool, { role, authorityLevel: level });
  return accountActor({ role, accountId: id, email, authorityLevel: level });
}
async function aStudent(): Promise<{ personId: number; number: number }> {
  const personId = await makeStudent(database.pool);
  const { number } = await database.prisma.student.findUniqueOrThrow({ where: { personId } });
  return { personId, number };
}
const ask = (number: number, from: number, back: number) =>
  requestLeave(registrar, {
    number,
    kind: "MEDICAL",
    startsOn: day(from),
    returnsOn: day(back),
    reason: "operation of the knee",
  });
const approve = (id: number) => decideApproval(director, { id, version: 1, decision: "approve", reason: "" });
const grant = async (number: number, from: number, back: number) => {
  const { id } = await ask(number, from, back);
  await approve(id);
  return id;
};
const leaves = async (personId: number) => (await getStudyMatters(registrar, personId)).leaves;
let made = 0;
async function aClass() {
  made += 1;
  const courseId = await makeCourse(database.pool, campus.cycles.bachelor, `L-${made}`);
  return makeClass(database.pool, { courseId, termId: campus.termId });
}
const enrol = (studentId: number, classId: number) =>
  enrolStudentCommand(registrar, { studentId, items: [{ classId }] });

describe("a leave of absence", () => {
  it("is granted by the decision, with its reason, and keeps the place in the programme", async () => {
    const { number, personId } = await aStudent();
    const { id } = await ask(number, 10, 100);
    expect(await leaves(personId)).toEqual([]);
    await approve(id);
    expect(await leaves(personId)).toMatchObject([
      {
        status: "APPROVED",
        startsOn: day(10),
        returnsOn: day(100),
        approvalId: id,
        reason: "operation of the knee",
      },
    ]);
  });

  it("never overlaps another one, asked for or written", async () => {
    const { number, personId } = await aStudent();
    await grant(number, 10, 50);
    await expect(ask(number, 49, 60)).rejects.toMatchObject({ code: "studies.leave_overlap" });
    await expect(
      writeTx(systemActor("seed"), {}, (tx) =>
        tx.leaveOfAbsence.create({
          data: {
            studentId: personId,
            startsOn: new Date(day(20)),
            returnsOn: new Date(day(30)),
            kind: "WORK",
            reason: "x",
            status: "APPROVED",
          },
        }),
      ),
    ).rejects.toMatchObject({ code: "studies.leave_overlap" });
    await grant(number, 50, 60);
    expect(await leaves(personId)).toHaveLength(2);
  });

  it("is refused when it is too long, has no end, or began long ago", async () => {
    const { number } = await aStudent();
    for (const [from, back, rule] of [
      [0, 500, "studies.leave_too_long"],
      [10, 10, "studies.leave_order"],
      [-100, 10, "studies.leave_too_old"],
    ] as const) {
      await expect(ask(number, from, back), rule).rejects.toMatchObject({
        code: "studies.leave_refused",
        explained: { because: [{ rule }] },
      });
    }
  });

  it("ends early by a return within it, and is cancelled only before it begins", async () => {
    const { number, personId } = await aStudent();
    await grant(number, -20, 50);
    const [leave] = await leaves(personId);
    const row = { number, id: leave?.id ?? 0, version: 1 };
    await expect(cancelLeaveCommand(registrar, { ...row, reason: "a mistake" })).rejects.toMatchObject({
      code: "studies.leave_begun",
    });
    for (const wrong of [day(-20), day(1)]) {
      await expect(returnFromLeaveCommand(registrar, { ...row, returnedOn: wrong })).rejects.toMatchObject({
        code: "studies.leave_return_within",
      });
    }
    await returnFromLeaveCommand(registrar, { ...row, returnedOn: day(-5) });
    expect(await leaves(personId)).toMatchObject([{ status: "RETURNED", returnedOn: day(-5) }]);
    // The days that came free can be asked for again.
    await grant(number, -5, 10);
    const ahead = await aStudent();
    await grant(ahead.number, 5, 50);
    const [coming] = await leaves(ahead.personId);
    await cancelLeaveCommand(registrar, {
      number: ahead.number,
      id: coming?.id ?? 0,
      version: 1,
      reason: "stays after all",
    });
    expect(await leaves(ahead.personId)).toMatchObject([{ status: "CANCELLED" }]);
  });

  it("refuses classes in its days and says why; after an early return they are open again", async () => {
    const { number, personId } = await aStudent();
    const { id: classId } = await aClass();
    await grant(number, -10, 60);
    const refused = await enrol(personId, classId);
    expect(refused.items).toMatchObject([{ outcome: "refused" }]);
    expect(refused.items[0]?.explained?.because).toContainEqual(
      expect.objectContaining({
        rule: "registration.leave_in_term",
        inputs: expect.objectContaining({ returns: day(60) }),
      }),
    );
    const [leave] = await leaves(personId);
    await returnFromLeaveCommand(registrar, { number, id: leave?.id ?? 0, version: 1, returnedOn: day(0) });
    expect((await enrol(personId, classId)).items).toMatchObject([{ outcome: "enrolled" }]);
  });

  it("moves the version of the registration, so that nobody is enrolled on what was judged before it", async () => {
    const { number, personId } = await aStudent();
    await enrol(personId, (await aClass()).id);
    const version = async () =>
      (await database.prisma.registrationState.findUniqueOrThrow({ where: { studentId: personId } })).version;
    const before = await version();
    await grant(number, 10, 20);
    expect(await version()).toBe(before + 1);
  });
});
