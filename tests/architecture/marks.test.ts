import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { marksToSql, readMarks } from "@/lib/platform/audit/marks";
import { readSchema } from "@/lib/platform/audit/read-schema";

const TRIGGERS = "prisma/sql/platform/audit_triggers.sql";

describe("every model says how it is audited", () => {
  const schema = readSchema();
  const marks = readMarks(schema);

  it("has a mark on each model", () => {
    const count = schema.match(/^model \w+ \{/gm)?.length ?? 0;
    expect(count).toBeGreaterThan(30);
    expect(marks).toHaveLength(count);
  });

  it("has the triggers of the marks in force (mend with: npm run naga -- db marks)", () => {
    expect(readFileSync(TRIGGERS, "utf8")).toBe(marksToSql(marks));
  });

  it("bites: a model without a mark is named", () => {
    expect(() => readMarks(`${schema}\n/// Forgotten.\nmodel Forgotten {\n  id Int @id\n}\n`)).toThrow(
      "Forgotten",
    );
  });

  it("keeps business rows with a version for optimistic locking", () => {
    const audited = marks.filter((mark) => mark.kind === "audit" && mark.table !== "student_alias");
    const without = audited.filter((mark) => {
      const body = schema.match(new RegExp(`^model ${mark.model} \\{([\\s\\S]*?)^\\}`, "m"))?.[1] ?? "";
      return !/\bversion\s+Int/.test(body) && !/@@id\(\[/.test(body);
    });
    // A pair of two others (@@id of both) is there or not, and is never edited.
    // A change of status is written once and never edited; what was sent to many and a file of own data are finished
    // by their jobs alone.
    expect(without.map((mark) => mark.model)).toEqual(["MailMerge", "StudentStatusChange", "OwnDataFile"]);
  });
});
