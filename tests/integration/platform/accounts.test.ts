import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "@/lib/platform/access/actor";
import {
  createLocalAccount,
  disableAccount,
  enableAccount,
  endAccountSession,
  endAccountSessions,
  resetLocalPassword,
} from "@/lib/platform/accounts/commands";
import { makeFirstPassword } from "@/lib/platform/accounts/first-password";
import { getAccount, listAccounts } from "@/lib/platform/accounts/queries";
import { loadAccountListParams } from "@/lib/platform/accounts/search-params";
import { hashPassword, verifyPassword } from "@/lib/platform/auth/password";
import { readSessions } from "@/lib/platform/auth/session-list";
import { loadSession } from "@/lib/platform/auth/session-lookup";
import { startSession } from "@/lib/platform/auth/sessions";
import { campusToday } from "@/lib/platform/dates/campus";
import { forgetEnv } from "@/lib/platform/env/env";
import { changeSetting } from "@/lib/platform/settings/commands";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import { makeStudent } from "@/tests/factories/student";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

const client = { ip: "203.0.113.1", userAgent: "Mozilla/5.0 (Android 14) Firefox/130.0" };
const REASON = "a reason of the test";
const UNKNOWN = 2_000_000_000;

let database: TestDatabase;
let admin: ReturnType<typeof accountActor>;
let auditor: ReturnType<typeof accountActor>;

beforeAll(async () => {
  database = await createTestDatabase();
  admin = accountActor({
    role: "admin",
    accountId: (await makeAccount(database.pool, { role: "admin", displayName: "ADMIN One" })).id,
  });
  auditor = accountActor({
    role: "auditor",
    accountId: (await makeAccount(database.pool, { role: "auditor", displayName: "AUDITOR One" })).id,
  });
});
afterAll(() => database.close());

const rowsOf = async <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  (await database.pool.query(sql, values)).rows as Row[];
const versionOf = async (id: number) => (await getAccount(admin, id)).version;
const lastAudit = async (table: string) =>
  (
    await rowsOf<{ actor: string; reason: string | null; old: unknown; new: unknown }>(
      "SELECT actor, reason, old, new FROM audit.entry WHERE table_name = $1 ORDER BY id DESC LIMIT 1",
      [table],
    )
  )[0];
const list = async (search: string, personId: number | null = null) => {
  const filter = await loadAccountListParams(
    Promise.resolve(Object.fromEntries(new URLSearchParams(search))),
  );
  return listAccounts(admin, { ...filter, personId });
};
const names = async (search: string, personId: number | null = null) =>
  (await list(search, personId)).rows.map(({ displayName }) => displayName);

