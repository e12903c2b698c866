import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { JOBS_BY_NAME } from "@/jobs/registry";
import { followChanges } from "@/lib/platform/auth/keycloak/follow-changes";
import { followIdentity } from "@/lib/platform/auth/keycloak/follow-identity";
import { followKeycloak } from "@/lib/platform/auth/keycloak/jobs";
import { loadSession } from "@/lib/platform/auth/session-lookup";
import { startSession } from "@/lib/platform/auth/sessions";
import type { SessionToken } from "@/lib/platform/auth/token";
import { runJob } from "@/lib/platform/jobs/run";
import { makeAccount } from "@/tests/factories/account";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";
import { configureKeycloak } from "@/tests/setup/keycloak/configure";
import { KeycloakStandIn } from "@/tests/setup/keycloak/stand-in";
import type { StandInUser } from "@/tests/setup/keycloak/users";
import { getRun } from "@/tests/setup/run-jobs";

const client = { ip: "203.0.113.1", userAgent: null };
const NAME = followKeycloak.name;

let database: TestDatabase;
let keycloak: KeycloakStandIn;
beforeAll(async () => {
  database = await createTestDatabase();
  keycloak = await KeycloakStandIn.open("http://localhost:8000");
  configureKeycloak(keycloak);
});
afterAll(async () => {
  configureKeycloak(null);
  await keycloak.close();
  await database.close();
});
beforeEach(() => {
  keycloak.adminRequests = [];
  keycloak.realm.adminEvents.length = 0;
  keycloak.realm.userEvents.length = 0;
});

async function signedIn(over: Partial<StandInUser> = {}) {
  const account = await makeAccount(database.pool, { role: null });
  const user = keycloak.realm.add({
    email: account.email,
    roles: ["teacher", "registrar"],
    groups: ["/campus"],
    ...over,
  });
  await followIdentity(
    {
      subject: user.id,
      email: user.email,
      emailVerified: true,
      displayName: "Person Test",
      realmRoles: user.roles,
      groups: user.groups,
      authorityLevel: null,
    },
    "test",
  );
  const token = await startSession(account.id, client, { provider: "KEYCLOAK", providerSession: user.id });
  return { user, token, accountId: account.id };
}

const follow = () => followChanges(new Date(Date.now() - 5_000), new AbortController().signal);
const actorOf = async (token: SessionToken) => (await loadSession(token))?.actor ?? null;

describe("what is changed in Keycloak while people are signed in", () => {
  it("takes roles, groups and names over; the session goes on", async () => {
    const { user, token } = await signedIn();
    keycloak.realm.change(user.id, {
      roles: ["registrar"],
      authorityLevel: 2,
      lastName: "Chan",
      firstName: "Sophea",
    });
    expect(await follow()).toMatchObject({ changed: 1, ended: 0 });
    expect(await actorOf(token)).toMatchObject({
      roles: ["registrar"],
      authorityLevel: 2,
      displayName: "Chan Sophea",
    });
  });

  it("signs out whoever is disabled or deleted, and takes what came from there", async () => {
    const [disabled, deleted, untouched] = [await signedIn(), await signedIn(), await signedIn()];
    keycloak.realm.change(disabled.user.id, { enabled: false });
    keycloak.realm.remove(deleted.user.id);
    expect(await follow()).toMatchObject({ changed: 2, ended: 2 });
    for (const { token, accountId } of [disabled, deleted]) {
      expect(await actorOf(token)).toBeNull();
      const { rows } = await database.pool.query(
        "SELECT 1 FROM role_assignment WHERE account_id = $1 AND (valid_to IS NULL OR valid_to > current_date + 1)",
        [accountId],
      );
      expect(rows).toEqual([]);
    }
    expect(await actorOf(untouched.token)).not.toBeNull();
  });

  it("ends sessions older than a sign-out that was ordered there, and no later one", async () => {
    const { user, token, accountId } = await signedIn();
    keycloak.realm.change(
      user.id,
      { notBefore: Math.floor(Date.now() / 1000) - 60 },
      `users/${user.id}/logout`,
    );
    expect(await follow()).toMatchObject({ changed: 1, ended: 0 });
    expect(await actorOf(token)).not.toBeNull();
    await database.pool.query(
      "UPDATE account_session SET created_at = now() - interval '2 days' WHERE account_id = $1",
      [accountId],
    );
    await follow();
    expect(await actorOf(token)).toBeNull();
  });

  it("leaves nobody signed in whose last role was taken away", async () => {
    const { user, token } = await signedIn();
    keycloak.realm.change(user.id, { roles: [] }, `users/${user.id}/role-mappings/realm`);
    await follow();
    expect(await actorOf(token)).toBeNull();
  });

  it("asks for everybody who is signed in when a group or a role itself changes", async () => {
    const { user, token } = await signedIn();
    Object.assign(user, { roles: ["teacher"] });
    keycloak.realm.note("groups/4711/role-mappings/realm");
    await follow();
    expect((await actorOf(token))?.roles).toEqual(["teacher"]);
  });

  it("hears what people change about themselves", async () => {
    const { user, token } = await signedIn();
    Object.assign(user, { lastName: "Keo" });
    keycloak.realm.userEvents.unshift({ time: Date.now(), userId: user.id, type: "UPDATE_PROFILE" });
    await follow();
    expect((await actorOf(token))?.displayName).toBe("Keo Test");
  });

  it("costs two requests, however many are signed in, and passes strangers and old events by", async () => {
    await signedIn();
    const stranger = keycloak.realm.add({ email: "stranger@test.naga.example" });
    keycloak.realm.note(`users/${stranger.id}`);
    keycloak.realm.adminEvents.push({ time: Date.now() - 60_000, resourcePath: "groups/1" });
    expect(await follow()).toMatchObject({ changed: 0 });
    expect(keycloak.adminRequests).toEqual(["admin-events", "events"]);
  });

  it("reads on from page to page until it meets an old event", async () => {
    const { user, token } = await signedIn();
    keycloak.realm.change(user.id, { roles: ["teacher"] });
    for (let more = 0; more < 700; more += 1) keycloak.realm.note("clients/1");
    await follow();
    expect((await actorOf(token))?.roles).toEqual(["teacher"]);
    expect(keycloak.adminRequests.filter((path) => path === "admin-events")).toHaveLength(2);
  });
});

