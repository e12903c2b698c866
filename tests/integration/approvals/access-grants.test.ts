import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  findConfirmation,
  grantRoleApproval,
  listConfirmers,
  requestRoleGrant,
} from "@/lib/approvals/access-grants";
import { decideApproval } from "@/lib/approvals/commands";
import { getApproval } from "@/lib/approvals/queries";
import { requestRoleGrantInput } from "@/lib/approvals/schemas";
import type { AccountActor } from "@/lib/platform/access/actor";
import { systemActor } from "@/lib/platform/access/actor";
import { grantRole, revokeRole } from "@/lib/platform/access/commands";
import { grantRoleInput } from "@/lib/platform/access/schemas";
import { createAccount } from "@/lib/platform/auth/accounts";
import { loadSession } from "@/lib/platform/auth/session-lookup";
import { startSession } from "@/lib/platform/auth/sessions";
import { campusToday } from "@/lib/platform/dates/campus";
import { addDays } from "@/lib/platform/dates/day";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

let database: TestDatabase;
let maker: AccountActor;
let checker: AccountActor;
const today = campusToday();

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  [maker, checker] = [await admin(), await admin()];
});

async function admin(): Promise<AccountActor> {
  const { id, email } = await makeAccount(database.pool, { role: "admin" });
  return accountActor({ role: "admin", accountId: id, email });
}
const ask = (email: string, over: Record<string, unknown> = {}) =>
  requestRoleGrantInput.parse({
    email,
    role: "admin",
    scopeKind: "ALL",
    scopeRef: null,
    authorityLevel: null,
    validFrom: today,
    lastDay: null,
    reason: "second administrator of the campus",
    ...over,
  });
const approve = (id: number) => ({ id, version: 1, decision: "approve" as const, reason: "" });
const system = async (sql: string, values: unknown[]) => {
  const connection = await database.pool.connect();
  await connection.query("BEGIN");
  await connection.query("SELECT set_config('naga.actor', 'system:test', true)");
  await connection.query(sql, values);
  await connection.query("COMMIT");
  connection.release();
};

describe("making an administrator", () => {
  it("takes a request and a second administrator; the role holds from the next click on", async () => {
    const { id: accountId, email } = await makeAccount(database.pool, { role: "teacher" });
    const token = await startSession(accountId, { ip: "::1", userAgent: null });
    const roles = async () => (await loadSession(token))?.actor.roles;
    await expect(grantRole(maker, grantRoleInput.parse(ask(email)))).rejects.toMatchObject({
      code: "access.needs_second_person",
    });
    const { id } = await requestRoleGrant(maker, ask(email));
    expect(await roles()).toEqual(["teacher"]);
    await decideApproval(checker, approve(id));
    expect(await roles()).toEqual(["teacher", "admin"]);
    const grant = await database.prisma.roleAssignment.findFirstOrThrow({ where: { approvalId: id } });
    expect(grant).toMatchObject({
      accountId,
      role: "admin",
      grantedBy: `account:${maker.accountId}`,
      reason: "second administrator of the campus",
      validTo: null,
    });
    expect(await findConfirmation(maker, grant.id)).toMatchObject({
      approvalId: id,
      href: `/approvals/${id}`,
    });
    expect(await grantRoleApproval.resultHref?.(id)).toBe(`/admin/access/${grant.id}`);
  });

  it("is confirmed neither by the maker, nor by the one who would become it, in whichever role", async () => {
    const { id } = await requestRoleGrant(maker, ask(checker.email, { role: "operator" }));
    const why = (who: AccountActor) =>
      decideApproval(who, approve(id)).catch((error) => error.explained?.because[0]?.rule);
    expect(await why(maker)).toBe("approvals.own_request");
    expect(await why(checker)).toBe("approvals.concerns_oneself");
    expect(await why(accountActor({ role: "auditor", accountId: checker.accountId }))).toBe(
      "approvals.concerns_oneself",
    );
    await expect(requestRoleGrant(maker, ask(maker.email, { role: "operator" }))).rejects.toMatchObject({
      code: "access.not_to_oneself",
    });
    expect(await database.prisma.roleAssignment.count({ where: { approvalId: id } })).toBe(0);
    expect(await decideApproval(await admin(), approve(id))).toMatchObject({ status: "APPROVED" });
  });

  it("fails with the reason when it cannot be any more, and waits on", async () => {
    const { id: accountId, email } = await makeAccount(database.pool, { role: "teacher" });
    const { id } = await requestRoleGrant(maker, ask(email));
    await system("UPDATE account SET status = 'DISABLED' WHERE id = $1", [accountId]);
    await expect(decideApproval(checker, approve(id))).rejects.toMatchObject({
      kind: "refused",
      code: "access.account_not_found",
    });
    expect(await getApproval(checker, id)).toMatchObject({ status: "PENDING", version: 1 });
    await system("UPDATE account SET status = 'ACTIVE' WHERE id = $1", [accountId]);
    await decideApproval(checker, approve(id));
  });

  it("that waited past its first day begins on the day of the decision", async () => {
    const { email, id: accountId } = await makeAccount(database.pool, { role: "teacher" });
    const { id } = await requestRoleGrant(
      maker,
      ask(email, { lastDay: addDays(today, 30), authorityLevel: 2 }),
    );
    const payload = { accountId, role: "admin", authorityLevel: 2, validFrom: addDays(today, -3) };
    await system("ALTER TABLE approval DISABLE TRIGGER approval_guard", []);
    await system("UPDATE approval SET payload = $2 WHERE id = $1", [
      id,
      JSON.stringify({ ...payload, lastDay: addDays(today, 30) }),
    ]);
    await system("ALTER TABLE approval ENABLE TRIGGER approval_guard", []);
    await decideApproval(checker, approve(id));
    const grant = await database.prisma.roleAssignment.findFirstOrThrow({ where: { approvalId: id } });
    expect(grant.validFrom.toISOString().slice(0, 10)).toBe(today);
    expect(grant.validTo?.toISOString().slice(0, 10)).toBe(addDays(today, 31));
    expect(grant.authorityLevel).toBe(2);
  });

  it("asks for what one person may not give, and for nothing that holds already", async () => {
    const { email } = await makeAccount(database.pool, { role: "operator" });
    expect(requestRoleGrantInput.safeParse({ ...ask(email), role: "registrar" }).success).toBe(false);
    await expect(requestRoleGrant(maker, ask(email, { role: "operator" }))).rejects.toMatchObject({
      code: "access.already_held",
    });
    await expect(requestRoleGrant(maker, ask("nobody@test.naga.example"))).rejects.toMatchObject({
      fields: { email: ["access.account_not_found"] },
    });
    const registrar = accountActor({ role: "registrar", accountId: maker.accountId });
    await expect(requestRoleGrant(registrar, ask(email))).rejects.toMatchObject({ kind: "forbidden" });
    await requestRoleGrant(maker, ask(email));
    await expect(requestRoleGrant(checker, ask(email, { lastDay: addDays(today, 9) }))).rejects.toMatchObject(
      {
        code: "approvals.asked_already",
      },
    );
  });

  it("says in facts what will be, whatever the state of the account", async () => {
    const { email, id: accountId } = await makeAccount(database.pool, {
      role: "teacher",
      displayName: "SOK Dara",
    });
    const { id } = await requestRoleGrant(maker, ask(email));
    const request = await getApproval(checker, id);
    expect(request.subjectLabel).toBe("SOK Dara");
    const { facts, changes } = await grantRoleApproval.describe(
      grantRoleApproval.payload.parse(request.payload),
    );
    expect(facts.map(({ label }) => label)).toEqual([
      "account",
      "email",
      "role",
      "rights",
      "authority",
      "from",
      "lastDay",
    ]);
    expect(changes).toEqual([
      {
        label: "roles",
        before: { list: [{ message: "roles.teacher" }] },
        after: { list: [{ message: "roles.teacher" }, { message: "roles.admin" }] },
      },
    ]);
    expect(await listConfirmers(maker)).toContain(
      (await database.prisma.account.findUniqueOrThrow({ where: { id: checker.accountId } })).displayName,
    );
    await system("UPDATE account SET status = 'DISABLED' WHERE id = $1", [accountId]);
    const closed = await grantRoleApproval.describe(grantRoleApproval.payload.parse(request.payload));
    expect(closed.facts.map(({ label }) => label)).toContain("accountState");
  });

  it("needs nobody else for the first one, by the command line", async () => {
    const account = { email: "first@test.naga.example", displayName: "FIRST Admin", reason: "a new campus" };
    const { id } = await createAccount(systemActor("command-line"), {
      ...account,
      role: "admin",
      password: "a river that bends twice",
    });
    expect(await database.prisma.roleAssignment.count({ where: { accountId: id, role: "admin" } })).toBe(1);
  });
});

