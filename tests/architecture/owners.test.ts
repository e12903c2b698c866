import { globSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const SCHEMA = "prisma/schema";

/** Table and Prisma delegate → domain: a model belongs to the domain whose schema file it stands in (blueprints.md 3). */
function owners(): { delegates: Map<string, string>; tables: Map<string, string> } {
  const delegates = new Map<string, string>();
  const tables = new Map<string, string>();
  for (const file of readdirSync(SCHEMA)) {
    const domain = file.replace(".prisma", "");
    const text = readFileSync(`${SCHEMA}/${file}`, "utf8");
    for (const [, model = "", body = ""] of text.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)) {
      delegates.set(model.charAt(0).toLowerCase() + model.slice(1), domain);
      tables.set(body.match(/@@map\("(\w+)"\)/)?.[1] ?? model, domain);
    }
  }
  return { delegates, tables };
}

const { delegates, tables } = owners();
const WRITE =
  /\.(\w+)\.(create|createMany|createManyAndReturn|update|updateMany|updateManyAndReturn|upsert|delete|deleteMany)\(/g;
const SQL_WRITE = /\b(?:INSERT\s+INTO|UPDATE(?:\s+ONLY)?|DELETE\s+FROM)\s+"?([a-z_]+)"?/g;

/** Writes in a source text, as `domain of the table: table`. */
function writesIn(text: string): { domain: string; target: string }[] {
  const found: { domain: string; target: string }[] = [];
  for (const [, delegate = ""] of text.matchAll(WRITE)) {
    const domain = delegates.get(delegate);
    if (domain) found.push({ domain, target: delegate });
  }
  for (const [, table = ""] of text.matchAll(SQL_WRITE)) {
    const domain = tables.get(table);
    if (domain) found.push({ domain, target: table });
  }
  return found;
}

/**
 * SQL functions that write a table of a domain to the left, each with its reason. Seats are counted where they are
 * taken; the current programme is a derived column of the list of students.
 */
const GRANTED = new Set(["prisma/sql/registration:seat_pool", "prisma/sql/studies:student"]);

function intruders(files: string[], domainOf: (file: string) => string | undefined): string[] {
  return files.flatMap((file) => {
    const home = domainOf(file);
    if (!home) return [];
    return writesIn(readFileSync(file, "utf8"))
      .filter(
        ({ domain, target }) =>
          domain !== home && !GRANTED.has(`${file.split("/").slice(0, 3).join("/")}:${target}`),
      )
      .map(({ domain, target }) => `${file} writes ${target}, which ${domain} owns`);
  });
}

describe("only its owner writes a table", () => {
  it("knows the tables", () => {
    expect(tables.size).toBeGreaterThan(30);
    expect(tables.get("enrolment")).toBe("registration");
  });

  it("holds in lib", () => {
    const files = globSync("lib/**/*.{ts,tsx}").filter(
      (file) => !file.includes("/generated/") && !file.includes(".test."),
    );
    expect(files.length).toBeGreaterThan(100);
    expect(intruders(files, (file) => file.split("/")[1])).toEqual([]);
  });

  it("holds in SQL functions", () => {
    const files = globSync("prisma/sql/*/*.sql");
    expect(intruders(files, (file) => file.split("/")[2])).toEqual([]);
  });

  it("holds at the front doors: a job belongs to its domain, pages and components write nothing", () => {
    const pages = globSync("{app,components}/**/*.{ts,tsx}");
    expect(intruders(pages, () => "nobody")).toEqual([]);
    expect(intruders(globSync("jobs/*/**/*.ts"), (file) => file.split("/")[1])).toEqual([]);
  });

  it("bites", () => {
    expect(writesIn("await tx.enrolment.update({})")).toEqual([
      { domain: "registration", target: "enrolment" },
    ]);
    expect(writesIn("`DELETE FROM person WHERE id = 1`")).toEqual([{ domain: "people", target: "person" }]);
  });
});
