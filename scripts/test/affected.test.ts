import { describe, expect, test } from "vitest";
import { affectedBy } from "./affected.mjs";
import { plan } from "./plan.mjs";

describe("what a change touches", () => {
  test("a domain touches itself and every domain to its right", () => {
    const { domains, everything } = affectedBy(["lib/classes/queries.ts"]);
    expect(everything).toBe(false);
    expect(domains).toContain("classes");
    expect(domains).toContain("registration");
    expect(domains).not.toContain("people");
  });

  test.each([
    "prisma/schema/people.prisma",
    "prisma/sql/people/search.sql",
    "jobs/people/import.ts",
    "components/people/card.tsx",
  ])("%s belongs to its domain", (path) => {
    expect(affectedBy([path]).domains).toContain("people");
  });

  test.each([
    "lib/platform/db/pool.ts",
    "package-lock.json",
    "prisma/migrations/1/migration.sql",
    "tests/setup/database.ts",
    "proxy.ts",
  ])("%s touches everything", (path) => {
    expect([...plan([], affectedBy([path])).keys()]).toEqual([
      "types",
      "lint",
      "unit",
      "architecture",
      "integration",
      "browser",
      "keycloak",
    ]);
  });

  test("documents touch nothing", () => {
    expect(plan([], affectedBy(["docs/adr/1.md", "README.md", "lib/people/README.md"])).size).toBe(0);
  });

  test.each(["Dockerfile", "deploy/naga", ".github/workflows/ci.yml"])(
    "%s touches the checks only",
    (path) => {
      const suites = [...plan([], affectedBy([path])).keys()];
      expect(suites).toContain("architecture");
      expect(suites).not.toContain("integration");
      expect(suites).not.toContain("browser");
    },
  );

  test("the realm and its pages run with the real Keycloak only", () => {
    const touched = affectedBy(["deploy/keycloak/naga-realm.json", "deploy/keycloak/README.md"]);
    expect([...plan([], touched).keys()]).toEqual(["keycloak"]);
    expect([...plan(["tests/keycloak/down.spec.ts"])]).toEqual([
      ["keycloak", ["tests/keycloak/down.spec.ts"]],
    ]);
  });

  test("a page runs the browser, but no database tests", () => {
    const suites = [...plan([], affectedBy(["app/page.tsx"])).keys()];
    expect(suites).toContain("browser");
    expect(suites).not.toContain("integration");
  });
});

describe("which suites run", () => {
  test("all of them without arguments", () => {
    expect([...plan([]).values()].every((paths) => paths.length === 0)).toBe(true);
  });

  test("paths choose their suite and narrow it", () => {
    expect([...plan(["tests/integration/platform", "./lib/platform/env/"])]).toEqual([
      ["unit", ["lib/platform/env"]],
      ["integration", ["tests/integration/platform"]],
    ]);
  });

  test("a suite by its name runs whole", () => {
    expect([...plan(["unit", "lib/platform"])]).toEqual([["unit", []]]);
  });
});
