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

  test("widths follow the longest cell, within bounds; Khmer signs take no room", () => {
    const rows = [
      ["1", "x".repeat(60), "ស្រី"],
      ["2", "a short one", ""],
    ];
    const { columns } = printTable({ keys: ["a", "b", "c"], headings: ["A", "B", "C"], rows }, names);
    expect(columns.map(({ width }) => width)).toEqual([6, 6, 44, 6]);
    const khmer = printTable({ keys: ["a"], headings: ["A"], rows: [["សុវណ្ណភូមិ ចន្ទា"]] }, names);
    expect(khmer.columns[1]?.width).toBe(14);
  });

  test("an address may be parted at its signs", () => {
    const rows = [["sok.dara.15015@students.naga.example"], ["3.5"]];
    const table = printTable({ keys: ["a"], headings: ["A"], rows }, names);
    expect(table.rows.map(([, cell]) => cell?.split("\u200b").length)).toEqual([6, 1]);
    expect(table.rows[0]?.[1]?.replaceAll("\u200b", "")).toBe(rows[0]?.[0]);
  });

  test("an empty list has its headings", () => {
    expect(printTable({ keys: ["a"], headings: ["A"], rows: [] }, names)).toMatchObject({ rows: [] });
  });
});
