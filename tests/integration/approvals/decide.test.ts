import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { decideApproval, expireApprovals, requestApproval, withdrawApproval } from "@/lib/approvals/commands";
import { type AccountActor, systemActor } from "@/lib/platform/access/actor";
import { writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { claimFor, orStored } from "@/lib/platform/idempotency/claim";
import { withContext } from "@/lib/platform/observability/context";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import { type TestKind, testKind } from "@/tests/factories/approval";
import { makeStudent } from "@/tests/factories/student";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

let database: TestDatabase;
let maker: AccountActor;
let checker: AccountActor;
let made = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  maker = await somebody("registrar");
  checker = await somebody("registrar");
  await writeTx(systemActor("test"), {}, (tx) =>
    tx.department.create({ data: { code: "ONLY", name: "Only", nameKm: "តែមួយ" } }),
  );
});
afterAll(() => database.close());

async function somebody(role: "registrar" | "auditor", level: number | null = null): Promise<AccountActor> {
  const { id, email } = await makeAccount(database.pool, { role, authorityLevel: level });
  return accountActor({ role, accountId: id, email, authorityLevel: level });
}
async function ask(over: Partial<TestKind> = {}, by = maker): Promise<number> {
  made += 1;
  const department = `D${made}`;
  const payload = async () => ({ department, personId: null });
  return (await requestApproval(by, testKind(over), { payload, reason: "needed for the term" })).id;
}
const approve = (id: number, reason = "") => ({ id, version: 1, decision: "approve" as const, reason });
const row = (id: number) => database.prisma.approval.findUniqueOrThrow({ where: { id } });
const name = async () =>
  (await database.prisma.department.findUniqueOrThrow({ where: { code: "ONLY" } })).name;
const actorsOf = async (id: number) => {
  const { rows } = await database.pool.query<{ actor: string; operation: string; reason: string | null }>(
    "SELECT actor, operation, reason FROM audit.entry WHERE table_name = 'approval' AND row_key = $1 ORDER BY id",
    [String(id)],
  );
  return rows;
};

describe("who asks", () => {
  it("may hold the right for the own record alone, which reaches nobody else", async () => {
    const { personId } = await makeStudent();
    const { id, email } = await makeAccount(database.pool, { role: "student", personId });
    const scopes = [{ kind: "OWN" as const, ref: null }];
    const student = accountActor({ role: "student", accountId: id, email, personId, scopes });
    const about = (subject: number | null): Partial<TestKind> => ({
      asksOwn: "studies:ask_own",
      subject: async () => ({ personId: subject, label: "record" }),
      run: async () => undefined,
    });
    await expect(ask({}, student)).rejects.toMatchObject({ kind: "forbidden" });
    for (const subject of [null, personId + 1]) {
      await expect(ask(about(subject), student)).rejects.toMatchObject({ kind: "forbidden" });
    }
    const own = await ask(about(personId), student);
    expect(await decideApproval(checker, approve(own))).toMatchObject({ status: "APPROVED" });
  });
});