describe("ending an administrator", () => {
  const of = async (who: AccountActor) =>
    (
      await database.prisma.roleAssignment.findFirstOrThrow({
        where: { accountId: who.accountId, role: "admin" },
      })
    ).id;
  const end = async (by: AccountActor, whom: AccountActor) =>
    revokeRole(by, { id: await of(whom), version: 1, reason: "left the campus" });

  it("needs no second person, but never the last one goes", async () => {
    await system(
      "UPDATE role_assignment SET valid_to = valid_from WHERE role = 'admin' AND account_id <> ALL($1)",
      [[maker.accountId, checker.accountId]],
    );
    await end(maker, checker);
    // An old session of somebody who is no administrator any more, and the last one.
    await expect(end(checker, maker)).rejects.toMatchObject({ code: "access.last_admin" });
    await expect(end(maker, maker)).rejects.toMatchObject({ code: "access.not_to_oneself" });
  });

  it("does not count one of an emergency that is over, nor obeys what such a one asked for", async () => {
    await system(
      "UPDATE role_assignment SET valid_to = valid_from WHERE role = 'admin' AND account_id <> ALL($1)",
      [[maker.accountId, checker.accountId]],
    );
    const { email } = await makeAccount(database.pool, { role: "teacher" });
    const { id } = await requestRoleGrant(maker, ask(email, { role: "operator" }));
    await system("UPDATE account SET emergency_until = now() - interval '1 minute' WHERE id = $1", [
      maker.accountId,
    ]);
    await expect(decideApproval(checker, approve(id))).rejects.toMatchObject({
      code: "approvals.maker_gone",
    });
    expect(await listConfirmers(checker)).toEqual([]);
    await expect(end(maker, checker)).rejects.toMatchObject({ code: "access.last_admin" });
  });

  it("leaves one of two who end each other in the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      const two = [await admin(), await admin()] as const;
      await system(
        "UPDATE role_assignment SET valid_to = valid_from WHERE role = 'admin' AND account_id <> ALL($1)",
        [two.map(({ accountId }) => accountId)],
      );
      const results = await Promise.allSettled([end(two[0], two[1]), end(two[1], two[0])]);
      expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      for (const result of results)
        if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "access.last_admin" });
    }
  });
});
