import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "@/lib/platform/access/actor";
import { openEmergencies, openEmergency } from "@/lib/platform/auth/emergency";
import { followIdentity } from "@/lib/platform/auth/keycloak/follow-identity";
import { hashPassword } from "@/lib/platform/auth/password";
import { personasAllowed } from "@/lib/platform/auth/personas";
import { loadSession } from "@/lib/platform/auth/session-lookup";
import { startSession } from "@/lib/platform/auth/sessions";
import { signInWithPassword } from "@/lib/platform/auth/sign-in";
import { storedReason } from "@/lib/platform/i18n/stored-reason";
import { resetLimits } from "@/lib/platform/rate-limit/store";
import { makeAccount } from "@/tests/factories/account";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";
import { configureKeycloak } from "@/tests/setup/keycloak/configure";

const client = { ip: "203.0.113.1", userAgent: null };
const actor = systemActor("command-line");
const password = "correct horse battery staple";
const KEYCLOAK = {
  env: {
    KEYCLOAK_ISSUER: "http://127.0.0.1:9/realms/naga",
    KEYCLOAK_CLIENT_ID: "naga-web",
    KEYCLOAK_CLIENT_SECRET: "nobody-listens-there",
  },
};

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  configureKeycloak(KEYCLOAK);
  resetLimits();
});
afterAll(async () => {
  configureKeycloak(null);
  await database.close();
});

let made = 0;
const address = () => {
  made += 1;
  return `emergency-${made}@test.naga.example`;
};
const open = (email: string) => openEmergency(actor, { email, reason: "Keycloak is down", password });
const refused = { kind: "unauthenticated", code: "auth.local_refused" };

async function results(email: string): Promise<string[]> {
  const { rows } = await database.pool.query<{ result: string }>(
    "SELECT result FROM sign_in_event WHERE email = $1 ORDER BY id",
    [email],
  );
  return rows.map(({ result }) => result);
}

async function overNow(accountId: number): Promise<void> {
  const connection = await database.pool.connect();
  await connection.query("BEGIN");
  await connection.query("SELECT set_config('naga.actor', 'system:test', true)");
  await connection.query("UPDATE account SET emergency_until = now() - interval '1 second' WHERE id = $1", [
    accountId,
  ]);
  await connection.query("COMMIT");
  connection.release();
}

describe("where Keycloak is configured", () => {
  it("passwords open nothing, right or wrong, with one answer; the history says why", async () => {
    const account = await makeAccount(database.pool, { passwordHash: await hashPassword(password) });
    for (const [email, given] of [
      [account.email, password],
      [account.email, "wrong password entirely"],
      ["nobody@test.naga.example", password],
    ] as const)
      await expect(signInWithPassword({ email, password: given }, client)).rejects.toMatchObject(refused);
    expect(await results(account.email)).toEqual(["local_refused", "local_refused"]);
    expect(personasAllowed()).toBe(false);
  });

  it("sessions that began by password before are over", async () => {
    const account = await makeAccount(database.pool);
    const tokens = await Promise.all(
      (["PASSWORD", "PERSONA", "KEYCLOAK"] as const).map((provider) =>
        startSession(account.id, client, { provider }),
      ),
    );
    const alive = await Promise.all(tokens.map(async (token) => (await loadSession(token)) !== null));
    expect(alive).toEqual([false, false, true]);
  });
});

describe("an emergency administrator", () => {
  it("comes in once, as admin, and stands in the audit with the reason", async () => {
    const email = address();
    const { accountId } = await open(email);
    expect(await signInWithPassword({ email, password }, client)).toBe(accountId);
    const token = await startSession(accountId, client, { provider: "EMERGENCY" });
    expect((await loadSession(token))?.actor).toMatchObject({ role: "admin", provider: "EMERGENCY" });
    await expect(signInWithPassword({ email, password }, client)).rejects.toMatchObject(refused);
    expect(await results(email)).toEqual(["emergency", "wrong_password"]);
    const { rows } = await database.pool.query(
      "SELECT DISTINCT actor, reason FROM audit.entry WHERE table_name = 'role_assignment' AND new ->> 'account_id' = $1",
      [String(accountId)],
    );
    expect(rows).toEqual([
      { actor: "system:command-line", reason: storedReason("emergency", { words: "Keycloak is down" }) },
    ]);
  });

  it("of two who use the password at once lets one in", async () => {
    const email = address();
    await open(email);
    const tries = await Promise.allSettled([1, 2].map(() => signInWithPassword({ email, password }, client)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("ends with the hour, session and password", async () => {
    const email = address();
    const { accountId, until } = await open(email);
    expect(until.getTime() - Date.now()).toBeLessThanOrEqual(60 * 60 * 1000);
    const token = await startSession(accountId, client, { provider: "EMERGENCY" });
    const before = await openEmergencies();
    await overNow(accountId);
    expect(await loadSession(token)).toBeNull();
    expect(await openEmergencies()).toBe(before - 1);
    await expect(signInWithPassword({ email, password }, client)).rejects.toMatchObject(refused);
  });

  it("opened again ends what was open, with a new password", async () => {
    const email = address();
    const { accountId } = await open(email);
    const token = await startSession(accountId, client, { provider: "EMERGENCY" });
    await openEmergency(actor, { email, reason: "Again", password: "another long sentence" });
    expect(await loadSession(token)).toBeNull();
    await expect(signInWithPassword({ email, password }, client)).rejects.toMatchObject(refused);
    expect(await signInWithPassword({ email, password: "another long sentence" }, client)).toBe(accountId);
  });

  it("is nobody's everyday account, neither before nor after", async () => {
    const everyday = await makeAccount(database.pool);
    await expect(open(everyday.email)).rejects.toMatchObject({ code: "auth.emergency_taken" });
    const email = address();
    const { accountId } = await open(email);
    await overNow(accountId);
    const thief = {
      subject: crypto.randomUUID(),
      email,
      emailVerified: true,
      displayName: "Sok Dara",
      realmRoles: ["teacher"],
      groups: [],
      authorityLevel: null,
    };
    await expect(followIdentity(thief, "test")).rejects.toMatchObject({ code: "auth.nobody_here" });
  });
});
