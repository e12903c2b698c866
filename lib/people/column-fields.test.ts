import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { systemActor } from "@/lib/platform/access/actor";
import { readMarks } from "@/lib/platform/audit/marks";
import { withSight } from "@/lib/platform/audit/sight";
import { accountActor } from "@/tests/factories/actor";
import { COLUMN_FIELDS, columnSight } from "./column-fields";

const people = readFileSync("prisma/schema/people.prisma", "utf8");
const schema = globSync("prisma/schema/*.prisma")
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");

/** Columns of a model as the audit writes them, without relations and what it ignores. */
function columnsOf(model: string): string[] {
  const body = schema.match(new RegExp(`^model ${model} \\{\\n([\\s\\S]*?)^\\}`, "m"))?.[1] ?? "";
  const types = new Set([...schema.matchAll(/^model (\w+)/gm)].map(([, name]) => name));
  return body.split("\n").flatMap((line) => {
    const [, field = "", type = ""] = line.match(/^\s+(\w+)\s+(\w+)/) ?? [];
    if (!field || types.has(type)) return [];
    return [line.match(/@map\("(\w+)"\)/)?.[1] ?? field];
  });
}

const marks = readMarks(schema).filter(({ kind }) => kind === "audit");

describe("columns about people by their group of fields", () => {
  it("names every audited table of the domain people", () => {
    const tables = marks
      .filter(({ model }) => people.includes(`\nmodel ${model} {`))
      .map(({ table }) => table);
    expect(tables.filter((table) => !(table in COLUMN_FIELDS))).toEqual([]);
  });

  it("names every column of the tables that are listed by column", () => {
    for (const { table, model, ignored } of marks.filter((mark) => mark.table in COLUMN_FIELDS)) {
      const listed = COLUMN_FIELDS[table] ?? {};
      const missing = columnsOf(model).filter(
        (column) => !ignored.includes(column) && !(column in listed) && !("*" in listed),
      );
      expect([table, missing]).toEqual([table, []]);
    }
  });

  const entry = {
    table: "person",
    subjectId: 5,
    old: { date_of_birth: "2001-02-03", version: 1 },
    new: { date_of_birth: "2001-02-04", version: 2 },
  };

  it("drops values from an administrator's view, and counts them", () => {
    expect(withSight(entry, columnSight(accountActor({ role: "admin" })))).toEqual({
      ...entry,
      old: { version: 1 },
      new: { version: 2 },
      hidden: 1,
    });
  });

  it("leaves them for who sees them: an auditor, the person, the system", () => {
    const seers = [
      accountActor({ role: "auditor" }),
      accountActor({ role: "admin", personId: 5 }),
      systemActor("test"),
    ];
    for (const actor of seers) expect(withSight(entry, columnSight(actor))).toEqual({ ...entry, hidden: 0 });
  });

  it("shows a column that nobody has named to nobody", () => {
    const odd = { table: "person", subjectId: 5, old: null, new: { blood_group: "A" } };
    expect(withSight(odd, columnSight(accountActor({ role: "auditor" }))).new).toEqual({});
  });

  it("leaves records that are not about people alone", () => {
    const setting = { table: "setting", subjectId: null, old: null, new: { key: "a", value: 1 } };
    expect(withSight(setting, columnSight(accountActor({ role: "admin" }))).new).toEqual(setting.new);
  });
});
