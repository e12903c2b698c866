import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lifetimeOf } from "@/lib/platform/auth/lifetimes";
import { listSessions } from "@/lib/platform/auth/session-list";
import { loadSession } from "@/lib/platform/auth/session-lookup";
import { revokeSession, revokeSessions, rotateSession, startSession } from "@/lib/platform/auth/sessions";
import { decodeToken, encodeToken, type SessionToken } from "@/lib/platform/auth/token";
import { campusToday } from "@/lib/platform/dates/campus";
import { makeAccount } from "@/tests/factories/account";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

const client = { ip: "203.0.113.1", userAgent: "Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0 Safari/537.36" };

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const change = async (sql: string, values: unknown[]) => {
  const connection = await database.pool.connect();
  await connection.query("BEGIN");
  await connection.query("SELECT set_config('naga.actor', 'system:test', true)");
  await connection.query(sql, values);
  await connection.query("COMMIT");
  connection.release();
};
const grant = (accountId: number, role: string, from = "2020-01-01", to: string | null = null) =>
  change(
    `INSERT INTO role_assignment (account_id, role, valid_from, valid_to, authority_level, granted_by)
     VALUES ($1, $2, $3, $4, 3, 'system:test')`,
    [accountId, role, from, to],
  );
const actorOf = async (token: SessionToken) => (await loadSession(token))?.actor ?? null;

describe("a session", () => {
  it("is its person, role, rights, scopes and choices", async () => {
    const account = await makeAccount(database.pool, { role: "registrar", authorityLevel: 2 });
    const token = await startSession(account.id, client);
    expect(await actorOf(token)).toMatchObject({
      accountId: account.id,
      email: account.email,
      role: "registrar",
      roles: ["registrar"],
      authorityLevel: 2,
      scopes: [{ kind: "ALL", ref: null }],
      locale: "en",
    });
  });

  it("ends when the strictest of the roles held by now allows no more, also after a switch", async () => {
    const account = await makeAccount(database.pool, { role: "student" });
    const token = await startSession(account.id, client);
    await change("UPDATE account_session SET created_at = now() - interval '11 hours' WHERE id = $1", [
      token.sessionId,
    ]);
    expect(await actorOf(token)).not.toBeNull();
    await grant(account.id, "admin");
    expect(await actorOf(token)).toBeNull();
    const switched = await rotateSession(token, "admin", client);
    const { rows } = await database.pool.query<{ hours: number }>(
      "SELECT extract(epoch FROM expires_at - now())::float8 / 3600 AS hours FROM account_session WHERE id = $1",
      [switched.sessionId],
    );
    expect(rows[0]?.hours).toBeLessThanOrEqual(10.01);
  });

  it("belongs to its account only", async () => {
    const [mine, theirs] = [await makeAccount(database.pool), await makeAccount(database.pool)];
    const token = await startSession(mine.id, client);
    expect(await actorOf({ ...token, accountId: theirs.id })).toBeNull();
    expect(await revokeSession({ ...token, accountId: theirs.id }, "signed_out")).toBe(false);
    expect(await actorOf(token)).not.toBeNull();
  });

  it("ends at once when it is revoked, one or all", async () => {
    const account = await makeAccount(database.pool);
    const [a, b, c] = [
      await startSession(account.id, client),
      await startSession(account.id, client),
      await startSession(account.id, client),
    ];
    await revokeSession(a, "signed_out");
    expect(await actorOf(a)).toBeNull();
    expect(await revokeSessions(account.id, "password_changed", c.sessionId)).toBe(1);
    expect(await actorOf(b)).toBeNull();
    expect(await actorOf(c)).not.toBeNull();
    expect(await revokeSessions(account.id, "signed_out_everywhere")).toBe(1);
    expect(await actorOf(c)).toBeNull();
  });

  it("ends with its account", async () => {
    const account = await makeAccount(database.pool);
    const token = await startSession(account.id, client);
    await change("UPDATE account SET status = 'DISABLED' WHERE id = $1", [account.id]);
    expect(await actorOf(token)).toBeNull();
  });

  it("ends after idling, and at its absolute end", async () => {
    const account = await makeAccount(database.pool, { role: "cashier" });
    const token = await startSession(account.id, client);
    const { idle } = lifetimeOf(["cashier"]);
    const seen = (seconds: number) =>
      database.pool.query(
        "UPDATE account_session SET last_seen_at = now() - make_interval(secs => $2) WHERE id = $1",
        [token.sessionId, seconds],
      );
    await seen(idle - 5);
    expect(await loadSession(token)).toMatchObject({ touch: true });
    await seen(idle + 5);
    expect(await actorOf(token)).toBeNull();
    await seen(0);
    expect(await loadSession(token)).toMatchObject({ touch: false });
    // A second ago, not now: the column rounds to milliseconds, and may round up.
    await database.pool.query(
      "UPDATE account_session SET expires_at = now() - interval '1 second' WHERE id = $1",
      [token.sessionId],
    );
    expect(await actorOf(token)).toBeNull();
  });
});

