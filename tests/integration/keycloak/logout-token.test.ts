import { generateKeyPair, UnsecuredJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endByLogoutToken } from "@/lib/platform/auth/keycloak/backchannel";
import { loadSession } from "@/lib/platform/auth/session-lookup";
import { startSession } from "@/lib/platform/auth/sessions";
import type { SessionToken } from "@/lib/platform/auth/token";
import { makeAccount } from "@/tests/factories/account";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";
import { configureKeycloak } from "@/tests/setup/keycloak/configure";
import { KeycloakStandIn } from "@/tests/setup/keycloak/stand-in";

const client = { ip: "203.0.113.1", userAgent: null };
const EVENTS = { "http://schemas.openid.net/event/backchannel-logout": {} };

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

async function signedIn(): Promise<{ subject: string; sid: string; token: SessionToken; accountId: number }> {
  const { id } = await makeAccount(database.pool);
  const [subject, sid] = [crypto.randomUUID(), crypto.randomUUID()];
  const connection = await database.pool.connect();
  await connection.query("BEGIN");
  await connection.query("SELECT set_config('naga.actor', 'system:test', true)");
  await connection.query("UPDATE account SET subject = $2 WHERE id = $1", [id, subject]);
  await connection.query("COMMIT");
  connection.release();
  const token = await startSession(id, client, { provider: "KEYCLOAK", providerSession: sid });
  return { subject, sid, token, accountId: id };
}

const lives = async (token: SessionToken) => (await loadSession(token)) !== null;
const refused = { kind: "invalid", code: "auth.logout_token" };

describe("a logout token of Keycloak", () => {
  it("ends the session of its sid, and no other of the same person", async () => {
    const { sid, subject, token, accountId } = await signedIn();
    const other = await startSession(accountId, client, { provider: "KEYCLOAK", providerSession: "other" });
    expect(await endByLogoutToken(await keycloak.logoutToken({ sid, sub: subject }))).toBe(1);
    expect([await lives(token), await lives(other)]).toEqual([false, true]);
  });

  it("ends every session of its subject, but not one opened long after it", async () => {
    const { subject, token } = await signedIn();
    const minuteAgo = Math.floor(Date.now() / 1000) - 60;
    expect(
      await endByLogoutToken(await keycloak.logoutToken({ sub: subject }, { issuedAt: minuteAgo })),
    ).toBe(0);
    expect(await lives(token)).toBe(true);
    expect(await endByLogoutToken(await keycloak.logoutToken({ sub: subject }))).toBe(1);
    expect(await lives(token)).toBe(false);
  });

  it("works once", async () => {
    const { subject } = await signedIn();
    const again = await keycloak.logoutToken({ sub: subject });
    expect(await endByLogoutToken(again)).toBe(1);
    await expect(endByLogoutToken(again)).rejects.toMatchObject(refused);
  });

  it.each<[string, (sid: string) => Promise<string>]>([
    ["another issuer", (sid) => keycloak.logoutToken({ sid }, { issuer: "http://127.0.0.1/realms/other" })],
    ["another audience", (sid) => keycloak.logoutToken({ sid }, { audience: "account" })],
    ["an old one", (sid) => keycloak.logoutToken({ sid }, { issuedAt: Math.floor(Date.now() / 1000) - 300 })],
    [
      "one of the future",
      (sid) => keycloak.logoutToken({ sid }, { issuedAt: Math.floor(Date.now() / 1000) + 300 }),
    ],
    ["one with a nonce, which is an ID token", (sid) => keycloak.logoutToken({ sid, nonce: "n" })],
    ["one without the event", (sid) => keycloak.logoutToken({ sid, events: {} })],
    ["one without an id", (sid) => keycloak.logoutToken({ sid, jti: undefined })],
    ["one that names nobody", () => keycloak.logoutToken({})],
    [
      "one signed with another key",
      async (sid) => {
        const { privateKey } = await generateKeyPair("RS256");
        return keycloak.sign(
          { iss: keycloak.issuer, aud: "naga-web", iat: now(), jti: "k", sid, events: EVENTS },
          privateKey,
        );
      },
    ],
    [
      "one signed with nothing",
      async (sid) =>
        new UnsecuredJWT({
          iss: keycloak.issuer,
          aud: "naga-web",
          iat: now(),
          jti: "u",
          sid,
          events: EVENTS,
        }).encode(),
    ],
    ["no token at all", async () => "logout"],
  ])("is refused: %s", async (_, make) => {
    const { sid, token } = await signedIn();
    await expect(endByLogoutToken(await make(sid))).rejects.toMatchObject(refused);
    expect(await lives(token)).toBe(true);
  });

  it("ends nobody who came in by another way, and nothing where no Keycloak is configured", async () => {
    const { accountId, subject } = await signedIn();
    const emergency = await startSession(accountId, client, { provider: "EMERGENCY", providerSession: "e" });
    await endByLogoutToken(await keycloak.logoutToken({ sid: "e", sub: subject }));
    expect(await lives(emergency)).toBe(true);
    const token = await keycloak.logoutToken({ sub: subject });
    configureKeycloak(null);
    try {
      await expect(endByLogoutToken(token)).rejects.toMatchObject({ kind: "not_found" });
    } finally {
      configureKeycloak(keycloak);
    }
  });

  it("cannot be judged while Keycloak is down, and Keycloak hears so", async () => {
    const { sid } = await signedIn();
    const token = await keycloak.logoutToken({ sid });
    configureKeycloak({ env: { ...keycloak.env, KEYCLOAK_ISSUER: "http://127.0.0.1:9/realms/naga" } });
    try {
      await expect(endByLogoutToken(token)).rejects.toMatchObject({ kind: "unavailable" });
    } finally {
      configureKeycloak(keycloak);
    }
  });
});

function now(): number {
  return Math.floor(Date.now() / 1000);
}
