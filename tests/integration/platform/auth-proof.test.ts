import { afterAll, beforeAll, expect, it } from "vitest";
import { rotateSession, startSession } from "@/lib/platform/auth/sessions";
import { makeAccount } from "@/tests/factories/account";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

const client = { ip: "203.0.113.1", userAgent: null };

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

it("how somebody proved who they are stays with the session when the role is switched", async () => {
  const account = await makeAccount(database.pool, { role: "registrar" });
  const token = await startSession(account.id, client, {
    provider: "KEYCLOAK",
    providerSession: "sid-1",
    idToken: "header.claims.signature",
  });
  const switched = await rotateSession(token, "registrar", client);
  const { rows } = await database.pool.query(
    `SELECT provider, provider_session, id_token, revoked_at IS NULL AS alive FROM account_session
      WHERE id = ANY($1) ORDER BY created_at, revoked_at`,
    [[token.sessionId, switched.sessionId]],
  );
  const proof = { provider: "KEYCLOAK", provider_session: "sid-1", id_token: "header.claims.signature" };
  expect(rows).toEqual([
    { ...proof, alive: false },
    { ...proof, alive: true },
  ]);
});