describe("roles", () => {
  it("count from their first day to the day before their end", async () => {
    const account = await makeAccount(database.pool, { role: "student" });
    const today = campusToday();
    await grant(account.id, "auditor", "2020-01-01", today);
    await grant(account.id, "registrar", "2020-01-01", "2999-01-01");
    await grant(account.id, "operator", "2999-01-01");
    expect((await actorOf(await startSession(account.id, client)))?.roles).toEqual(["student", "registrar"]);
  });

  it("switch under a new id and the old end; the old id is dead", async () => {
    const account = await makeAccount(database.pool, { role: "teacher" });
    await grant(account.id, "academic_director");
    const before = await startSession(account.id, client);
    const after = await rotateSession(before, "academic_director", client);
    expect(after.sessionId).not.toBe(before.sessionId);
    expect(await actorOf(before)).toBeNull();
    expect(await actorOf(after)).toMatchObject({ role: "academic_director", authorityLevel: 3 });
    await expect(rotateSession(before, "teacher", client)).rejects.toThrow("access.sign_in_first");
    const { rows } = await database.pool.query(
      "SELECT count(DISTINCT expires_at)::int AS ends FROM account_session WHERE account_id = $1",
      [account.id],
    );
    expect(rows[0]).toEqual({ ends: 1 });
    // The next sign-in goes on in the role used last.
    expect((await actorOf(await startSession(account.id, client)))?.role).toBe("academic_director");
  });

  it("that are taken away leave the session with what remains, or with nothing", async () => {
    const account = await makeAccount(database.pool, { role: "teacher" });
    await grant(account.id, "registrar");
    const token = await rotateSession(await startSession(account.id, client), "registrar", client);
    await change("UPDATE role_assignment SET valid_to = $2 WHERE account_id = $1 AND role = 'registrar'", [
      account.id,
      campusToday(),
    ]);
    expect((await actorOf(token))?.role).toBe("teacher");
    await change("UPDATE role_assignment SET valid_to = $2 WHERE account_id = $1", [
      account.id,
      campusToday(),
    ]);
    expect(await actorOf(token)).toBeNull();
  });

  it("live as short as the strictest of them", async () => {
    const account = await makeAccount(database.pool, { role: "student" });
    await grant(account.id, "admin");
    const { sessionId } = await startSession(account.id, client);
    const { rows } = await database.pool.query<{ hours: number }>(
      "SELECT round(extract(epoch FROM expires_at - created_at) / 3600)::int AS hours FROM account_session WHERE id = $1",
      [sessionId],
    );
    expect(rows[0]?.hours).toBe(lifetimeOf(["admin"]).absolute / 3600);
  });
});

describe("the list of sessions", () => {
  it("shows the living ones of the actor, the current first", async () => {
    const account = await makeAccount(database.pool);
    const other = await startSession(account.id, { ip: "198.51.100.9", userAgent: null });
    const current = await startSession(account.id, client);
    await revokeSession(await startSession(account.id, client), "signed_out");
    const actor = await actorOf(current);
    if (!actor) throw new Error("no actor");
    const list = await listSessions(actor);
    expect(list.map(({ id, current: here, ip }) => ({ id, here, ip }))).toEqual([
      { id: current.sessionId, here: true, ip: "203.0.113.1" },
      { id: other.sessionId, here: false, ip: "198.51.100.9" },
    ]);
    expect(list[0]?.device).toEqual({ browser: "Chrome", system: "Linux" });
  });
});

describe("the cookie", () => {
  it("carries the session's id and nothing about rights", async () => {
    const token = { accountId: 12, sessionId: "01890a5d-ac96-774b-bcce-b302099a8057" };
    const value = await encodeToken(token);
    expect(value).not.toContain(token.sessionId);
    expect(await decodeToken(value)).toEqual(token);
  });

  it.each([undefined, "", "rubbish", "a.b.c.d.e"])("%s is nobody", async (value) => {
    expect(await decodeToken(value)).toBeNull();
  });

  it("is nobody when one character is changed", async () => {
    const value = await encodeToken({ accountId: 12, sessionId: "01890a5d-ac96-774b-bcce-b302099a8057" });
    const parts = value.split(".");
    const body = parts[3] ?? "";
    parts[3] = `${body[0] === "A" ? "B" : "A"}${body.slice(1)}`;
    expect(await decodeToken(parts.join("."))).toBeNull();
  });
});
