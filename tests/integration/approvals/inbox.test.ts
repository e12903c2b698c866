import "@/lib/operations/approval-kinds";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { grantRoleApproval, requestRoleGrant } from "@/lib/approvals/access-grants";
import { decideApproval, requestApproval, withdrawApproval } from "@/lib/approvals/commands";
import { countBoxes, countWaiting, getApproval, listApprovals } from "@/lib/approvals/queries";
import { mayDecide } from "@/lib/approvals/rules";
import { type ApprovalFilter, requestRoleGrantInput } from "@/lib/approvals/schemas";
import { tellDescription } from "@/lib/approvals/tell";
import { type AccountActor, systemActor } from "@/lib/platform/access/actor";
import type { RoleName } from "@/lib/platform/access/roles";
import { campusToday, dayToDb } from "@/lib/platform/dates/campus";
import { writeTx } from "@/lib/platform/db/transaction";
import type { LooseTranslator } from "@/lib/platform/i18n/explain-text";
import { formatter } from "@/lib/platform/i18n/formatter";
import { locales } from "@/lib/platform/i18n/locales";
import type { Namespace } from "@/lib/platform/i18n/messages";
import { translator } from "@/lib/platform/i18n/translator";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import { testKind } from "@/tests/factories/approval";
import { makeProgrammes } from "@/tests/factories/import";
import { makeStudent } from "@/tests/factories/student";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

let database: TestDatabase;
let maker: AccountActor;
let other: AccountActor;
let auditor: AccountActor;
let made = 0;

async function somebody(role: RoleName, over: Partial<AccountActor> = {}): Promise<AccountActor> {
  made += 1;
  const displayName = `${role} ${made}`;
  const { id, email } = await makeAccount(database.pool, { role, displayName });
  return accountActor({ role, accountId: id, email, displayName, ...over });
}

beforeAll(async () => {
  database = await createTestDatabase();
  [maker, other] = [await somebody("admin"), await somebody("admin")];
  auditor = await somebody("auditor");
});
afterAll(() => database.close());

const filter = (over: Partial<ApprovalFilter> = {}): ApprovalFilter => ({
  box: "waiting",
  search: "",
  kind: null,
  status: null,
  page: 1,
  pageSize: 25,
  ...over,
});
const ids = async (who: AccountActor, over: Partial<ApprovalFilter> = {}) =>
  (await listApprovals(who, filter(over))).rows.map(({ id }) => id);

async function grant(by: AccountActor, role: "admin" | "operator", displayName: string): Promise<number> {
  const { email } = await makeAccount(database.pool, { role: "teacher", displayName });
  const input = requestRoleGrantInput.parse({
    email,
    role,
    scopeKind: "ALL",
    scopeRef: null,
    authorityLevel: null,
    validFrom: campusToday(),
    lastDay: null,
    reason: "needed for the term",
  });
  return (await requestRoleGrant(by, input)).id;
}

describe("the inbox", () => {
  it("shows each what is theirs: waiting, asked, decided; all of it to auditors, nothing to others", async () => {
    const first = await grant(maker, "operator", "SOK Dara");
    const second = await grant(maker, "admin", "CHEA Vannak");
    const third = await grant(other, "admin", "LIM Bopha");
    expect(await ids(other)).toEqual([first, second]);
    expect(await ids(maker)).toEqual([third]);
    expect(await ids(maker, { box: "asked" })).toEqual([second, first]);
    await decideApproval(other, { id: first, version: 1, decision: "reject", reason: "not needed" });
    expect(await ids(other)).toEqual([second]);
    expect(await ids(other, { box: "decided" })).toEqual([first]);
    expect(await countBoxes(maker)).toEqual({ waiting: 1, asked: 1 });
    expect(await countWaiting(other)).toBe(1);
    expect(await ids(auditor, { box: "all" })).toEqual([third, second, first]);
    expect(await ids(auditor)).toEqual([]);
    await expect(ids(maker, { box: "all" })).rejects.toMatchObject({ kind: "forbidden" });
    for (const role of ["student", "teacher", "registrar", "operator"] as const) {
      const nobody = await somebody(role);
      expect([role, await ids(nobody), await countWaiting(nobody)]).toEqual([role, [], 0]);
      await expect(getApproval(nobody, second)).rejects.toMatchObject({ code: "approvals.not_found" });
      await expect(withdrawApproval(nobody, { id: second, version: 1 })).rejects.toMatchObject({
        kind: "not_found",
      });
    }
    expect(await getApproval(auditor, second)).toMatchObject({ status: "PENDING", reached: true });
    await expect(
      decideApproval(auditor, { id: second, version: 1, decision: "approve", reason: "" }),
    ).rejects.toMatchObject({ code: "approvals.may_not_decide" });
  });

  it("finds by name, kind and state, and pages", async () => {
    const all = { box: "all" as const };
    expect(await ids(auditor, { ...all, search: "sok d" })).toHaveLength(1);
    expect(await ids(auditor, { ...all, search: "%" })).toEqual([]);
    expect(await ids(auditor, { ...all, status: "REJECTED" })).toHaveLength(1);
    expect(await ids(auditor, { ...all, kind: "no.such-kind" })).toEqual([]);
    expect(await ids(auditor, { ...all, kind: "access.grant-role", status: "PENDING" })).toHaveLength(2);
    const page = await listApprovals(auditor, filter({ ...all, page: 2, pageSize: 25 }));
    expect([page.rows, page.total]).toEqual([[], 3]);
  });

  it("shows as waiting exactly what the rules let one decide", async () => {
    const everybody = [maker, other, auditor, await somebody("operator"), await somebody("registrar")];
    const pending = await ids(auditor, { box: "all" });
    for (const who of everybody) {
      const waiting = await ids(who);
      for (const id of pending) {
        const request = await getApproval(who, id).catch(() => null);
        const may = request !== null && mayDecide(who, request, new Date()).value;
        expect([who.displayName, id, waiting.includes(id)]).toEqual([who.displayName, id, may]);
      }
    }
  });

  it("hides from each what concerns them", async () => {
    const third = await somebody("admin");
    const input = requestRoleGrantInput.parse({
      email: third.email,
      role: "operator",
      scopeKind: "ALL",
      scopeRef: null,
      authorityLevel: null,
      validFrom: campusToday(),
      lastDay: null,
      reason: "needed for the term",
    });
    const { id } = await requestRoleGrant(maker, input);
    expect(await ids(third)).not.toContain(id);
    expect(await ids(other)).toContain(id);
  });
});

