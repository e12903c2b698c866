import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readSchema } from "@/lib/platform/audit/read-schema";

/** Columns of type DateTime without a zone or day, in a schema text. */
function zoneless(schema: string): string[] {
  return schema
    .split("\n")
    .filter((line) => /^\s+\w+\s+DateTime\b/.test(line) && !/@db\.(Timestamptz\(3\)|Date\b)/.test(line))
    .map((line) => line.trim().split(/\s+/)[0] ?? "");
}

describe("every instant has a zone and every day is a day", () => {
  it("holds for the schema", () => {
    expect(zoneless(readSchema())).toEqual([]);
  });

  it("bites", () => {
    expect(zoneless("model A {\n  at DateTime @default(now())\n}")).toEqual(["at"]);
  });
});

/** The day of the database server, which is the campus's only from 07:00 on. */
const SERVER_DAY = /\bcurrent_date\b|\bnow\(\)::date\b/i;

describe("today is the campus's", () => {
  it("holds for every statement: $n with campusToday(), or now() AT TIME ZONE 'Asia/Phnom_Penh'", () => {
    const files = globSync("{lib/**/*.ts,jobs/**/*.ts,prisma/sql/**/*.sql}").filter(
      (file) => !file.includes("/generated/"),
    );
    expect(files.length).toBeGreaterThan(300);
    expect(files.filter((file) => SERVER_DAY.test(readFileSync(file, "utf8")))).toEqual([]);
  });

  it("bites", () => {
    expect(SERVER_DAY.test("WHERE valid_from <= CURRENT_DATE")).toBe(true);
    expect(SERVER_DAY.test("WHERE valid_from <= (now() AT TIME ZONE 'Asia/Phnom_Penh')::date")).toBe(false);
  });
});
