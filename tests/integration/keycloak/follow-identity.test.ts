import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { followIdentity } from "@/lib/platform/auth/keycloak/follow-identity";
import type { Identity } from "@/lib/platform/auth/keycloak/identity";
import { campusToday } from "@/lib/platform/dates/campus";
import { addDays } from "@/lib/platform/dates/day";
import { makeAccount } from "@/tests/factories/account";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await write("INSERT INTO department (code, name, name_km) VALUES ('EDU', 'Education', '')");
});
afterAll(() => database.close());

async function write<Row = unknown>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const connection = await database.pool.connect();
  try {
    await connection.query("BEGIN");
    await connection.query("SELECT set_config('naga.actor', 'system:test', true)");
    const { rows } = await connection.query(sql, values);
    await connection.query("COMMIT");
    return rows as Row[];
  } catch (error) {
    await connection.query("ROLLBACK");
    throw error;
  } finally {
    connection.release();
  }
}

let made = 0;
function someone(over: Partial<Identity> = {}): Identity {
  made += 1;
  return {
    subject: crypto.randomUUID(),
    email: `kc-${made}@test.naga.example`,
    emailVerified: true,
    displayName: `Sok Person ${made}`,
    realmRoles: ["teacher"],
    groups: [],
    authorityLevel: null,
    ...over,
  };
}

async function makePerson(emails: { school?: string; personal?: string }): Promise<number> {
  const [row] = await write<{ id: number }>(
    `INSERT INTO person (public_id, updated_at, family_name, personal_name, search_key, school_email, personal_email)
     VALUES (gen_random_uuid(), now(), 'SOK', 'DARA', 'sok dara', $1, $2) RETURNING id`,
    [emails.school ?? null, emails.personal ?? null],
  );
  return row?.id ?? 0;
}

type Held = {
  role: string;
  scope: string;
  level: number | null;
  source: string;
  from: string;
  to: string | null;
};

async function heldBy(accountId: number): Promise<Held[]> {
  const { rows } = await database.pool.query<Held>(
    `SELECT role, scope_kind || coalesce(':' || scope_ref, '') AS scope, authority_level AS level, source::text,
            valid_from::text AS from, valid_to::text AS to
       FROM role_assignment WHERE account_id = $1 ORDER BY id`,
    [accountId],
  );
  return rows;
}

const today = campusToday();
const fromKeycloak = { source: "IDENTITY_PROVIDER", from: today, to: null, level: null };

describe("the first sign-in", () => {
  it("finds the account by its confirmed e-mail and stays with it by subject", async () => {
    const account = await makeAccount(database.pool, { role: null });
    const who = someone({ email: account.email });
    expect(await followIdentity(who, "test")).toBe(account.id);
    expect(await followIdentity({ ...who, email: "else@test.naga.example" }, "test")).toBe(account.id);
  });

  it.each(["school", "personal"] as const)(
    "makes an account for the person with this %s e-mail",
    async (kind) => {
      const who = someone();
      const personId = await makePerson({ [kind]: who.email });
      const id = await followIdentity(who, "test");
      const { rows } = await database.pool.query(
        "SELECT person_id, email::text, display_name, subject, password_hash FROM account WHERE id = $1",
        [id],
      );
      expect(rows).toEqual([
        {
          person_id: personId,
          email: who.email,
          display_name: who.displayName,
          subject: who.subject,
          password_hash: null,
        },
      ]);
      expect(await heldBy(id)).toEqual([{ role: "teacher", scope: "OWN", ...fromKeycloak }]);
    },
  );

  it("of two at once makes one account", async () => {
    const who = someone();
    await makePerson({ school: who.email });
    const ids = await Promise.all([followIdentity(who, "test"), followIdentity(who, "test")]);
    expect(ids[0]).toBe(ids[1]);
  });

  it("is refused to whom nobody knows, or two people could be", async () => {
    await expect(followIdentity(someone(), "test")).rejects.toMatchObject({ code: "auth.nobody_here" });
    const who = someone();
    await makePerson({ personal: who.email });
    await makePerson({ personal: who.email });
    await expect(followIdentity(who, "test")).rejects.toMatchObject({ code: "auth.nobody_here" });
  });

  it("is refused to an e-mail that nobody confirmed, whoever it belongs to", async () => {
    const account = await makeAccount(database.pool, { role: "registrar" });
    const thief = someone({ email: account.email, emailVerified: false });
    await expect(followIdentity(thief, "test")).rejects.toMatchObject({ code: "auth.email_unverified" });
    const { rows } = await database.pool.query("SELECT subject FROM account WHERE id = $1", [account.id]);
    expect(rows).toEqual([{ subject: null }]);
  });

  it("never takes an account over from another subject, nor a person with an account", async () => {
    const account = await makeAccount(database.pool, { role: null });
    await followIdentity(someone({ email: account.email }), "test");
    await expect(followIdentity(someone({ email: account.email }), "test")).rejects.toMatchObject({
      code: "auth.other_subject",
    });
    const who = someone();
    const personId = await makePerson({ school: who.email });
    await makeAccount(database.pool, { role: null, personId });
    await expect(followIdentity(who, "test")).rejects.toMatchObject({ code: "auth.other_subject" });
  });

  it("opens no closed account", async () => {
    const account = await makeAccount(database.pool, { status: "DISABLED" });
    await expect(followIdentity(someone({ email: account.email }), "test")).rejects.toMatchObject({
      code: "auth.disabled",
    });
  });
});