describe("the list of accounts", () => {
  it("is searched by parts of name and e-mail, by the person, and narrowed", async () => {
    const { personId } = await makeStudent();
    await makeAccount(database.pool, {
      displayName: "SEARCH Dara",
      email: "d.ra%x@list.naga.example",
      personId,
    });
    await makeAccount(database.pool, { displayName: "SEARCH Bopha", role: "teacher", passwordHash: "x" });
    await makeAccount(database.pool, { displayName: "SEARCH Closed", role: null, status: "DISABLED" });
    const demo = await makeAccount(database.pool, { displayName: "SEARCH Demo", persona: true });
    expect(await names("q=search")).toEqual(["SEARCH Bopha", "SEARCH Closed", "SEARCH Dara", "SEARCH Demo"]);
    expect(await names("q=search&sort=-displayName")).toEqual([
      "SEARCH Demo",
      "SEARCH Dara",
      "SEARCH Closed",
      "SEARCH Bopha",
    ]);
    expect(await names("q=list.naga")).toEqual(["SEARCH Dara"]);
    // A sign of a pattern is a sign like any other.
    expect(await names("q=ra%25x")).toEqual(["SEARCH Dara"]);
    expect(await names("q=%25%25")).toEqual([]);
    expect(await names("q=40000", personId)).toEqual(["SEARCH Dara"]);
    expect(await names("q=search&status=DISABLED")).toEqual(["SEARCH Closed"]);
    expect(await names("q=search&role=teacher")).toEqual(["SEARCH Bopha"]);
    expect(await names("q=search&source=password")).toEqual(["SEARCH Bopha"]);
    expect(await names("q=search&source=persona")).toEqual(["SEARCH Demo"]);
    expect(await names("q=search&seen=week")).toEqual([]);
    const token = await startSession(demo.id, client);
    expect(await names("q=search&seen=week")).toEqual(["SEARCH Demo"]);
    await database.pool.query(
      "UPDATE account_session SET created_at = now() - interval '100 days' WHERE id = $1",
      [token.sessionId],
    );
    expect(await names("q=search&seen=older")).toEqual(["SEARCH Demo"]);
    expect(await names("q=search&seen=never")).toEqual(["SEARCH Bopha", "SEARCH Closed", "SEARCH Dara"]);
  });

  it("says roles of today, how people sign in, and the last sign-in", async () => {
    const { id } = await makeAccount(database.pool, { displayName: "LINE One", role: "registrar" });
    await startSession(id, client);
    const [row] = (await list("q=LINE One")).rows;
    expect(row).toMatchObject({ id, roles: ["registrar"], source: "none", status: "ACTIVE", personId: null });
    expect(Date.now() - Date.parse(row?.lastSignInAt ?? "")).toBeLessThan(60_000);
  });

  it("and every account are refused without access:read", async () => {
    const registrar = accountActor({ role: "registrar" });
    const filter = await loadAccountListParams(Promise.resolve({}));
    await expect(listAccounts(registrar, { ...filter, personId: null })).rejects.toThrow("access.forbidden");
    await expect(getAccount(registrar, admin.accountId)).rejects.toThrow("access.forbidden");
    await expect(getAccount(admin, UNKNOWN)).rejects.toThrow("access.account_unknown");
    await expect(getAccount(admin, Number.NaN)).rejects.toThrow("access.account_unknown");
  });
});

describe("closing an account", () => {
  it("ends its sessions at once, keeps its roles, and stands in the audit with the reason", async () => {
    const { id } = await makeAccount(database.pool);
    const token = await startSession(id, client);
    expect(await disableAccount(admin, { id, version: 1, reason: REASON })).toEqual({ ended: 1 });
    expect(await loadSession(token)).toBeNull();
    expect((await getAccount(admin, id)).assignments).toHaveLength(1);
    expect(await lastAudit("account")).toEqual({
      actor: `account:${admin.accountId}`,
      reason: REASON,
      old: { status: "ACTIVE", version: 1 },
      new: { status: "DISABLED", version: 2 },
    });
    const events = await rowsOf("SELECT result FROM sign_in_event WHERE account_id = $1", [id]);
    expect(events).toEqual([{ result: "account_closed" }]);
    await expect(disableAccount(admin, { id, version: 2, reason: REASON })).rejects.toThrow(
      "access.account_closed_already",
    );
    await enableAccount(admin, { id, version: 2, reason: REASON });
    // What ended stays ended.
    expect(await loadSession(token)).toBeNull();
    expect(await loadSession(await startSession(id, client))).not.toBeNull();
    await expect(enableAccount(admin, { id, version: 3, reason: REASON })).rejects.toThrow(
      "access.account_open_already",
    );
  });

  it("is refused for oneself, by others than administrators, for nobody, and when somebody was faster", async () => {
    const { id } = await makeAccount(database.pool);
    const input = { id, version: 1, reason: REASON };
    await expect(disableAccount(admin, { ...input, id: admin.accountId })).rejects.toThrow("not_to_oneself");
    await expect(disableAccount(auditor, input)).rejects.toThrow("access.forbidden");
    await expect(disableAccount(admin, { ...input, id: UNKNOWN })).rejects.toThrow("account_unknown");
    await expect(disableAccount(admin, { ...input, version: 7 })).rejects.toThrow("account_stale");
    expect((await getAccount(admin, id)).status).toBe("ACTIVE");
  });

  it("never leaves the campus without an administrator, not even when two close each other at once", async () => {
    const second = await makeAccount(database.pool, { role: "admin" });
    const other = accountActor({ role: "admin", accountId: second.id });
    const results = await Promise.allSettled([
      disableAccount(admin, { id: second.id, version: 1, reason: REASON }),
      disableAccount(other, { id: admin.accountId, version: 1, reason: REASON }),
    ]);
    const refused = results.filter((result) => result.status === "rejected");
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({ code: "access.last_admin", kind: "refused" });
    const open = await rowsOf<{ id: number }>(
      `SELECT a.id FROM account a JOIN role_assignment r ON r.account_id = a.id
        WHERE r.role = 'admin' AND a.status = 'ACTIVE'`,
    );
    expect(open).toHaveLength(1);
    // The one that is left goes on in the tests below.
    admin = accountActor({ role: "admin", accountId: open[0]?.id ?? 0 });
  });
});

