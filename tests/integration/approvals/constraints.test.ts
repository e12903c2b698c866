import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toAppError } from "@/lib/platform/db/constraint-errors";
import { makeAccount } from "@/tests/factories/account";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

/** What the database refuses, whatever the code above it says (prisma/sql/approvals, access-constraints.sql). */
let database: TestDatabase;
let maker: number;
let checker: number;
let target: number;
let made = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  const account = async (role: "admin" | "teacher") => (await makeAccount(database.pool, { role })).id;
  [maker, checker, target] = [await account("admin"), await account("admin"), await account("teacher")];
});
afterAll(() => database.close());

/** Runs statements as the application, in the name of `actor`; returns the name of what they broke. */
async function as(actor: string, ...statements: string[]): Promise<string> {
  const connection = await database.pool.connect();
  try {
    await connection.query("BEGIN");
    await connection.query("SET LOCAL ROLE naga_app");
    await connection.query("SELECT set_config('naga.actor', $1, true)", [actor]);
    for (const statement of statements) await connection.query(statement);
    await connection.query("COMMIT");
    return "fine";
  } catch (error) {
    await connection.query("ROLLBACK");
    const { constraint, message } = error as { constraint?: string; message: string };
    return constraint ?? message;
  } finally {
    connection.release();
  }
}

type Row = Record<string, string | number | null>;
const sql = (value: string | number | null) =>
  value === null
    ? "NULL"
    : typeof value === "number"
      ? String(value)
      : value.startsWith("now()")
        ? value
        : `'${value}'`;
const insert = (table: string, row: Row) =>
  `INSERT INTO ${table} (${Object.keys(row).join(", ")}) VALUES (${Object.values(row).map(sql).join(", ")})`;

function approval(over: Row = {}): string {
  made += 1;
  return insert("approval", {
    id: 1000 + made,
    kind: "access.grant-role",
    subject_label: "Somebody",
    subject_key: `key ${made}`,
    payload: JSON.stringify({
      accountId: target,
      role: "admin",
      authorityLevel: null,
      validFrom: "2026-01-01",
      lastDay: null,
    }),
    permission: "access:grant",
    maker_id: maker,
    reason: "a reason of the test",
    expires_at: "now() + interval '1 day'",
    ...over,
  });
}
const last = () => 1000 + made;
const decide = (id: number, status = "APPROVED", by = checker) =>
  `UPDATE approval SET status = '${status}', checker_id = ${by}, decided_at = now(), decision_reason = 'looked at' WHERE id = ${id}`;
const grant = (over: Row = {}) =>
  insert("role_assignment", {
    account_id: target,
    role: "admin",
    valid_from: "2026-01-01",
    granted_by: `account:${maker}`,
    ...over,
  });

/** A request in the given state, made and decided by the two administrators. */
async function request(over: Row = {}, status: string | null = "APPROVED"): Promise<number> {
  expect(await as(`account:${over.maker_id ?? maker}`, approval(over))).toBe("fine");
  const id = last();
  if (status) expect(await as(`account:${checker}`, decide(id, status))).toBe("fine");
  return id;
}

describe("a request in the database", () => {
  const byMaker = (over: Row) => as(`account:${maker}`, approval(over));

  it.each([
    ["approval_expires_later", { expires_at: "now() - interval '1 hour'" }],
    ["approval_amount_positive", { amount: -1 }],
    ["approval_level_known", { authority_level: 5 }],
    ["approval_reason_given", { reason: "  no  " }],
    ["approval_begins_pending", { status: "APPROVED" }],
  ])("%s", async (constraint, over) => {
    expect(await byMaker(over)).toBe(constraint);
  });

  it("is made in one's own name, by somebody who exists", async () => {
    expect(await as(`account:${checker}`, approval())).toBe("approval_own_name");
    expect(await as("system:test", approval({ maker_id: 2_000_000_000 }))).toBe("approval_maker_known");
    expect(await as("", approval())).toMatch(/naga_actor_required/);
  });

  it("waits once", async () => {
    await request({ subject_key: "one of a kind" }, null);
    expect(await byMaker({ subject_key: "one of a kind" })).toBe("approval_waits_once");
    expect(await byMaker({ subject_key: "one of a kind", kind: "test.other" })).toBe("fine");
  });

  it("is decided by another person, in that person's name, completely, once, and never removed", async () => {
    const id = await request({}, null);
    const by = `account:${checker}`;
    expect(await as(`account:${maker}`, decide(id, "APPROVED", maker))).toBe("approval_two_persons");
    expect(await as(`account:${maker}`, decide(id))).toBe("approval_own_name");
    expect(await as("system:test", decide(id))).toBe("approval_own_name");
    const set = (columns: string) => `UPDATE approval SET ${columns} WHERE id = ${id}`;
    expect(await as(by, set(`status = 'APPROVED', checker_id = ${checker}`))).toBe(
      "approval_decision_complete",
    );
    expect(await as(by, set("status = 'EXPIRED', decided_at = now()"))).toBe("approval_in_time");
    expect(await as(by, set(`status = 'REJECTED', checker_id = ${checker}, decided_at = now()`))).toBe(
      "approval_decision_complete",
    );
    expect(await as(by, set("status = 'WITHDRAWN', decided_at = now()"))).toBe("approval_own_name");
    for (const change of [
      `payload = '{}'`,
      `permission = 'home:staff'`,
      `maker_id = ${checker}`,
      `kind = 'x.y'`,
    ])
      expect([change, await as(by, set(change))]).toEqual([change, "approval_unchanged"]);
    expect(await as(by, decide(id))).toBe("fine");
    expect(await as(by, decide(id))).toBe("approval_decided_once");
    expect(
      await as(by, set("status = 'PENDING', checker_id = NULL, decided_at = NULL, decision_reason = NULL")),
    ).toBe("approval_decided_once");
    expect(await as(by, `DELETE FROM approval WHERE id = ${id}`)).toMatch(/permission denied/);
  });

  it("is not decided after its hour", async () => {
    const id = await request(
      { created_at: "now() - interval '2 days'", expires_at: "now() - interval '1 day'" },
      null,
    );
    expect(await as(`account:${checker}`, decide(id))).toBe("approval_in_time");
    expect(
      await as("system:test", `UPDATE approval SET status = 'EXPIRED', decided_at = now() WHERE id = ${id}`),
    ).toBe("fine");
  });
});