describe("name and e-mail", () => {
  it("follow Keycloak; an e-mail that nobody confirmed or somebody else has does not", async () => {
    const account = await makeAccount(database.pool, { role: null });
    const other = await makeAccount(database.pool, { role: null });
    const who = someone({ email: account.email });
    await followIdentity(who, "test");
    const read = async () =>
      (await database.pool.query("SELECT email::text, display_name FROM account WHERE id = $1", [account.id]))
        .rows[0];
    const moved = { ...who, displayName: "Chan Sophea", email: "moved@test.naga.example" };
    await followIdentity(moved, "test");
    expect(await read()).toEqual({ email: "moved@test.naga.example", display_name: "Chan Sophea" });
    await followIdentity({ ...moved, email: "unproved@test.naga.example", emailVerified: false }, "test");
    await followIdentity({ ...moved, email: other.email }, "test");
    expect(await read()).toEqual({ email: "moved@test.naga.example", display_name: "Chan Sophea" });
  });
});

describe("roles and groups", () => {
  const registrar = { realmRoles: ["registrar"], authorityLevel: 2 };

  it("begin today, follow each sign-in, end today, and stand in the audit with their reason", async () => {
    const account = await makeAccount(database.pool, { role: null });
    const who = someone({ email: account.email, ...registrar, groups: ["/departments/EDU"] });
    await followIdentity(who, "First");
    await followIdentity(who, "Again");
    const department = { role: "registrar", scope: "DEPARTMENT:EDU", ...fromKeycloak, level: 2 };
    expect(await heldBy(account.id)).toEqual([department]);
    await followIdentity({ ...who, groups: ["/campus"], authorityLevel: 3 }, "Moved");
    const campus = { role: "registrar", scope: "ALL", ...fromKeycloak, level: 3 };
    expect(await heldBy(account.id)).toEqual([{ ...department, to: today }, campus]);
    await followIdentity({ ...who, realmRoles: [] }, "Taken away");
    expect(await heldBy(account.id)).toEqual([
      { ...department, to: today },
      { ...campus, to: today },
    ]);
    const { rows } = await database.pool.query<{ actor: string; reason: string }>(
      `SELECT actor, reason FROM audit.entry
        WHERE table_name = 'role_assignment' AND row_key IN (
          SELECT id::text FROM role_assignment WHERE account_id = $1) ORDER BY id`,
      [account.id],
    );
    expect(new Set(rows.map(({ actor }) => actor))).toEqual(new Set(["system:keycloak"]));
    expect(rows.map(({ reason }) => reason)).toEqual(["First", "Moved", "Moved", "Taken away"]);
  });

  it("never touch what people here granted, nor stand beside it twice", async () => {
    const account = await makeAccount(database.pool, { role: "registrar", authorityLevel: 1 });
    const local = {
      role: "registrar",
      scope: "ALL",
      level: 1,
      source: "LOCAL",
      from: "2020-01-01",
      to: null,
    };
    const who = someone({ email: account.email, ...registrar, groups: ["/campus"] });
    await followIdentity(who, "test");
    expect(await heldBy(account.id)).toEqual([local]);
    await followIdentity({ ...who, realmRoles: [] }, "test");
    expect(await heldBy(account.id)).toEqual([local]);
  });

  it("hold until a grant of the same kind from here begins", async () => {
    const account = await makeAccount(database.pool, { role: null });
    const soon = addDays(today, 10);
    await write(
      `INSERT INTO role_assignment (account_id, role, scope_kind, valid_from, granted_by)
       VALUES ($1, 'teacher', 'OWN', $2, 'system:test')`,
      [account.id, soon],
    );
    await followIdentity(someone({ email: account.email }), "test");
    expect((await heldBy(account.id))[1]).toEqual({
      role: "teacher",
      scope: "OWN",
      ...fromKeycloak,
      to: soon,
    });
  });

  it("make nobody an administrator or operator, and keep one who was granted it here", async () => {
    const chosen = await makeAccount(database.pool, { role: "admin" });
    const mere = await makeAccount(database.pool, { role: null });
    const both = { realmRoles: ["admin", "operator"], groups: ["/campus"], authorityLevel: 1 };
    await followIdentity(someone({ email: mere.email, ...both }), "test");
    expect(await heldBy(mere.id)).toEqual([]);
    const who = someone({ email: chosen.email, ...both });
    await followIdentity(who, "test");
    await followIdentity({ ...who, realmRoles: [] }, "test");
    expect(await heldBy(chosen.id)).toMatchObject([{ role: "admin", source: "LOCAL", to: null }]);
  });

  it("are followed while nothing may be changed by people", async () => {
    const account = await makeAccount(database.pool, { role: null });
    const who = someone({ email: account.email });
    await followIdentity(who, "test");
    await write(
      "INSERT INTO setting (key, value, valid_from) VALUES ('operations.read_only', 'true', '2020-01-01')",
    );
    try {
      await followIdentity({ ...who, realmRoles: [] }, "test");
      expect(await heldBy(account.id)).toMatchObject([{ role: "teacher", to: today }]);
    } finally {
      await write("DELETE FROM setting WHERE key = 'operations.read_only'");
    }
  });
});