describe("in read-only mode", () => {
  it("somebody can be kept out, and nothing else is done", async () => {
    const { id } = await makeAccount(database.pool);
    const tokens = [
      await startSession(id, client),
      await startSession(id, client),
      await startSession(id, client),
    ];
    const [one] = tokens;
    const lever = (value: boolean, version: number) =>
      changeSetting(systemActor("test"), {
        key: "operations.read_only",
        value: String(value),
        validFrom: campusToday(),
        version,
        reason: "the lever of the test",
      });
    await lever(true, 0);
    try {
      await endAccountSession(admin, { id, sessionId: one?.sessionId ?? "" });
      expect(await endAccountSessions(admin, { id, reason: REASON })).toEqual({ ended: 2 });
      await disableAccount(admin, { id, version: 1, reason: REASON });
      await expect(enableAccount(admin, { id, version: 2, reason: REASON })).rejects.toThrow("read_only");
    } finally {
      await lever(false, 1);
    }
  });
});

describe("ending sessions of somebody", () => {
  it("ends one or all, and the audit says who did it", async () => {
    const [mine, theirs] = [await makeAccount(database.pool), await makeAccount(database.pool)];
    const [one, two, foreign] = [
      await startSession(mine.id, client),
      await startSession(mine.id, client),
      await startSession(theirs.id, client),
    ];
    await endAccountSession(admin, { id: mine.id, sessionId: one.sessionId });
    expect([await loadSession(one), await loadSession(two)]).toMatchObject([null, {}]);
    await expect(endAccountSession(admin, { id: mine.id, sessionId: one.sessionId })).rejects.toThrow(
      "auth.session_not_found",
    );
    // The id of a session beside the account of somebody else names nothing.
    await expect(endAccountSession(admin, { id: mine.id, sessionId: foreign.sessionId })).rejects.toThrow(
      "auth.session_not_found",
    );
    expect(await endAccountSessions(admin, { id: mine.id, reason: REASON })).toEqual({ ended: 1 });
    expect(await loadSession(two)).toBeNull();
    expect(await loadSession(foreign)).not.toBeNull();
    expect(await lastAudit("access.sessions_ended")).toMatchObject({
      actor: `account:${admin.accountId}`,
      reason: REASON,
      new: { account_id: mine.id, sessions: 1 },
    });
    await expect(endAccountSessions(auditor, { id: mine.id, reason: REASON })).rejects.toThrow("forbidden");
  });

  it("shows them before with device, place, proof and end", async () => {
    const { id } = await makeAccount(database.pool, { role: "cashier" });
    const { sessionId } = await startSession(id, client, { provider: "KEYCLOAK", providerSession: "s" });
    const [shown] = await readSessions(id, ["cashier"], null);
    expect(shown).toMatchObject({
      id: sessionId,
      current: false,
      provider: "KEYCLOAK",
      role: "cashier",
      device: { browser: "Firefox", system: "Android" },
      ip: "203.0.113.1",
    });
    const idle = Date.parse(shown?.endsAt ?? "") - Date.parse(shown?.lastSeenAt ?? "");
    expect(idle).toBe(30 * 60_000);
    await database.pool.query(
      "UPDATE account_session SET last_seen_at = now() - interval '31 minutes' WHERE id = $1",
      [sessionId],
    );
    // Idle for longer than its roles allow: dead, though nobody ended it.
    expect(await readSessions(id, ["cashier"], null)).toEqual([]);
    expect(await readSessions(id, [], null)).toEqual([]);
  });
});

