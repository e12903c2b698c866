import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { grantRole, revokeRole } from "@/lib/platform/access/commands";
import { type OverrideInput, recordOverride } from "@/lib/platform/access/override";
import { CAMPUS_WIDE } from "@/lib/platform/access/permissions";
import { listAssignments } from "@/lib/platform/access/queries";
import { grantRoleInput } from "@/lib/platform/access/schemas";
import { loadSession } from "@/lib/platform/auth/session-lookup";
import { startSession } from "@/lib/platform/auth/sessions";
import { campusToday } from "@/lib/platform/dates/campus";
import { addDays } from "@/lib/platform/dates/day";
import { writeTx } from "@/lib/platform/db/transaction";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

let database: TestDatabase;
let admin: ReturnType<typeof accountActor>;
beforeAll(async () => {
  database = await createTestDatabase();
  const { id, email } = await makeAccount(database.pool, { role: "admin", displayName: "Admin" });
  admin = accountActor({ role: "admin", accountId: id, email });
});
afterAll(() => database.close());

const today = campusToday();
const grant = (email: string, over: Record<string, unknown> = {}) =>
  grantRoleInput.parse({
    email,
    role: "registrar",
    scopeKind: "ALL",
    scopeRef: null,
    authorityLevel: null,
    validFrom: today,
    lastDay: null,
    reason: "joins the registrar's office",
    ...over,
  });
const row = async (id: number) =>
  (await database.prisma.roleAssignment.findUniqueOrThrow({ where: { id } })) as {
    version: number;
    validTo: Date;
  };

describe("a role for one department or programme", () => {
  it("brings no right that reaches the whole campus, unless another assignment of the role does", async () => {
    const { id: accountId, email } = await makeAccount(database.pool, { role: null });
    await writeTx(admin, {}, (tx) =>
      tx.department.create({ data: { code: "ONLY", name: "Only", nameKm: "តែមួយ" } }),
    );
    await grantRole(admin, grant(email, { scopeKind: "DEPARTMENT", scopeRef: "ONLY" }));
    const token = await startSession(accountId, { ip: "::1", userAgent: null });
    const actor = async () => (await loadSession(token))?.actor;
    const limited = await actor();
    expect(limited?.permissions.has("people:edit")).toBe(true);
    for (const name of CAMPUS_WIDE) expect([name, limited?.permissions.has(name)]).toEqual([name, false]);
    await grantRole(admin, grant(email));
    expect((await actor())?.permissions.has("people:import")).toBe(true);
  });

  it.each(["admin", "auditor", "operator"])("is not granted to an %s", (role) => {
    expect(() => grant("a@test.naga.example", { role, scopeKind: "DEPARTMENT", scopeRef: "ONLY" })).toThrow(
      "access.scope_does_not_fit",
    );
  });
});

describe("granting a role", () => {
  it("holds from the next request on and is audited with its reason", async () => {
    const { id: accountId, email } = await makeAccount(database.pool, { role: "teacher" });
    const token = await startSession(accountId, { ip: "::1", userAgent: null });
    const { id } = await grantRole(admin, grant(email, { authorityLevel: 3 }));
    expect((await loadSession(token))?.actor.roles).toEqual(["teacher", "registrar"]);
    const { rows } = await database.pool.query(
      `SELECT actor, reason, operation FROM audit.entry WHERE table_name = 'role_assignment' AND row_key = $1`,
      [String(id)],
    );
    expect(rows).toEqual([
      {
        actor: `account:${admin.accountId}`,
        reason: "joins the registrar's office",
        operation: expect.any(String),
      },
    ]);
  });

  it("is refused to oneself, to others than admins, twice, and in the past", async () => {
    const { email } = await makeAccount(database.pool, { role: "teacher" });
    await expect(grantRole(admin, grant(admin.email))).rejects.toMatchObject({
      code: "access.not_to_oneself",
    });
    const registrar = accountActor({ role: "registrar", accountId: admin.accountId });
    await expect(grantRole(registrar, grant(email))).rejects.toMatchObject({ kind: "forbidden" });
    await grantRole(admin, grant(email, { lastDay: addDays(today, 10) }));
    await expect(grantRole(admin, grant(email, { validFrom: addDays(today, 10) }))).rejects.toMatchObject({
      code: "access.already_held",
    });
    await grantRole(admin, grant(email, { validFrom: addDays(today, 11) }));
    await expect(grantRole(admin, grant(email, { validFrom: addDays(today, -1) }))).rejects.toMatchObject({
      fields: { validFrom: ["access.begins_in_the_past"] },
    });
  });

  it("is written once when two administrators do it in the same moment", async () => {
    const { email } = await makeAccount(database.pool, { role: "teacher" });
    const results = await Promise.allSettled(Array.from({ length: 4 }, () => grantRole(admin, grant(email))));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "access.already_held" });
    }
  });

  it("asks for an account and a scope that exist", async () => {
    const { email } = await makeAccount(database.pool, { role: "teacher" });
    await expect(grantRole(admin, grant("nobody@test.naga.example"))).rejects.toMatchObject({
      fields: { email: ["access.account_not_found"] },
    });
    const scoped = { role: "academic_director", scopeKind: "PROGRAMME", scopeRef: "NOPE" };
    await expect(grantRole(admin, grant(email, scoped))).rejects.toMatchObject({
      fields: { scopeRef: ["access.scope_not_found"] },
    });
    expect(grantRoleInput.safeParse({ ...grant(email), role: "student" }).success).toBe(false);
    expect(grantRoleInput.safeParse({ ...grant(email), scopeKind: "DEPARTMENT" }).success).toBe(false);
    expect(grantRoleInput.safeParse({ ...grant(email), lastDay: "2020-01-01" }).success).toBe(false);
  });
});

