import { expect, test } from "@playwright/test";
import { Pool } from "pg";
import { ROLES, type RoleName } from "@/lib/platform/access/roles";
import { ACTIONS, PAGES, type PageRow, ROUTES, type Who } from "@/tests/contract/access-matrix";
import { fingerprint } from "@/tests/contract/fingerprint";
import { findActions } from "@/tests/contract/inventory";
import { type BuiltAction, readBuiltActions, Visitor } from "@/tests/contract/visitor";
import { makeWorld, personaEmail, type World } from "@/tests/contract/world";

type Someone = RoleName | "scoped_director" | "nobody";

const database = new Pool({ connectionString: process.env.NAGA_TEST_DATABASE_URL, max: 2 });
const exported = new Map(findActions().map(({ file, exported, key }) => [`${file}#${exported}`, key]));
const built = new Map<string, BuiltAction>();
const visitors = new Map<Someone, Visitor>();
let world: World;

test.beforeAll(async ({ baseURL }) => {
  world = await makeWorld(database);
  for (const action of readBuiltActions()) {
    const key = exported.get(`${action.file}#${action.exported}`);
    if (key) built.set(key, action);
  }
  for (const role of [...ROLES, "scoped_director", "nobody"] as const) {
    const visitor = new Visitor(baseURL ?? "");
    if (role !== "nobody") await visitor.signInAs(personaEmail(role));
    visitors.set(role, visitor);
  }
});
test.afterAll(() => database.end());

const at = (target: PageRow["at"], pattern: string) =>
  typeof target === "function" ? target(world) : (target ?? pattern);
const letsIn = (who: Who, someone: Someone) =>
  who === "public" || (someone !== "nobody" && (who === "signed_in" || who.includes(someone as RoleName)));

function visitorOf(someone: Someone): Visitor {
  const visitor = visitors.get(someone);
  if (!visitor) throw new Error(`nobody is signed in as ${someone}`);
  return visitor;
}

/** An address from which the action may be sent; its page need not be open to the sender. */
function pageOf(action: BuiltAction): string {
  const pattern = action.pages.find((page) => PAGES[page]) ?? "/";
  return at(PAGES[pattern]?.at, pattern);
}

test("every action of the matrix is in the build, so that each is driven", () => {
  expect(Object.keys(ACTIONS).filter((key) => !built.has(key))).toEqual([]);
});

for (const someone of [...ROLES, "nobody"] as const) {
  test(`${someone}: pages, routes and actions answer as the matrix says, and nothing is written`, async () => {
    const visitor = visitorOf(someone);
    const before = await fingerprint(database);
    const answers: Record<string, unknown> = {};
    const expected: Record<string, unknown> = {};

    for (const [pattern, row] of Object.entries(PAGES)) {
      answers[pattern] = await visitor.status(at(row.at, pattern));
      if (!letsIn(row.who, someone)) expected[pattern] = someone === "nobody" ? 307 : 403;
      // Who is signed in has no business on the sign-in page.
      else if (pattern === "/sign-in") expected[pattern] = someone === "nobody" ? 200 : 307;
      else expected[pattern] = row.beyond?.includes(someone as RoleName) ? 404 : (row.answer ?? 200);
    }
    for (const [key, row] of Object.entries(ROUTES)) {
      const [method = "GET", pattern = ""] = key.split(" ");
      answers[key] = await visitor.status(at(row.at, pattern), method);
      if (!letsIn(row.who, someone)) expected[key] = someone === "nobody" ? 401 : 403;
      else expected[key] = row.beyond?.includes(someone as RoleName) ? 404 : (row.answer ?? 200);
    }
    for (const [key, row] of Object.entries(ACTIONS)) {
      const action = built.get(key);
      if (!action || row.ownTest) continue;
      const allowed = letsIn(row.who, someone);
      // Who may is turned away by the input alone; who may not, although everything else is right.
      answers[key] = await visitor.act(
        pageOf(action),
        action.id,
        allowed ? { nonsense: true } : row.input?.(world),
      );
      expected[key] = allowed ? "invalid" : someone === "nobody" ? "unauthenticated" : "forbidden";
    }

    expect(answers).toEqual(expected);
    expect(await fingerprint(database)).toEqual(before);
  });
}

test("what lies beyond somebody's reach is not found, never forbidden, and stays as it was", async () => {
  const before = await fingerprint(database);
  const answers: Record<string, unknown> = {};
  const expected: Record<string, unknown> = {};
  for (const [pattern, row] of [...Object.entries(PAGES), ...Object.entries(ROUTES)]) {
    for (const { as, what, target } of row.foreign ?? []) {
      const name = `${as} asks for ${what}: ${pattern}`;
      answers[name] = await visitorOf(as).status(at(target, pattern));
      expected[name] = 404;
    }
  }
  for (const [key, row] of Object.entries(ACTIONS)) {
    for (const { as, what, target } of row.foreign ?? []) {
      const action = built.get(key);
      if (!action) continue;
      const name = `${as} sends ${what}: ${key}`;
      answers[name] = await visitorOf(as).act(pageOf(action), action.id, target(world));
      expected[name] = "not_found";
    }
  }
  expect(answers).toEqual(expected);
  expect(await fingerprint(database)).toEqual(before);
});

test("a mutation from another site is refused, whoever's browser sends it", async () => {
  const before = await fingerprint(database);
  const admin = visitorOf("admin");
  const foreign = { origin: "https://evil.example" };
  for (const [key, action] of built) {
    expect([
      key,
      await admin.act(pageOf(action), action.id, ACTIONS[key]?.input?.(world) ?? {}, foreign),
    ]).toEqual([key, "403"]);
  }
  const opaque = await admin.request("/account", { method: "POST", headers: { origin: "null" }, body: "x" });
  expect(opaque.status).toBe(403);
  const silent = await admin.request("/api/auth/signout", { method: "POST", body: "x" });
  expect(silent.status).toBe(403);
  expect(await fingerprint(database)).toEqual(before);
});
