import { afterAll, beforeAll, describe, expect, it } from "vitest";
import "@/lib/operations/approval-kinds";
import { decideApproval } from "@/lib/approvals/commands";
import { requestMajorChange } from "@/lib/approvals/major-change";
import { getApproval } from "@/lib/approvals/queries";
import { listStudentRequests } from "@/lib/approvals/student-requests";
import { type AccountActor, systemActor } from "@/lib/platform/access/actor";
import type { RoleName } from "@/lib/platform/access/roles";
import { writeTx } from "@/lib/platform/db/transaction";
import { declareMajorCommand } from "@/lib/studies/commands/declare-major";
import { addProgrammeCommand } from "@/lib/studies/commands/programmes";
import { getStudyMatters, listMajors, listProgrammeEnrolments } from "@/lib/studies/queries";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import { makeStudent } from "@/tests/factories/student";
import { type Catalogue, day, makeCatalogue, makeStay } from "@/tests/factories/studies";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

let database: TestDatabase;
let catalogue: Catalogue;
let registrar: AccountActor;
let director: AccountActor;

beforeAll(async () => {
  database = await createTestDatabase();
  catalogue = await makeCatalogue();
  registrar = await somebody("registrar");
  director = await somebody("academic_director");
});
afterAll(() => database.close());

async function somebody(role: RoleName, personId: number | null = null): Promise<AccountActor> {
  const { id, email } = await makeAccount(database.pool, { role, personId });
  const scopes = role === "student" ? [{ kind: "OWN" as const, ref: null }] : undefined;
  return accountActor({ role, accountId: id, email, personId, ...(scopes ? { scopes } : {}) });
}

const declare = (actor: AccountActor, number: number, programmeCode: string) =>
  declareMajorCommand(actor, { number, programmeCode });
const change = (actor: AccountActor, number: number, programmeCode: string, reason = "wants to teach") =>
  requestMajorChange(actor, { number, programmeCode, reason });
const approve = (id: number) => ({ id, version: 1, decision: "approve" as const, reason: "" });
const majors = async (personId: number) =>
  (await getStudyMatters(registrar, personId)).declarations.map(({ programme, status }) => [
    programme.code,
    status,
  ]);

describe("the first declaration", () => {
  it("holds at once, by the student for themselves alone", async () => {
    const { number, personId } = await makeStudent();
    const student = await somebody("student", personId);
    await declare(student, number, "TESOL");
    expect((await getStudyMatters(student, personId)).declarations).toMatchObject([
      { programme: { code: "TESOL" }, status: "CURRENT", isSelfDeclared: true, declaredOn: day(0) },
    ]);
    const other = await makeStudent();
    await expect(declare(student, other.number, "TESOL")).rejects.toMatchObject({ kind: "not_found" });
    await expect(declare(accountActor({ role: "cashier" }), other.number, "TESOL")).rejects.toMatchObject({
      kind: "forbidden",
    });
  });

  it("is an academic programme, of an active student, and no second one of the cycle", async () => {
    const { number } = await makeStudent();
    await expect(declare(registrar, number, "GESL")).rejects.toMatchObject({ kind: "not_found" });
    const dropped = await makeStudent({ status: "DROPPED" });
    await expect(declare(registrar, dropped.number, "TESOL")).rejects.toMatchObject({
      code: "studies.may_not_enter",
    });
    await declare(registrar, number, "TESOL");
    await expect(declare(registrar, number, "TESOL")).rejects.toMatchObject({
      code: "studies.declared_already",
    });
    await expect(declare(registrar, number, "BUSADMIN")).rejects.toMatchObject({
      code: "studies.change_needs_approval",
      explained: { because: [{ rule: "studies.major_is_left" }] },
    });
  });

  it("is one at a time in the database, and never a language programme", async () => {
    const { personId } = await makeStudent();
    const write = (programmeId: number) =>
      writeTx(systemActor("seed"), {}, (tx) =>
        tx.majorDeclaration.create({
          data: {
            studentId: personId,
            programmeId,
            declaredOn: new Date(),
            effectiveOn: new Date(),
            status: "CURRENT",
          },
        }),
      );
    await expect(write(catalogue.GESL)).rejects.toMatchObject({ code: "studies.major_is_academic" });
    await write(catalogue.TESOL);
    await expect(write(catalogue.BUSADMIN)).rejects.toMatchObject({ code: "studies.declared_meanwhile" });
  });

  it("is a change where another programme of the cycle is studied", async () => {
    const { number, personId } = await makeStudent();
    await makeStay(personId, catalogue.BUSADMIN, { start: day(-100) });
    await expect(declare(registrar, number, "TESOL")).rejects.toMatchObject({
      code: "studies.change_needs_approval",
    });
    await declare(registrar, number, "BUSADMIN");
  });
});

