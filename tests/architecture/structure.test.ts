import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

const tree = mkdtempSync(join(tmpdir(), "naga-structure-"));
afterAll(() => rmSync(tree, { recursive: true }));

/** Writes a small tree of its own and runs the rules of the project over it. */
function check(files: Record<string, string>): string {
  rmSync(tree, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
  const { stdout } = spawnSync(process.execPath, ["scripts/checks/structure.mjs"], {
    encoding: "utf8",
    env: { ...process.env, NAGA_STRUCTURE_ROOT: tree },
  });
  return stdout;
}

const nothing = "export const nothing = 1;\n";
const use = (path: string) => `import { nothing } from "${path}";\nexport const used = nothing;\n`;

describe("the rules of structure bite", () => {
  test.each([
    [
      "a domain that imports one to its right",
      "lib/people/queries.ts",
      "lib/finance/queries.ts",
      "domain-order-people",
    ],
    [
      "the platform that knows a domain",
      "lib/platform/dates/day.ts",
      "lib/people/rules.ts",
      "platform-below-domains",
    ],
    ["a domain that imports a page", "lib/people/queries.ts", "app/page.tsx", "nothing-imports-front-doors"],
    ["a page that imports a job", "app/page.tsx", "jobs/people/import.ts", "no-door-to-door"],
    [
      "a domain that imports a widget",
      "lib/people/queries.ts",
      "components/ui/button.tsx",
      "lib-without-components",
    ],
    [
      "a widget that reads the database",
      "components/people/card.tsx",
      "lib/people/queries.ts",
      "components-see-isomorphic-files",
    ],
    [
      "a page that reads the database",
      "app/page.tsx",
      "lib/platform/db/prisma.ts",
      "only-data-files-use-the-database",
    ],
    ["code that imports a test", "lib/people/queries.ts", "tests/factories/person.ts", "tests-stay-outside"],
  ])("on %s", (_, from, to, rule) => {
    const found = check({ [from]: use(`@/${to.replace(/\.tsx?$/, "")}`), [to]: nothing });
    expect(found).toContain(`${rule}: ${from} → ${to}`);
  });

  test("on a circle, by relative paths too", () => {
    const found = check({
      "lib/people/a.ts": use("./b"),
      "lib/people/b.ts": use("./a").replace("used", "nothing"),
    });
    expect(found).toContain("no-cycles");
  });

  test("on an import that leads nowhere", () => {
    expect(check({ "lib/people/a.ts": use("./gone") })).toContain("resolvable: lib/people/a.ts → ./gone");
  });

  test("not on what is allowed", () => {
    const found = check({
      "lib/finance/queries.ts": use("@/lib/people/queries"),
      "lib/people/queries.ts": use("@/lib/platform/db/prisma"),
      "lib/platform/db/prisma.ts": nothing,
      "components/people/card.tsx": use("@/lib/people/schemas"),
      "lib/people/schemas.ts": nothing,
      "app/page.tsx": use("@/components/people/card").replace("nothing", "used as nothing"),
    });
    expect(found).toContain("0 violations in 6 files");
  });
});
