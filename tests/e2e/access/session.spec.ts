import { expect, test } from "@playwright/test";
import { Pool } from "pg";
import { ACTIONS } from "@/tests/contract/access-matrix";
import { Visitor } from "@/tests/contract/visitor";
import { personaEmail } from "@/tests/contract/world";

const database = new Pool({ connectionString: process.env.NAGA_TEST_DATABASE_URL, max: 2 });
test.afterAll(() => database.end());

const living = async (email: string) => {
  const { rows } = await database.query<{ id: string }>(
    `SELECT s.id FROM account_session s JOIN account a ON a.id = s.account_id
      WHERE a.email = $1 AND s.revoked_at IS NULL AND s.expires_at > now()`,
    [email],
  );
  return rows.map(({ id }) => id);
};
const result = async (email: string) => {
  const { rows } = await database.query<{ result: string }>(
    "SELECT result FROM sign_in_event WHERE email = $1 ORDER BY id DESC LIMIT 1",
    [email],
  );
  return rows[0]?.result;
};

test("the tests that the matrix names are here", () => {
  const named = new Set(Object.values(ACTIONS).flatMap((row) => row.ownTest ?? []));
  expect([...named].sort()).toEqual(["signing out", "switching the role", "the sign-in form"]);
});

test("the sign-in form: one answer for everybody who does not get in, and no way to another site", async ({
  baseURL,
}) => {
  const visitor = new Visitor(baseURL ?? "");
  const sentence = async (email: string) => {
    const response = await visitor.submit("/sign-in", 'id="password"', { email, password: "not this one" });
    expect(response.status).toBe(200);
    const html = await response.text();
    return html.match(/id="refusal"[\s\S]*?<p>([^<]*)<\/p>/)?.[1];
  };
  const unknown = await sentence("nobody@demo.naga.example");
  expect(unknown).toMatch(/do not fit together/);
  expect(await sentence(personaEmail("registrar"))).toBe(unknown);
  expect(await result("nobody@demo.naga.example")).toBe("unknown_email");
  expect(await result(personaEmail("registrar"))).toBe("wrong_password");

  const real = await visitor.submit("/sign-in", "@demo.naga.example", {
    email: "somebody@demo.naga.example",
  });
  expect(real.status).toBe(200);
  expect((await visitor.request("/account")).status).toBe(307);

  for (const next of ["//evil.example", "/\\evil.example", "https://evil.example", "/%09/evil.example"]) {
    const guest = new Visitor(baseURL ?? "");
    const response = await guest.submit(`/sign-in?next=${encodeURIComponent(next)}`, "@demo.naga.example", {
      email: personaEmail("cashier"),
      next,
    });
    const target = new URL(response.headers.get("location") ?? "", guest.origin);
    expect([next, target.origin]).toEqual([next, guest.origin]);
  }
});

test("the cookie is HttpOnly and Lax, says nothing, and another browser's sign-in changes its id", async ({
  baseURL,
}) => {
  const visitor = new Visitor(baseURL ?? "");
  const response = await visitor.submit("/sign-in", "@demo.naga.example", { email: personaEmail("auditor") });
  const [cookie = ""] = response.headers.getSetCookie().filter((line) => line.includes("naga.session"));
  expect(cookie).toMatch(/; HttpOnly/i);
  expect(cookie).toMatch(/; SameSite=Lax/i);
  expect(cookie).toMatch(/; Path=\//);
  const [first] = await living(personaEmail("auditor"));
  expect(cookie).not.toContain(first);
});

test("signing out ends the session itself, not only the cookie", async ({ baseURL }) => {
  const email = personaEmail("operator");
  const visitor = new Visitor(baseURL ?? "");
  await visitor.signInAs(email);
  const stolen = visitor.copy();
  const before = await living(email);
  const response = await visitor.submit("/account", "Sign out</button></form>", {});
  expect([response.status, response.headers.get("location")]).toEqual([303, "/sign-in"]);
  expect((await living(email)).length).toBe(before.length - 1);
  expect(await stolen.status("/account")).toBe(307);
});

test("switching the role: a new id, the rights of that role alone, and none that is not held", async ({
  baseURL,
}) => {
  const email = personaEmail("academic_director");
  const visitor = new Visitor(baseURL ?? "");
  await visitor.signInAs(email);
  const stolen = visitor.copy();
  expect(await visitor.status("/students")).toBe(200);

  const switched = await visitor.submit("/account", 'value="teacher"', { role: "teacher" });
  expect([switched.status, switched.headers.get("location")]).toEqual([303, "/teach"]);
  expect(await visitor.status("/teach")).toBe(200);
  expect(await visitor.status("/students")).toBe(403);
  expect(await stolen.status("/students")).toBe(307);

  const grabbed = await visitor.submit("/account", 'value="teacher"', { role: "admin" });
  expect([grabbed.status, grabbed.headers.get("location")]).toEqual([303, "/teach"]);
  expect(await visitor.status("/admin/access")).toBe(403);
  // Back, because a persona goes on in the role used last.
  await visitor.submit("/account", 'value="academic_director"', { role: "academic_director" });
});

test("a role that is taken away is gone with the next request, and so is a closed account", async ({
  baseURL,
}) => {
  const email = personaEmail("cashier");
  const visitor = new Visitor(baseURL ?? "");
  await visitor.signInAs(email);
  expect(await visitor.status("/home")).toBe(200);
  const change = async (sql: string) => {
    const client = await database.connect();
    await client.query("BEGIN");
    await client.query("SELECT set_config('naga.actor', 'system:test', true)");
    await client.query(sql, [email]);
    await client.query("COMMIT");
    client.release();
  };
  const assignment =
    "UPDATE role_assignment SET valid_to = $$END$$ WHERE account_id = (SELECT id FROM account WHERE email = $1)";
  await change(assignment.replace("$$END$$", "valid_from"));
  expect(await visitor.status("/home")).toBe(307);
  await change(assignment.replace("$$END$$", "NULL"));
  expect(await visitor.status("/home")).toBe(200);
  await change("UPDATE account SET status = 'DISABLED' WHERE email = $1");
  expect(await visitor.status("/home")).toBe(307);
  await change("UPDATE account SET status = 'ACTIVE' WHERE email = $1");
});