describe("a decision", () => {
  it("runs the command in its own transaction and is audited with both names", async () => {
    const id = await ask();
    expect(await name()).toBe("Only");
    expect(await decideApproval(checker, approve(id, "looked at it"))).toEqual({ id, status: "APPROVED" });
    expect(await name()).toBe(`Approved by ${id}`);
    expect(await row(id)).toMatchObject({
      status: "APPROVED",
      checkerId: checker.accountId,
      decisionReason: "looked at it",
      version: 2,
    });
    expect(await actorsOf(id)).toEqual([
      { actor: `account:${maker.accountId}`, operation: "INSERT", reason: "needed for the term" },
      { actor: `account:${checker.accountId}`, operation: "UPDATE", reason: "looked at it" },
    ]);
    // What was done was done for the reason for which it was asked.
    const { rows } = await database.pool.query(
      "SELECT actor, reason FROM audit.entry WHERE table_name = 'department' ORDER BY id DESC LIMIT 1",
    );
    expect(rows).toEqual([{ actor: `account:${checker.accountId}`, reason: "needed for the term" }]);
  });

  it("leaves everything as it was when it is a refusal, and needs a reason for that", async () => {
    const before = await name();
    const id = await ask();
    await expect(
      decideApproval(checker, { id, version: 1, decision: "reject", reason: "no" }),
    ).rejects.toThrow();
    await decideApproval(checker, { id, version: 1, decision: "reject", reason: "not this term" });
    expect(await row(id)).toMatchObject({ status: "REJECTED", decisionReason: "not this term" });
    expect(await name()).toBe(before);
  });

  it("that fifty people take at once is taken by one", async () => {
    const run = vi.fn(async () => undefined);
    const id = await ask({ run });
    const checkers = await Promise.all(Array.from({ length: 50 }, () => somebody("registrar")));
    const results = await Promise.allSettled(
      checkers.map((who, index) =>
        decideApproval(who, {
          id,
          version: 1,
          decision: index % 2 ? "approve" : "reject",
          reason: "seen by one of many",
        }),
      ),
    );
    const winners = results.flatMap((result, index) =>
      result.status === "fulfilled" ? [{ ...result.value, by: checkers[index]?.accountId }] : [],
    );
    expect(winners).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected")
        expect(result.reason).toMatchObject({ code: "approvals.decided_already" });
    }
    expect(await row(id)).toMatchObject({
      status: winners[0]?.status,
      checkerId: winners[0]?.by,
      version: 2,
    });
    expect(run).toHaveBeenCalledTimes(winners[0]?.status === "APPROVED" ? 1 : 0);
  });

  it("sent twice with one key is taken once and answered twice alike", async () => {
    const run = vi.fn(async () => undefined);
    const id = await ask({ run });
    const send = () => {
      const idempotency = claimFor(checker.accountId, `key-of-${id}-decide`, "approvals.decide", approve(id));
      return withContext({ requestId: "test", actor: null, idempotency }, () =>
        orStored(() => decideApproval(checker, approve(id))),
      );
    };
    expect(await send()).toEqual({ id, status: "APPROVED" });
    expect(await send()).toEqual({ id, status: "APPROVED" });
    expect(run).toHaveBeenCalledTimes(1);
  });

  it("whose command fails tells why, writes nothing and waits on", async () => {
    const before = await name();
    const id = await ask({
      async run(tx, by) {
        await tx.department.update({ where: { code: "ONLY" }, data: { name: `half of ${by.approvalId}` } });
        throw new AppError("invalid", "validation.failed", {
          fields: { email: ["access.account_not_found"] },
        });
      },
    });
    await expect(decideApproval(checker, approve(id))).rejects.toMatchObject({
      kind: "refused",
      code: "access.account_not_found",
    });
    expect(await name()).toBe(before);
    expect(await row(id)).toMatchObject({ status: "PENDING", checkerId: null, version: 1 });
    testKind();
    expect(await decideApproval(checker, approve(id))).toMatchObject({ status: "APPROVED" });
  });

  it("is not for the maker, for whom it concerns, without the right, the authority or the newest version", async () => {
    const id = await ask({ authorityLevel: 2 });
    const refusal = async (who: AccountActor) =>
      decideApproval(who, approve(id)).then(
        () => null,
        (error: AppError) => error.explained?.because.map(({ rule }) => rule) ?? error.code,
      );
    expect(await refusal({ ...maker, authorityLevel: 1 })).toEqual(["approvals.own_request"]);
    expect(await refusal(checker)).toEqual(["approvals.authority"]);
    expect(await refusal(await somebody("registrar", 3))).toEqual(["approvals.authority"]);
    expect(await refusal(await somebody("auditor"))).toEqual([
      "approvals.right_missing",
      "approvals.authority",
    ]);
    // Who holds nothing of it does not learn that it exists.
    expect(await refusal(accountActor({ role: "student", accountId: 999_999 }))).toBe("approvals.not_found");
    const chief = await somebody("registrar", 2);
    await expect(decideApproval(chief, { ...approve(id), version: 2 })).rejects.toMatchObject({
      kind: "stale",
    });
    await expect(decideApproval(chief, approve(2_000_000_000))).rejects.toMatchObject({ kind: "not_found" });
    expect(await decideApproval(chief, approve(id))).toMatchObject({ status: "APPROVED" });
  });

  it("does not carry out the wish of somebody who lost the right to ask", async () => {
    const gone = await somebody("registrar");
    const id = await ask({}, gone);
    await database.prisma.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT set_config('naga.actor', 'system:test', true)`;
      await tx.account.update({ where: { id: gone.accountId }, data: { status: "DISABLED" } });
    });
    await expect(decideApproval(checker, approve(id))).rejects.toMatchObject({
      code: "approvals.maker_gone",
    });
    expect(await row(id)).toMatchObject({ status: "PENDING" });
    await decideApproval(checker, { id, version: 1, decision: "reject", reason: "asked by nobody" });
  });

  it("of a payload that this version cannot read is only a refusal", async () => {
    const id = await ask();
    testKind({ payload: testKind().payload.refine(() => false) as TestKind["payload"] });
    await expect(decideApproval(checker, approve(id))).rejects.toMatchObject({ code: "approvals.outdated" });
    await decideApproval(checker, { id, version: 1, decision: "reject", reason: "made by another version" });
  });
});

describe("a request", () => {
  const payload = async () => ({ department: "TWICE", personId: null });
  const reason = "needed for the term";

  it("waits once, whoever asks, and says where", async () => {
    const kind = testKind();
    const { id } = await requestApproval(maker, kind, { payload, reason });
    await expect(requestApproval(checker, kind, { payload, reason })).rejects.toMatchObject({
      code: "approvals.asked_already",
      href: `/approvals/${id}`,
    });
    await withdrawApproval(maker, { id, version: 1 });
    const both = await Promise.allSettled(
      [maker, checker].map((who) => requestApproval(who, kind, { payload, reason })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("needs the right to ask, and what cannot be is not asked for", async () => {
    await expect(ask({}, await somebody("auditor"))).rejects.toMatchObject({ kind: "forbidden" });
    const check = async () => {
      throw new AppError("conflict", "access.already_held");
    };
    await expect(ask({ check })).rejects.toMatchObject({ code: "access.already_held" });
  });

  it("is taken back by its maker alone", async () => {
    const id = await ask();
    await expect(withdrawApproval(checker, { id, version: 1 })).rejects.toMatchObject({
      code: "approvals.not_yours",
    });
    await withdrawApproval(maker, { id, version: 1 });
    expect(await row(id)).toMatchObject({ status: "WITHDRAWN", checkerId: null });
    await expect(withdrawApproval(maker, { id, version: 2 })).rejects.toMatchObject({
      code: "approvals.decided_already",
    });
    await expect(decideApproval(checker, { ...approve(id), version: 2 })).rejects.toMatchObject({
      code: "approvals.decided_already",
    });
  });

  it("is dead by its hour, swept or not, and makes room for another", async () => {
    const kind = testKind({ validForDays: 0.000_005 });
    const old = async () => ({ department: "OLD", personId: null });
    const { id } = await requestApproval(maker, kind, { payload: old, reason });
    await new Promise((resolve) => setTimeout(resolve, 600));
    await expect(decideApproval(checker, approve(id))).rejects.toMatchObject({ code: "approvals.expired" });
    const again = await requestApproval(maker, testKind(), { payload: old, reason });
    expect(await row(id)).toMatchObject({ status: "EXPIRED" });
    expect(await row(again.id)).toMatchObject({ status: "PENDING" });
    await requestApproval(maker, testKind({ validForDays: 0.000_005 }), {
      payload: async () => ({ department: "OLDER", personId: null }),
      reason,
    });
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await expireApprovals(systemActor("job:approvals.expire-requests"))).toBe(1);
    expect(await expireApprovals(systemActor("job:approvals.expire-requests"))).toBe(0);
  });
});