describe("the job of each minute", () => {
  async function run(): Promise<{ id: string; status: string; result: Record<string, unknown> | null }> {
    const id = crypto.randomUUID();
    await runJob(JOBS_BY_NAME.get(NAME), {
      id,
      name: NAME,
      lane: "quick",
      signal: new AbortController().signal,
      mayRetry: false,
    });
    return getRun(id);
  }

  it("goes on where the last one ended, and keeps the list of jobs short", async () => {
    const { user, token } = await signedIn();
    const first = await run();
    expect(first).toMatchObject({ status: "SUCCEEDED", result: { until: expect.any(String) } });
    await database.pool.query("UPDATE job_run SET created_at = created_at - interval '1 minute'");
    keycloak.realm.change(user.id, { enabled: false });
    expect((await run()).result).toMatchObject({ ended: 1 });
    expect(await actorOf(token)).toBeNull();
    for (let more = 0; more < 4; more += 1) await run();
    const { rows } = await database.pool.query("SELECT count(*)::int AS runs FROM job_run WHERE name = $1", [
      NAME,
    ]);
    expect(rows[0].runs).toBeLessThan(6);
  });

  it("forgets the ID token of a session that ended some minutes ago, and of no other", async () => {
    const [over, living] = [await signedIn(), await signedIn()];
    const ids = [over.token.sessionId, living.token.sessionId];
    await database.pool.query("UPDATE account_session SET id_token = 'token' WHERE id = ANY($1)", [ids]);
    await database.pool.query(
      "UPDATE account_session SET revoked_at = now() - interval '11 minutes', revoked_why = 'signed_out' WHERE id = $1",
      [over.token.sessionId],
    );
    await run();
    const { rows } = await database.pool.query(
      "SELECT id_token FROM account_session WHERE id = ANY($1) ORDER BY revoked_at NULLS LAST",
      [ids],
    );
    expect(rows).toEqual([{ id_token: null }, { id_token: "token" }]);
  });

  it("fails while Keycloak is down, ends nobody's session, and catches up afterwards", async () => {
    const { user, token } = await signedIn();
    await run();
    keycloak.realm.change(user.id, { roles: ["registrar"] });
    await keycloak.goDown();
    // What was discovered is known for some seconds; the outage shows at the token endpoint all the same.
    const failed = await run();
    expect(failed).toMatchObject({ status: "FAILED", error: { code: "auth.provider_unavailable" } });
    expect((await actorOf(token))?.roles).toHaveLength(2);
    await keycloak.comeBack();
    expect((await run()).status).toBe("SUCCEEDED");
    expect((await actorOf(token))?.roles).toEqual(["registrar"]);
  });

  it("is scheduled only where Keycloak is configured", async () => {
    const schedule = async () => {
      vi.resetModules();
      return (await import("@/lib/platform/auth/keycloak/jobs")).followKeycloak.schedule;
    };
    expect(await schedule()).toBe("* * * * *");
    configureKeycloak(null);
    try {
      expect(await schedule()).toBeUndefined();
    } finally {
      configureKeycloak(keycloak);
    }
  });
});
