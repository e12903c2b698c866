import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { bestPass, type CountsFor, coursesThatCount, judgeRequisites, type Requisite } from "./requisites";

const row = (group: number, code: string, over: Partial<Requisite> = {}): Requisite => ({
  id: group,
  kind: "PREREQUISITE",
  group,
  code,
  minimumLetter: "D",
  ...over,
});
const pass = (courseCode: string, letter: string | null = "B", termStart = "2026-01-05") => ({
  courseCode,
  letter,
  termCode: "T",
  termStart,
});
const counts = (code: string, by: string, until: string | null = null): CountsFor => ({
  code,
  counts: by,
  until,
});
const nothing = { passed: [], taking: [], equivalences: [] };

describe("coursesThatCount", () => {
  it("follows equivalences through several courses and keeps the earliest end", () => {
    const rows = [counts("C", "B", "2026-06-01"), counts("B", "A"), counts("X", "C")];
    expect(coursesThatCount("C", rows)).toEqual([
      { code: "C", until: null, via: [] },
      { code: "B", until: "2026-06-01", via: [rows[0]] },
      { code: "A", until: "2026-06-01", via: [rows[0], rows[1]] },
    ]);
  });

  it("takes the way that holds longest, also for what is reached through it", () => {
    const rows = [counts("B", "A", "2024-01-01"), counts("A", "Z"), counts("B", "A")];
    expect(coursesThatCount("B", rows).map(({ code, until }) => [code, until])).toEqual([
      ["B", null],
      ["A", null],
      ["Z", null],
    ]);
    expect(bestPass("B", [pass("A", "C", "2026-01-05")], rows)?.courseCode).toBe("A");
  });

  property.prop([fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })))])(
    "ends whatever stands in the table, and names each course once",
    (pairs) => {
      const found = coursesThatCount(
        "0",
        pairs.map(([code, by]) => counts(String(code), String(by))),
      );
      expect(new Set(found.map(({ code }) => code)).size).toBe(found.length);
    },
  );
});

describe("bestPass", () => {
  it("takes the best letter of all courses that count", () => {
    const best = bestPass("B", [pass("B", "D"), pass("A", "A-"), pass("Z", "A+")], [counts("B", "A")]);
    expect(best?.courseCode).toBe("A");
  });
});

describe("judgeRequisites", () => {
  it("asks for one row of each group, each with its own letter", () => {
    const asked = [row(1, "A"), row(2, "B", { minimumLetter: "C" }), row(2, "C")];
    const states = (...passed: ReturnType<typeof pass>[]) =>
      judgeRequisites(asked, { ...nothing, passed }).map(({ state }) => state);
    expect(states()).toEqual(["missing", "missing"]);
    expect(states(pass("A"), pass("B", "D"))).toEqual(["met", "low"]);
    expect(states(pass("A"), pass("B", "D"), pass("C", "D"))).toEqual(["met", "met"]);
  });

  it("prefers what is being taken to what was passed too low, as a retake", () => {
    const taking = [{ courseCode: "A", termCode: "N", termStart: "2026-09-01" }];
    const [answer] = judgeRequisites([row(1, "A", { minimumLetter: "C" })], {
      ...nothing,
      passed: [pass("A", "D")],
      taking,
    });
    expect(answer?.state).toBe("studying");
    const [together] = judgeRequisites([row(1, "A", { kind: "COREQUISITE" })], { ...nothing, taking });
    expect(together?.state).toBe("together");
  });

  property.prop([fc.array(fc.constantFrom("A", "B", "C"), { maxLength: 3 }), fc.boolean()])(
    "is never worse with more passes",
    (codes, more) => {
      const asked = [row(1, "A"), row(1, "B"), row(2, "C")];
      const passed = codes.map((code) => pass(code, "C"));
      const met = (list: typeof passed) =>
        judgeRequisites(asked, { ...nothing, passed: list }).filter(({ state }) => state === "met").length;
      expect(met(more ? [...passed, pass("C", "A")] : passed)).toBeGreaterThanOrEqual(met(passed));
    },
  );
});