describe("local accounts", () => {
  it("begin with a password that works, without a role, in the audit without the password", async () => {
    const password = makeFirstPassword();
    const input = { email: "New.One@Test.naga.example", displayName: "NEW One", password, reason: REASON };
    const { id } = await createLocalAccount(admin, input);
    const [row] = await rowsOf<{ email: string; password_hash: string }>(
      "SELECT email::text, password_hash FROM account WHERE id = $1",
      [id],
    );
    expect(row?.email).toBe("new.one@test.naga.example");
    expect(await verifyPassword(row?.password_hash ?? null, password)).toBe(true);
    await expect(startSession(id, client)).rejects.toThrow("auth.no_role");
    expect(JSON.stringify(await lastAudit("account"))).not.toMatch(new RegExp(`${password}|argon2`));
    await expect(createLocalAccount(admin, input)).rejects.toMatchObject({
      kind: "conflict",
      code: "access.email_taken",
    });
    await expect(createLocalAccount(admin, { ...input, password: "short" })).rejects.toMatchObject({
      fields: { password: ["auth.password_too_short"] },
    });
    await expect(createLocalAccount(auditor, input)).rejects.toThrow("access.forbidden");
  });

  it("get a new password: the old one and every session are dead", async () => {
    const [old, next] = [makeFirstPassword(), makeFirstPassword()];
    const { id } = await makeAccount(database.pool, { passwordHash: await hashPassword(old) });
    const token = await startSession(id, client);
    const input = { id, version: await versionOf(id), password: next, reason: REASON };
    expect(await resetLocalPassword(admin, input)).toEqual({ ended: 1 });
    const [row] = await rowsOf<{ password_hash: string }>("SELECT password_hash FROM account WHERE id = $1", [
      id,
    ]);
    expect(await verifyPassword(row?.password_hash ?? null, next)).toBe(true);
    expect(await verifyPassword(row?.password_hash ?? null, old)).toBe(false);
    expect(await loadSession(token)).toBeNull();
    expect(await lastAudit("account")).toMatchObject({ reason: REASON, new: { password_hash: "[changed]" } });
    await expect(resetLocalPassword(admin, input)).rejects.toThrow("access.account_stale");
    await expect(resetLocalPassword(admin, { ...input, id: admin.accountId })).rejects.toThrow(
      "not_to_oneself",
    );
    const persona = await makeAccount(database.pool, { persona: true });
    await expect(resetLocalPassword(admin, { ...input, id: persona.id, version: 1 })).rejects.toThrow(
      "access.no_local_password",
    );
  });

  it("is not given to another administrator, who could then confirm the giver's own requests", async () => {
    const other = await makeAccount(database.pool, { role: "admin", passwordHash: await hashPassword("x") });
    const password = makeFirstPassword();
    await expect(
      resetLocalPassword(admin, { id: other.id, version: 1, password, reason: REASON }),
    ).rejects.toThrow("access.password_of_second_person");
    const [row] = await rowsOf<{ password_hash: string }>("SELECT password_hash FROM account WHERE id = $1", [
      other.id,
    ]);
    expect(await verifyPassword(row?.password_hash ?? null, password)).toBe(false);
  });
});

describe("where Keycloak keeps the accounts", () => {
  const variables = {
    KEYCLOAK_ISSUER: "http://127.0.0.1:9/realms/naga",
    KEYCLOAK_CLIENT_ID: "naga-sis",
    KEYCLOAK_CLIENT_SECRET: "x".repeat(32),
  };
  afterEach(() => {
    for (const name of Object.keys(variables)) delete process.env[name];
    forgetEnv();
  });

  it("none is made here and no password is given", async () => {
    Object.assign(process.env, variables);
    forgetEnv();
    const password = makeFirstPassword();
    const { id } = await makeAccount(database.pool, { passwordHash: "x" });
    await expect(
      createLocalAccount(admin, { email: "x@y.example", displayName: "X", password, reason: REASON }),
    ).rejects.toThrow("access.accounts_kept_elsewhere");
    await expect(resetLocalPassword(admin, { id, version: 1, password, reason: REASON })).rejects.toThrow(
      "access.accounts_kept_elsewhere",
    );
    // Closing works all the same.
    expect(await disableAccount(admin, { id, version: 1, reason: REASON })).toEqual({ ended: 0 });
  });
});
