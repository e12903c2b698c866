import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { followIdentity } from "@/lib/platform/auth/keycloak/follow-identity";
import { followLately } from "@/lib/platform/auth/keycloak/follow-lately";
import { loadSession } from "@/lib/platform/auth/session-lookup";
import { startSession } from "@/lib/platform/auth/sessions";
import { makeAccount } from "@/tests/factories/account";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";
import { configureKeycloak } from "@/tests/setup/keycloak/configure";
import { KeycloakStandIn } from "@/tests/setup/keycloak/stand-in";

const client = { ip: "203.0.113.1", userAgent: null };

let database: TestDatabase;
let keycloak: KeycloakStandIn;
beforeAll(async () => {
  database = await createTestDatabase();
  keycloak = await KeycloakStandIn.open("http://localhost:8000");
});
afterAll(async () => {
  vi.useRealTimers();
  configureKeycloak(null);
  await keycloak.close();
  await database.close();
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
  configureKeycloak(keycloak);
  keycloak.adminRequests = [];
  keycloak.realm.adminEvents.length = 0;
  // As in a process that has just begun.
  delete (globalThis as { [key: symbol]: unknown })[Symbol.for("naga.keycloak.lately")];
});

async function signedIn() {
  const account = await makeAccount(database.pool, { role: null });
  const user = keycloak.realm.add({
    email: account.email,
    roles: ["teacher", "registrar"],
    groups: ["/campus"],
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

/** With more patience than a request has: two cores may be busy. */
const followed = (accountId: number) => followLately(accountId, 30_000);

const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1_000);

describe("before a request is answered", () => {
  it("a role taken away in Keycloak is gone with the next request, without the job", async () => {
    const { user, token, accountId } = await signedIn();
    expect(await followed(accountId)).toBe(false);
    later(3);
    keycloak.realm.change(user.id, { roles: ["teacher"] });
    expect(await followed(accountId)).toBe(true);
    expect((await loadSession(token))?.actor.roles).toEqual(["teacher"]);
  });

  it("whoever is disabled there is out with the next request", async () => {
    const { user, token, accountId } = await signedIn();
    keycloak.realm.change(user.id, { enabled: false });
    expect(await followed(accountId)).toBe(true);
    expect(await loadSession(token)).toBeNull();
  });

  it("asks once for many requests, and not again within two seconds", async () => {
    const { accountId } = await signedIn();
    await Promise.all(Array.from({ length: 20 }, () => followed(accountId)));
    const asked = keycloak.adminRequests.length;
    expect(asked).toBeGreaterThan(0);
    later(1);
    await followed(accountId);
    expect(keycloak.adminRequests.length).toBe(asked);
    later(2);
    await followed(accountId);
    expect(keycloak.adminRequests.length).toBe(2 * asked);
  });

  it("a changed group is looked up for those who ask, each once", async () => {
    const [one, two] = [await signedIn(), await signedIn()];
    for (const { user } of [one, two]) Object.assign(user, { roles: ["teacher"] });
    keycloak.realm.note("groups/4711/role-mappings/realm");
    expect(await followed(one.accountId)).toBe(true);
    expect((await loadSession(one.token))?.actor.roles).toEqual(["teacher"]);
    expect((await loadSession(two.token))?.actor.roles).toContain("registrar");
    expect(await followed(two.accountId)).toBe(true);
    expect((await loadSession(two.token))?.actor.roles).toEqual(["teacher"]);
    expect(await followed(one.accountId)).toBe(false);
  });

  it("lets sessions go on while Keycloak is down, and asks again later", async () => {
    const { user, token, accountId } = await signedIn();
    await keycloak.goDown();
    expect(await followed(accountId)).toBe(false);
    expect((await loadSession(token))?.actor.accountId).toBe(accountId);
    await keycloak.comeBack();
    keycloak.realm.change(user.id, { roles: ["teacher"] });
    expect(await followed(accountId)).toBe(false);
    later(31);
    expect(await followed(accountId)).toBe(true);
  });

  it("does nothing where no Keycloak is configured", async () => {
    configureKeycloak(null);
    expect(await followed(1)).toBe(false);
    expect(keycloak.adminRequests).toEqual([]);
  });
});