describe("a request about a student", () => {
  it("waits for those who reach the student: a director of the programme, not one of another", async () => {
    await makeProgrammes();
    const { personId } = await makeStudent({ familyName: "SOK" });
    const programme = await database.prisma.programme.findUniqueOrThrow({ where: { code: "TESOL" } });
    const began = dayToDb("2025-01-06");
    await writeTx(systemActor("test"), {}, (tx) =>
      tx.programmeEnrolment.create({
        data: { studentId: personId, programmeId: programme.id, startDate: began, catalogueDate: began },
      }),
    );
    const kind = testKind({ authorityLevel: 2 });
    const registrar = await somebody("registrar");
    const payload = async () => ({ department: "X1", personId });
    const { id } = await requestApproval(registrar, kind, { payload, reason: "needed for the term" });
    const of = (ref: string, level = 2) =>
      somebody("academic_director", { scopes: [{ kind: "PROGRAMME", ref }], authorityLevel: level });
    const [own, foreign, weak] = [await of("TESOL"), await of("IR"), await of("TESOL", 3)];
    expect(await ids(own)).toEqual([id]);
    expect(await countWaiting(own)).toBe(1);
    expect([await ids(foreign), await ids(weak), await countWaiting(foreign)]).toEqual([[], [], 0]);
    await expect(getApproval(foreign, id)).rejects.toMatchObject({ kind: "not_found" });
    await expect(
      decideApproval(foreign, { id, version: 1, decision: "approve", reason: "" }),
    ).rejects.toMatchObject({ kind: "not_found" });
    // Too little authority: seen, not decided, and told why.
    expect(mayDecide(weak, await getApproval(weak, id), new Date()).because[0]?.rule).toBe(
      "approvals.authority",
    );
    // What is about no student belongs to the whole campus.
    const general = await requestApproval(registrar, kind, {
      payload: async () => ({ department: "X2", personId: null }),
      reason: "needed for the term",
    });
    expect(await ids(own)).toEqual([id]);
    const chief = await somebody("academic_director", { authorityLevel: 1 });
    expect(await ids(chief)).toEqual([id, general.id]);
  });
});

it("has its facts and changes in words of both languages", async () => {
  const id = await grant(maker, "admin", "PEN Sreypov");
  const { payload } = await getApproval(other, id);
  const described = await grantRoleApproval.describe(grantRoleApproval.payload.parse(payload));
  for (const locale of locales) {
    const all = ((key: string, values?: Record<string, string | number>) => {
      const [namespace = "", ...rest] = key.split(".");
      return (translator(namespace as Namespace, locale) as unknown as LooseTranslator)(
        rest.join("."),
        values,
      );
    }) as LooseTranslator;
    const told = tellDescription(described, { all, format: formatter(locale, "western") });
    const texts = [...told.facts.flatMap(({ label, value }) => [label, value]), told.changes[0]?.after ?? ""];
    expect(texts.length).toBeGreaterThan(12);
    // A missing message is told by its key.
    expect(texts.filter((text) => /^[a-z]+\.[a-zA-Z.]+$/.test(text))).toEqual([]);
    if (locale === "km") expect(told.facts.every(({ label }) => /[\u1780-\u17ff]/.test(label))).toBe(true);
  }
});
