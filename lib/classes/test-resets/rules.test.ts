import { describe, expect, it } from "vitest";
import { movedTest, usualTests } from "./rules";

const term = { startDate: "2026-10-12", endDate: "2027-01-03" };

describe("tests of a term", () => {
  it("are usually in the middle and two weeks before the end", () => {
    expect(usualTests(term)).toEqual([
      { testType: "MIDTERM", resetDate: "2026-11-22" },
      { testType: "FINAL", resetDate: "2026-12-20" },
    ]);
  });

  it("move along: the midterm with the beginning, the final with the end", () => {
    const later = { startDate: "2026-10-19", endDate: "2027-01-24" };
    expect(movedTest({ testType: "MIDTERM", resetDate: "2026-11-22" }, term, later)).toBe("2026-11-29");
    expect(movedTest({ testType: "FINAL", resetDate: "2026-12-20" }, term, later)).toBe("2027-01-10");
  });

  it("stay within the term", () => {
    const short = { startDate: "2026-10-12", endDate: "2026-11-01" };
    expect(movedTest({ testType: "MIDTERM", resetDate: "2026-11-22" }, term, short)).toBe("2026-11-01");
    expect(movedTest({ testType: "FINAL", resetDate: "2026-10-20" }, term, short)).toBe("2026-10-12");
  });
});
