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