describe("a change of major", () => {
  async function studying() {
    const { number, personId } = await makeStudent();
    await addProgrammeCommand(registrar, {
      number,
      programmeCode: "BUSADMIN",
      startDate: day(-300),
      entryLevel: null,
    });
    return { number, personId };
  }

  it("does nothing until the director decides, then moves major, programme and cycle in one step", async () => {
    const { number, personId } = await studying();
    const student = await somebody("student", personId);
    const { id } = await change(student, number, "TESOL");
    expect(await majors(personId)).toEqual([["BUSADMIN", "CURRENT"]]);
    expect(await listStudentRequests(student, personId)).toMatchObject([
      { id, kind: "studies.change-major", href: `/approvals/${id}` },
    ]);
    // Neither who asked nor somebody without the right decides.
    await expect(decideApproval(student, approve(id))).rejects.toMatchObject({ kind: "forbidden" });
    await expect(decideApproval(registrar, approve(id))).rejects.toMatchObject({ kind: "not_found" });
    await decideApproval(director, approve(id));
    expect(await majors(personId)).toEqual([
      ["TESOL", "CURRENT"],
      ["BUSADMIN", "SUPERSEDED"],
    ]);
    const { declarations, cycleChanges } = await getStudyMatters(registrar, personId);
    expect(declarations[0]).toMatchObject({ approvalId: id, reason: "wants to teach", isSelfDeclared: true });
    expect(await listProgrammeEnrolments(registrar, personId)).toMatchObject([
      { code: "TESOL", status: "ACTIVE", startDate: day(0), catalogueDate: day(0) },
      { code: "BUSADMIN", status: "TRANSFERRED", exitReason: "TRAN_INT", endDate: day(0) },
    ]);
    expect(cycleChanges).toMatchObject([
      { kind: "NEW", target: { code: "TESOL" }, endedOn: null },
      { kind: "NEW", target: { code: "BUSADMIN" }, endReason: "TRANSFERRED" },
    ]);
    expect(await listStudentRequests(registrar, personId)).toEqual([]);
  });

  it("waits once a student, wants something to change, and is not carried out for who was dropped meanwhile", async () => {
    const { number, personId } = await studying();
    await expect(change(registrar, number, "BUSADMIN")).rejects.toMatchObject({
      code: "studies.declared_already",
    });
    await expect(change(registrar, number, "MBA")).rejects.toMatchObject({
      code: "studies.nothing_to_change",
    });
    const { id } = await change(registrar, number, "TESOL");
    await expect(change(registrar, number, "TESOL")).rejects.toMatchObject({
      code: "approvals.asked_already",
    });
    await writeTx(systemActor("seed"), {}, (tx) =>
      tx.student.update({ where: { personId }, data: { status: "DROPPED" } }),
    );
    await expect(decideApproval(director, approve(id))).rejects.toMatchObject({
      kind: "refused",
      code: "studies.may_not_enter",
    });
    expect((await getApproval(director, id)).status).toBe("PENDING");
    expect(await majors(personId)).toEqual([["BUSADMIN", "CURRENT"]]);
  });

  it("is decided within the director's own programmes only", async () => {
    const { number } = await studying();
    const { id } = await change(registrar, number, "TESOL");
    const elsewhere = { ...director, scopes: [{ kind: "PROGRAMME" as const, ref: "MBA" }] };
    await expect(decideApproval(elsewhere, approve(id))).rejects.toMatchObject({ kind: "not_found" });
    const here = { ...director, scopes: [{ kind: "PROGRAMME" as const, ref: "BUSADMIN" }] };
    await decideApproval(here, approve(id));
  });

  it("warns of the courses of the last 180 days that do not belong to the new major", async () => {
    const { personId } = await studying();
    await writeTx(systemActor("seed"), {}, async (tx) => {
      const [cycle] = await tx.$queryRaw<{ id: number }[]>`SELECT id FROM cycle WHERE code = 'BA'`;
      const course = (code: string) =>
        tx.course.create({
          data: {
            code,
            title: code,
            shortTitle: code,
            cycleId: cycle?.id ?? 0,
            validFrom: new Date("2009-01-01"),
          },
        });
      const [fits, misfits, old] = [await course("FITS-1"), await course("MISS-1"), await course("OLD-1")];
      await tx.programmeRequirement.create({
        data: {
          programmeId: catalogue.TESOL,
          courseId: fits.id,
          sequence: 1,
          name: "Core",
          validFrom: new Date("2009-01-01"),
        },
      });
      const term = (code: string, from: number, to: number) =>
        tx.term.create({
          data: {
            code,
            name: code,
            nameKm: code,
            termType: "BA",
            startDate: new Date(day(from)),
            endDate: new Date(day(to)),
          },
        });
      const [now, then] = [await term("NOW", -100, -20), await term("THEN", -400, -200)];
      for (const [courseId, termId] of [
        [fits.id, now.id],
        [misfits.id, now.id],
        [old.id, then.id],
      ] as const) {
        await tx.courseResult.create({
          data: {
            studentId: personId,
            courseId,
            termId,
            credits: 3,
            passes: true,
            earnsCredit: true,
            countsInGpa: true,
            source: "EXAM",
          },
        });
      }
    });
    const offered = await listMajors(registrar, personId);
    expect(offered.find((major) => major.code === "TESOL")?.misfits).toEqual(["MISS-1"]);
  });
});