describe("the role of an administrator or operator in the database", () => {
  const by = () => `account:${checker}`;

  it("needs an approval that is approved, of this kind, for this account, role and authority, used once", async () => {
    expect(await as(by(), grant())).toBe("role_assignment_second_person");
    expect(await as(by(), grant({ role: "operator" }))).toBe("role_assignment_second_person");
    expect(await as(by(), grant({ granted_by: "system:forged" }))).toBe("role_assignment_second_person");
    expect(await as("system:job:x@account:1", grant({ granted_by: "system:job" }))).toBe(
      "role_assignment_second_person",
    );
    expect(
      await as("system:keycloak", grant({ granted_by: "system:keycloak", source: "IDENTITY_PROVIDER" })),
    ).toBe("role_assignment_second_person");
    expect(await as(by(), grant({ approval_id: 999_999 }))).toBe("role_assignment_second_person");
    for (const [over, status] of [
      [{}, null],
      [{}, "REJECTED"],
      [{ kind: "test.other" }, "APPROVED"],
    ] as const) {
      const id = await request(over, status);
      expect([over, status, await as(by(), grant({ approval_id: id }))]).toEqual([
        over,
        status,
        "role_assignment_as_approved",
      ]);
    }
    const id = await request();
    const others: Row[] = [
      { role: "operator" },
      { account_id: checker, role: "admin", valid_from: "2031-01-01" },
      { authority_level: 1 },
      { valid_to: "2027-01-01" },
      { valid_from: "2025-12-31" },
      { scope_kind: "OWN" },
    ];
    for (const other of others)
      expect([other, await as(by(), grant({ approval_id: id, ...other }))]).toEqual([
        other,
        "role_assignment_as_approved",
      ]);
    expect(await as(by(), grant({ approval_id: id }))).toBe("fine");
    // Ended, it may not be brought back by the same decision, and not by changing the row.
    const row = `WHERE approval_id = ${id}`;
    expect(await as(by(), `UPDATE role_assignment SET valid_to = '2026-02-01' ${row}`)).toBe("fine");
    expect(await as(by(), `UPDATE role_assignment SET valid_to = NULL ${row}`)).toBe(
      "role_assignment_as_approved",
    );
    expect(await as(by(), grant({ approval_id: id, valid_from: "2026-03-01" }))).toBe(
      "role_assignment_approval_once",
    );
    expect(
      await as(
        by(),
        `UPDATE role_assignment SET role = 'admin' WHERE account_id = ${target} AND role = 'teacher'`,
      ),
    ).toBe("role_assignment_second_person");
  });

  it("is given by the system without one, but not by a person's own hand", async () => {
    const { id } = await makeAccount(database.pool, { role: "teacher" });
    const own = { account_id: id, role: "registrar", granted_by: `account:${id}` };
    expect(await as(`account:${id}`, grant(own))).toBe("role_assignment_not_by_oneself");
    expect(
      await as("system:command-line", grant({ account_id: id, granted_by: "system:command-line" })),
    ).toBe("fine");
  });

  it("is ended, never removed", async () => {
    expect(await as("system:test", `DELETE FROM role_assignment WHERE account_id = ${target}`)).toMatch(
      /permission denied/,
    );
  });

  it("is not given to one of the two who decided", async () => {
    const payload = (accountId: number) =>
      JSON.stringify({
        accountId,
        role: "operator",
        authorityLevel: null,
        validFrom: "2026-01-01",
        lastDay: null,
      });
    for (const account of [maker, checker]) {
      const id = await request({ payload: payload(account) });
      const row = { account_id: account, role: "operator", approval_id: id, granted_by: "system:x" };
      expect(await as(by(), grant(row))).toBe("role_assignment_not_to_oneself");
    }
  });
});

it("breaks with sentences for people", () => {
  const broken = (name: string) =>
    toAppError(
      Object.assign(new Error(`constraint "${name}" is broken`), { code: "23514", constraint: name }),
    );
  expect(broken("role_assignment_second_person")).toMatchObject({ code: "access.needs_second_person" });
  expect(broken("approval_two_persons")).toMatchObject({ code: "approvals.two_persons" });
  expect(broken("role_assignment_last_admin")).toMatchObject({ code: "access.last_admin" });
});