describe("taking a role away", () => {
  it("is felt by the next request", async () => {
    const { id: accountId, email } = await makeAccount(database.pool, { role: "teacher" });
    const { id } = await grantRole(admin, grant(email));
    const token = await startSession(accountId, { ip: "::1", userAgent: null });
    await revokeRole(admin, { id, version: 1, reason: "left the office" });
    expect((await loadSession(token))?.actor.roles).toEqual(["teacher"]);
    await expect(revokeRole(admin, { id, version: 2, reason: "left the office" })).rejects.toMatchObject({
      code: "access.ended_already",
    });
  });

  it("lets one that has not begun never begin", async () => {
    const { email } = await makeAccount(database.pool, { role: "teacher" });
    const { id } = await grantRole(admin, grant(email, { validFrom: addDays(today, 30) }));
    await revokeRole(admin, { id, version: 1, reason: "will not come" });
    expect((await row(id)).validTo.toISOString().slice(0, 10)).toBe(addDays(today, 30));
  });

  it("is refused on oneself, on a foreign version and on nothing", async () => {
    const own = await database.prisma.roleAssignment.findFirstOrThrow({
      where: { accountId: admin.accountId },
    });
    const reason = "no longer needed";
    await expect(revokeRole(admin, { id: own.id, version: 1, reason })).rejects.toMatchObject({
      code: "access.not_to_oneself",
    });
    const { email } = await makeAccount(database.pool, { role: "teacher" });
    const { id } = await grantRole(admin, grant(email));
    await expect(revokeRole(admin, { id, version: 7, reason })).rejects.toMatchObject({ kind: "stale" });
    await expect(revokeRole(admin, { id: 2_000_000_000, version: 1, reason })).rejects.toMatchObject({
      kind: "not_found",
    });
  });
});

describe("the list of assignments", () => {
  it("finds by name and e-mail, filters by role and state, and pages", async () => {
    const { email } = await makeAccount(database.pool, { role: "auditor", displayName: "SOK Dara" });
    const filter = { search: "sok d", role: null, state: null, page: 1, pageSize: 25 };
    const found = await listAssignments(admin, filter);
    expect(found.rows).toMatchObject([{ email, role: "auditor", state: "current", lastDay: null }]);
    expect(await listAssignments(admin, { ...filter, state: "past" })).toMatchObject({ rows: [], total: 0 });
    expect(await listAssignments(admin, { ...filter, search: email, role: "auditor" })).toMatchObject({
      total: 1,
    });
    expect(await listAssignments(admin, { ...filter, search: "%" })).toMatchObject({ total: 0 });
    const all = await listAssignments(admin, { ...filter, search: "", pageSize: 2, page: 2 });
    expect(all.rows).toHaveLength(2);
    expect(all.total).toBeGreaterThan(4);
  });

  it("is for admins and auditors", async () => {
    const filter = { search: "", role: null, state: null, page: 1, pageSize: 25 };
    await expect(listAssignments(accountActor({ role: "registrar" }), filter)).rejects.toMatchObject({
      kind: "forbidden",
    });
  });
});

describe("an override", () => {
  const input: OverrideInput = {
    asked: { kind: "ENROLLMENT", policies: ["ENROLLMENT_CAPACITY"] },
    rule: "registration.capacity",
    subjectId: null,
    target: { table: "class", key: 5 },
    reason: "graduates this term",
    explained: { value: false, because: [] },
  };

  it("is written down with the level and the explanation", async () => {
    const actor = accountActor({ accountId: admin.accountId, authorityLevel: 2 });
    await writeTx(actor, {}, (tx) => recordOverride(tx, actor, input));
    expect(await database.prisma.ruleOverride.findFirstOrThrow()).toMatchObject({
      accountId: admin.accountId,
      authorityLevel: 2,
      positionAssignmentId: null,
      rule: "registration.capacity",
      targetTable: "class",
      targetKey: "5",
      reason: "graduates this term",
    });
  });

  it("needs the level and a reason", async () => {
    const low = accountActor({ accountId: admin.accountId, authorityLevel: 3 });
    await expect(writeTx(low, {}, (tx) => recordOverride(tx, low, input))).rejects.toMatchObject({
      code: "access.override_not_allowed",
      explained: { value: false },
    });
    const high = accountActor({ accountId: admin.accountId, authorityLevel: 1 });
    await expect(
      writeTx(high, {}, (tx) => recordOverride(tx, high, { ...input, reason: "  ok " })),
    ).rejects.toMatchObject({ code: "validation.reason_too_short" });
    expect(await database.prisma.ruleOverride.count()).toBe(1);
  });
});
