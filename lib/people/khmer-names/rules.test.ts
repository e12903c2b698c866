import { describe, expect, test } from "vitest";
import { LEAST_CONFIDENCE, neededLatin, type Pattern, suggestName, suggestPart } from "./rules";

const pattern = (latin: string, khmer: string, frequency: number, share = 1, isFamily = false): Pattern => ({
  latin,
  khmer,
  isFamily,
  frequency,
  share,
});
const known = [
  pattern("SOK", "សុខ", 40, 1, true),
  pattern("DARA", "ដារ៉ា", 30),
  pattern("SOK", "សុខ", 20),
  pattern("CHEA", "ជា", 20),
  pattern("VANNARA", "វណ្ណារ៉ា", 6, 0.6),
  pattern("VANNARA", "វ៉ាន់ណារ៉ា", 4, 0.4),
  pattern("ONCE", "ម្ដង", 1),
];

describe("the spelling that confirmed names suggest", () => {
  test("is the most frequent one, surer the more often it was confirmed and the less anything else was", () => {
    expect(suggestPart("DARA", known, false)).toEqual({ khmer: "ដារ៉ា", confidence: 0.95 });
    expect(suggestPart("VANNARA", known, false)).toEqual({ khmer: "វណ្ណារ៉ា", confidence: 0.52 });
    expect(suggestPart("ONCE", known, false)).toEqual({ khmer: "ម្ដង", confidence: 0.4 });
  });

  test("is found word by word and, for personal names, from two known pieces", () => {
    expect(suggestPart("DARA CHEA", known, false)?.khmer).toBe("ដារ៉ា ជា");
    const joined = suggestPart("SOKCHEA", known, false);
    expect(joined?.khmer).toBe("សុខជា");
    expect(joined?.confidence).toBeLessThan(suggestPart("CHEA", known, false)?.confidence ?? 0);
    expect(neededLatin("SOKCHEA")).toEqual(expect.arrayContaining(["SOKCHEA", "SOK", "CHEA"]));
  });

  test("does not exist for what was never seen, and is never put together for a family name", () => {
    expect(suggestPart("XAVIER", known, false)).toBeNull();
    expect(suggestPart("DARA XAVIER", known, false)).toBeNull();
    expect(suggestPart("SOKCHEA", known, true)).toBeNull();
    expect(suggestPart("DARA", known, true)).toBeNull();
    const unsure = [pattern("RARE", "ក", 1, 0.5)];
    expect(suggestPart("RARE", unsure, false)).toBeNull();
    expect(LEAST_CONFIDENCE).toBeGreaterThan(0.2);
  });

  test("of a whole name is as sure as both parts together; one part alone is no name", () => {
    const both = suggestName({ familyName: "SOK", personalName: "DARA" }, known);
    expect(both.family?.khmer).toBe("សុខ");
    expect(both.confidence).toBeCloseTo(0.96 * 0.95, 1);
    const half = suggestName({ familyName: "SOK", personalName: "XAVIER" }, known);
    expect(half).toMatchObject({ personal: null, confidence: 0 });
  });
});
