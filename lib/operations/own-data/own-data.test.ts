import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { messages } from "@/lib/platform/i18n/messages";
import { LEFT_OUT, SECTIONS } from "./sections";

type Model = { name: string; table: string; body: string };

const models: Model[] = globSync("prisma/schema/*.prisma").flatMap((file) =>
  [...readFileSync(file, "utf8").matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(
    ([, name = "", body = ""]) => ({
      name,
      body,
      table: body.match(/@@map\("(\w+)"\)/)?.[1] ?? name,
    }),
  ),
);

const WHO = new Set(["Person", "Student", "Teacher", "Staff", "Account"]);
const ID = /@map\("(?:\w+_)?(?:person|student|teacher|staff|subject|account|delegate|holder)_id"\)/;

/** Whether a row of the model belongs to somebody: by a relation, or by a column that holds who it is. */
function belongsToSomebody({ name, body }: Model): boolean {
  if (WHO.has(name)) return true;
  const relation = [...body.matchAll(/^\s+\w+\s+(\w+)\??\s+@relation\(/gm)].some(([, type = ""]) =>
    WHO.has(type),
  );
  return relation || ID.test(body);
}

describe("the file of own data is complete by construction", () => {
  const covered = new Set(SECTIONS.map(({ table }) => table));
  const personal = models.filter(belongsToSomebody).map(({ table }) => table);

  it("sees the schema", () => {
    expect(personal.length).toBeGreaterThan(30);
    expect(personal).toContain("enrolment");
  });

  it("holds every table that belongs to a person, or says why not", () => {
    expect(personal.filter((table) => !covered.has(table) && !(table in LEFT_OUT))).toEqual([]);
  });

  it("names no table twice or that is gone, and gives a reason for each exception", () => {
    const known = new Set(models.map(({ table }) => table));
    const listed = [...covered, ...Object.keys(LEFT_OUT)];
    expect(listed.filter((table) => !known.has(table))).toEqual([]);
    expect(listed).toHaveLength(new Set(listed).size);
    for (const reason of Object.values(LEFT_OUT)) expect(reason.length).toBeGreaterThan(15);
  });

  it("has columns that exist", () => {
    for (const { table, by, omit = [], orderBy } of SECTIONS) {
      const body = models.find((model) => model.table === table)?.body ?? "";
      const columns = new Set(
        body
          .split("\n")
          .map((line) => line.match(/@map\("(\w+)"\)/)?.[1] ?? line.trim().split(/\s+/)[0] ?? ""),
      );
      const named = [...by, ...omit, ...(orderBy ? [orderBy] : [])];
      expect([table, named.filter((column) => !columns.has(column))]).toEqual([table, []]);
    }
  });

  it("leaves out no secret", () => {
    const secrets = models.flatMap(({ table, body }) =>
      [...body.matchAll(/\/\/\/ @secret\n\s+(\w+).*?(?:@map\("(\w+)"\))?\n/g)].map(([, field, column]) => ({
        table,
        column: column ?? field ?? "",
      })),
    );
    expect(secrets.length).toBeGreaterThan(1);
    for (const { table, column } of secrets)
      expect(SECTIONS.find((section) => section.table === table)?.omit).toContain(column);
  });

  it.each(["en", "km"] as const)("has a title for each section: %s", (locale) => {
    const titles = messages[locale].ownData.sections as Record<string, string>;
    expect([...SECTIONS.map(({ name }) => name), "history"].filter((name) => !titles[name])).toEqual([]);
  });
});
