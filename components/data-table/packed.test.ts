import fc from "fast-check";
import { expect, test } from "vitest";
import { packRows, unpackRows } from "./packed";

test("rows come back as they went", () => {
  const rows = [
    { id: 1, href: "/a", name: { familyName: "SOK", personalName: "Dara" }, tags: ["x"], monk: false },
    { id: 2, href: "/b", name: { familyName: "CHAN", personalName: "Srey" }, tags: [], monk: true },
  ];
  expect(unpackRows(packRows(rows))).toEqual(rows);
});

test("what one row lacks is null", () => {
  const rows = [
    { id: 1, name: { familyName: "SOK", khmerFamilyName: "សុខ" } },
    { id: 2, name: null },
    { id: 3 },
  ];
  expect(unpackRows(packRows(rows))).toEqual([
    { id: 1, name: { familyName: "SOK", khmerFamilyName: "សុខ" } },
    { id: 2, name: null },
    { id: 3, name: null },
  ]);
});

test("no rows are no rows", () => {
  expect(unpackRows(packRows([]))).toEqual([]);
});

test("any text survives", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ id: fc.integer(), text: fc.string(), inner: fc.record({ a: fc.string() }) })),
      (rows) => {
        expect(unpackRows(packRows(rows))).toEqual(rows);
      },
    ),
  );
});
