import { describe, expect, it } from "vitest";
import { loadAuditParams } from "@/lib/platform/audit/search-params";
import { parseAsPage, parseAsText } from "./list-params";

describe("what stands in an address", () => {
  it("is a text of at most 100 characters", () => {
    expect(parseAsText.parse("  a ")).toBe("a");
    expect(parseAsText.parse("a".repeat(5_000))).toHaveLength(100);
    expect(parseAsText.parse("  ")).toBeNull();
    const long = "a".repeat(5_000);
    const { who, reason, request } = loadAuditParams({ who: long, reason: long, request: long });
    for (const text of [who, reason, request]) expect(text).toHaveLength(100);
  });

  it("is a page number that no list is too long for", () => {
    for (const text of ["0", "-1", "1e9", "1000000", "99999999999999999999", "NaN", "1.5"])
      expect([text, parseAsPage.parse(text)]).toEqual([text, null]);
    expect(parseAsPage.parse("999999")).toBe(999_999);
  });
});
