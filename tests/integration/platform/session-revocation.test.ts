import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { disableAccount, endAccountSession, endAccountSessions } from "@/lib/platform/accounts/commands";
import { revokeSession, revokeSessions, rotateSession, startSession } from "@/lib/platform/auth/sessions";
import { encodeToken, type SessionToken } from "@/lib/platform/auth/token";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

const client = { ip: "203.0.113.1", userAgent: null };
const REASON = "a lost telephone";

let database: TestDatabase;
let other: ChildProcess;
let admin: ReturnType<typeof accountActor>;

beforeAll(async () => {
  database = await createTestDatabase();
  const { id } = await makeAccount(database.pool, { role: "admin" });
  admin = accountActor({ role: "admin", accountId: id });
  other = fork("tests/setup/session-process.ts", {
    execArgv: ["--import", "tsx", "--conditions=react-server"],
    env: { ...process.env, DATABASE_URL: database.databaseUrl },
  });
  expect(await once(other, "message")).toEqual(["ready", undefined]);
});
afterAll(async () => {
  other.kill();
  await once(other, "exit");
  await database.close();
});

/** Who the other process says is signed in with this cookie. */
async function elsewhere(token: SessionToken): Promise<number | null> {
  const answer = once(other, "message");
  other.send(await encodeToken(token));
  return (await answer)[0];
}

describe("a session that ends in one process is dead in every other with its next request", () => {
  it.each<[string, (token: SessionToken) => Promise<unknown>]>([
    ["signing out", (token) => revokeSession(token, "signed_out")],
    ["signing out everywhere", ({ accountId }) => revokeSessions(accountId, "signed_out_everywhere")],
    ["switching the role", (token) => rotateSession(token, "registrar", client)],
    [
      "an administrator who ends it",
      ({ accountId: id, sessionId }) => endAccountSession(admin, { id, sessionId }),
    ],
    [
      "an administrator who ends all",
      ({ accountId: id }) => endAccountSessions(admin, { id, reason: REASON }),
    ],
    ["a closed account", ({ accountId: id }) => disableAccount(admin, { id, version: 1, reason: REASON })],
  ])("%s", async (_what, end) => {
    const { id } = await makeAccount(database.pool, { role: "registrar" });
    const token = await startSession(id, client);
    // Asked twice, so that the other process has decrypted and remembered the cookie.
    expect(await elsewhere(token)).toBe(id);
    expect(await elsewhere(token)).toBe(id);
    await end(token);
    expect(await elsewhere(token)).toBeNull();
  });

  it("and one that goes on is alive there under its new id", async () => {
    const { id } = await makeAccount(database.pool, { role: "registrar" });
    const before = await startSession(id, client);
    const after = await rotateSession(before, "registrar", client);
    expect(after.sessionId).not.toBe(before.sessionId);
    expect(await elsewhere(after)).toBe(id);
    expect(await elsewhere(before)).toBeNull();
  });
});
