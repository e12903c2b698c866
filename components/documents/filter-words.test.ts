import { expect, test } from "vitest";
import { filterWords } from "./filter-words";

const status = {
  key: "status",
  label: "Status",
  multiple: true,
  options: [
    { value: "ACTIVE", label: "Active" },
    { value: "FROZEN", label: "Frozen" },
  ],
};
const born = { key: "born", label: "Born", options: [], years: true, multiple: true };

test("filters are told in words, the search first, and only those that narrow", () => {
  const params = { q: "sok", status: "ACTIVE,FROZEN,ODD", born: "1998-2004", page: "3" };
  expect(filterWords([status, born], params, "Search")).toEqual([
    "Search: “sok”",
    "Status: Active, Frozen, ODD",
    "Born: 1998-2004",
  ]);
  expect(filterWords([status, born], { sort: "name" }, "Search")).toEqual([]);
});
