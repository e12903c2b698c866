import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "@/lib/platform/access/actor";
import { createAccount, resetPassword } from "@/lib/platform/auth/accounts";
import { loadSession } from "@/lib/platform/auth/session-lookup";
import { startSession } from "@/lib/platform/auth/sessions";
import { signInWithPassword } from "@/lib/platform/auth/sign-in";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

const actor = systemActor("command-line");
const client = { ip: "203.0.113.5", userAgent: null };
const first = {
  email: "First.Admin@Naga.example",
  displayName: "SOK Dara",
  password: "the river rises in september",
  role: "admin",
  reason: "the first administrator",
} as const;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

describe("local accounts from the command line", () => {
  it("come with their first role, and the hash stays out of the audit", async () => {
    const { id } = await createAccount(actor, first);
    expect(
      await signInWithPassword({ email: "first.admin@naga.example", password: first.password }, client),
    ).toBe(id);
    const session = await loadSession(await startSession(id, client));
    expect(session?.actor).toMatchObject({ role: "admin", displayName: "SOK Dara" });
    const { rows } = await database.pool.query(
      "SELECT actor, reason, new::text ~ 'argon2' AS leaked FROM audit.entry WHERE table_name = 'account'",
    );
    expect(rows).toEqual([
      { actor: "system:command-line", reason: "the first administrator", leaked: false },
    ]);
  });

  it("are refused twice, and with a weak password", async () => {
    await expect(createAccount(actor, first)).rejects.toMatchObject({ code: "access.email_taken" });
    await expect(
      createAccount(actor, { ...first, email: "b@naga.example", password: "short" }),
    ).rejects.toMatchObject({
      fields: { password: ["auth.password_too_short"] },
    });
  });

  it("get a new password that ends every session", async () => {
    const id = await signInWithPassword({ email: first.email, password: first.password }, client);
    const token = await startSession(id, client);
    await resetPassword(actor, first.email, "a boat on the tonle sap", "forgotten");
    expect(await loadSession(token)).toBeNull();
    await expect(
      signInWithPassword({ email: first.email, password: first.password }, client),
    ).rejects.toMatchObject({
      code: "auth.does_not_fit",
    });
    expect(
      await signInWithPassword({ email: first.email, password: "a boat on the tonle sap" }, client),
    ).toBe(id);
    await expect(
      resetPassword(actor, "nobody@naga.example", "a boat on the tonle sap", "x"),
    ).rejects.toMatchObject({
      kind: "not_found",
    });
  });
});
