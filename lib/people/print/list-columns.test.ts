import { describe, expect, test } from "vitest";
import { printTable } from "./list-columns";

const names = { latin: "Name", khmer: "Name in Khmer" };
const keys = ["number", "familyName", "personalName", "khmerFamilyName", "khmerPersonalName", "status"];
const headings = ["Number", "Family name", "Personal name", "Khmer family", "Khmer personal", "Status"];

describe("what a list prints", () => {
  test("one column for the name of each script, and a number before each row", () => {
    const rows = [
      ["00742", "SOK", "DARA", "សុខ", "ដារ៉ា", "Active"],
      ["00743", "CHAN", "", "", "", ""],
    ];
    const table = printTable({ keys, headings, rows }, names);
    expect(table.columns.map(({ heading }) => heading)).toEqual([
      "#",
      "Number",
      "Name",
      "Name in Khmer",
      "Status",
    ]);
    expect(table.rows).toEqual([
      ["1", "00742", "SOK DARA", "សុខ ដារ៉ា", "Active"],
      ["2", "00743", "CHAN", "", ""],
    ]);
  });

  test("what is too long for two lines is cut, and says so", () => {
    const table = printTable({ keys: ["x"], headings: ["X"], rows: [["a".repeat(500)]] }, names);
    expect(table.rows[0]?.[1]).toBe(`${"a".repeat(63)}…`);
  });

  test("widths follow what stands in the columns, within bounds", () => {
    const rows = Array.from({ length: 20 }, (_, n) => ["1", n === 0 ? "x".repeat(60) : "a short one"]);
    const { columns } = printTable({ keys: ["a", "b"], headings: ["A", "B"], rows }, names);
    expect(columns.map(({ width }) => width)).toEqual([4, 5, 12]);
  });

  test("an empty list has its headings", () => {
    expect(printTable({ keys: ["a"], headings: ["A"], rows: [] }, names)).toMatchObject({ rows: [] });
  });
});
