import { describe, expect, it } from "vitest";
import { isPermission } from "@/lib/platform/access/permissions";
import { ROLES, type RoleName, rolesWith } from "@/lib/platform/access/roles";
import { ACTIONS, PAGES, ROUTES, type Who } from "@/tests/contract/access-matrix";
import { actionsIn, findActions, findHiddenActions, findPages, findRoutes } from "@/tests/contract/inventory";

const actions = findActions();
const pages = findPages();
const routes = findRoutes();

/** Who the source lets in, from the permissions that it names and the role map. */
function fromSource(permissions: (string | null)[]): Who | null {
  const named = permissions.filter((name) => name !== null);
  if (named.includes("public")) return "public";
  const guards = named.filter(isPermission);
  if (guards.length > 0) return ROLES.filter((role) => guards.some((name) => rolesWith(name).includes(role)));
  return named.includes("signed_in") ? "signed_in" : null;
}

const sorted = (who: Who | null) => (Array.isArray(who) ? [...(who as RoleName[])].sort() : who);

function compare(
  rows: Record<string, { who: Who }>,
  found: { key: string; permissions: (string | null)[] }[],
) {
  const listed = Object.fromEntries(found.map(({ key }) => [key, sorted(rows[key]?.who ?? null)]));
  const expected = Object.fromEntries(
    // What no wrapper guards (a form of its own, a public page) has its right by its own test.
    found.map(({ key, permissions }) => [key, sorted(fromSource(permissions) ?? rows[key]?.who ?? null)]),
  );
  return { listed, expected };
}

describe("the access matrix", () => {
  it("sees the source", () => {
    expect(actions.length).toBeGreaterThan(20);
    expect(pages.length).toBeGreaterThan(10);
    expect(routes.length).toBeGreaterThan(8);
  });

  it("has a row for every action, page and route, and none for what is gone", () => {
    expect(Object.keys(ACTIONS).sort()).toEqual(actions.map(({ key }) => key).sort());
    expect(Object.keys(PAGES).sort()).toEqual(pages.map(({ path }) => path).sort());
    expect(Object.keys(ROUTES).sort()).toEqual(routes.map(({ key }) => key).sort());
  });

  it("lets in whom the declared permission and the role map let in: actions", () => {
    const declared = Object.entries(ACTIONS).map(([key, row]) => [key, { who: row.declared ?? row.who }]);
    const { listed, expected } = compare(
      Object.fromEntries(declared),
      actions.map(({ key, permission }) => ({ key, permissions: [permission] })),
    );
    expect(listed).toEqual(expected);
  });

  it("lets in whom the declared permission and the role map let in: routes", () => {
    const { listed, expected } = compare(
      ROUTES,
      // A route for everybody signed in may ask further inside; its row says for whom, and the browser suite proves it.
      routes.map(({ key, permission }) => ({
        key,
        permissions: permission === "signed_in" ? [] : [permission],
      })),
    );
    expect(listed).toEqual(expected);
  });

  it("lets in no role that the guards of a page keep out", () => {
    for (const { path, permissions } of pages) {
      const who = PAGES[path]?.who;
      const allowed = fromSource(permissions);
      if (who === "public") expect([path, allowed]).toEqual([path, null]);
      else if (who === "signed_in") expect([path, allowed]).toEqual([path, "signed_in"]);
      else
        expect([path, (who ?? []).filter((role) => !allowed?.includes(role as never))]).toEqual([path, []]);
    }
  });

  it("has a complete input for every built action that writes", () => {
    const without = Object.entries(ACTIONS).filter(([, row]) => !row.input && !row.ownTest);
    expect(without.map(([key]) => key)).toEqual([]);
  });

  it("finds actions that somebody adds, and those that hide in a function", () => {
    const source = `"use server";
export const stealGrades = action({
  name: "grading.steal",
  permission: "signed_in",
  input,
}).handler(command);
export async function backDoor() {}`;
    expect(actionsIn("lib/grading/actions.ts", source).map(({ key }) => key)).toEqual([
      "grading.steal",
      "lib/grading/actions.ts#backDoor",
    ]);
    expect(findHiddenActions()).toEqual([]);
  });
});
