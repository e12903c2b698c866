import { describe, expect, it } from "vitest";
import { flatParams, listHref } from "./href";
import { parseAsChoices, parseAsPage, parseAsPageSize, parseAsSort } from "./list-params";

describe("listHref", () => {
  it("keeps the rest of the state and goes back to the first page", () => {
    const params = { q: "sok", status: "ACTIVE,FROZEN", page: "7" };
    expect(listHref("/students", params, { status: "ACTIVE" })).toBe("/students?q=sok&status=ACTIVE");
    expect(listHref("/students", params, { page: 8 })).toBe("/students?q=sok&status=ACTIVE,FROZEN&page=8");
    expect(listHref("/students", params, { q: null, status: "" })).toBe("/students");
  });

  it("encodes what people type", () => {
    const href = listHref("/students", {}, { q: "សុខ & co=?" });
    expect(new URL(href, "http://x").searchParams.get("q")).toBe("សុខ & co=?");
  });
});

describe("parameters", () => {
  it("are flat, the last of repeated ones counts", () => {
    expect(flatParams({ a: ["1", "2"], b: "3", c: undefined, d: "" })).toEqual({ a: "2", b: "3" });
  });

  it("fall back when nonsense stands in the URL", () => {
    expect(parseAsPage.parse("0")).toBeNull();
    expect(parseAsPage.parse("-1")).toBeNull();
    expect(parseAsPage.parse("12")).toBe(12);
    expect(parseAsPageSize.parse("1000")).toBeNull();
    expect(parseAsSort(["name", "number"]).parse("-number")).toEqual({ column: "number", direction: "desc" });
    expect(parseAsSort(["name"]).parse("password")).toBeNull();
    expect(parseAsChoices(["A", "B"]).parse("A,C")).toEqual(["A"]);
  });
});
