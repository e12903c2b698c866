import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ComparedName, nameLikeness } from "./names";

const name = (
  family: string,
  personal: string,
  khmer?: [string, string],
  khmerIsGuess = false,
): ComparedName => ({
  familyName: family,
  personalName: personal,
  khmerFamilyName: khmer?.[0] ?? null,
  khmerPersonalName: khmer?.[1] ?? null,
  khmerIsGuess,
});

describe("nameLikeness (domain.md 2.2 Duplicates)", () => {
  it("does not mind order, spaces, hyphens and apostrophes", () => {
    expect(nameLikeness(name("SOK", "DARA"), name("DARA", "SOK"))).toBe(1);
    expect(nameLikeness(name("SOK", "SREY NEANG"), name("SOK", "SREYNEANG"))).toBe(1);
    expect(nameLikeness(name("SOK", "SREY NEANG"), name("NEANG", "SREY SOK"))).toBe(1);
    expect(nameLikeness(name("O'BRIEN", "ANN-MARIE"), name("OBRIEN", "ANN MARIE"))).toBe(1);
  });

  it("counts letters that differ, are missing or swapped", () => {
    expect(nameLikeness(name("SOK", "DARA"), name("SOK", "DARO"))).toBeCloseTo(6 / 7);
    expect(nameLikeness(name("SOK", "DARA"), name("SOK", "DRAA"))).toBeCloseTo(6 / 7);
    expect(nameLikeness(name("SOK", "DARA"), name("CHHIM", "BOPHA"))).toBeLessThan(0.5);
    expect(nameLikeness(name("SOK", "DARA"), name("SOK", "NITA"))).toBeLessThan(0.75);
  });

  it("takes a Khmer name that agrees, in any order of code points, unless it is a guess", () => {
    const here = name("SOK", "DARA", ["សុខ", "ដារ៉ា"]);
    expect(nameLikeness(here, name("SUK", "TARA", ["សុខ", "ដារ៉ា"]))).toBe(1);
    expect(nameLikeness(here, name("SUK", "TARA", ["ដារ៉ា", "សុខ"]))).toBe(1);
    expect(nameLikeness(here, name("CHAN", "BOREY", ["សុខ", "ដារ៉ា"], true))).toBeLessThan(0.5);
    // The same syllable, typed with subscript and vowel in another order.
    expect(nameLikeness(name("A", "B", ["ស្រី", "ខ្មែរ"]), name("C", "D", ["ស\u17b8\u17d2រ", "ខ្មែរ"]))).toBe(1);
  });

  it("is nothing for names that are missing", () => {
    expect(nameLikeness(name("", ""), name("", ""))).toBe(0);
    expect(nameLikeness(name("", ""), name("SOK", "DARA"))).toBe(0);
  });

  it("lies between 0 and 1, the same both ways, 1 for the same name", () => {
    const part = fc.stringMatching(/^[A-Z]{1,12}$/);
    const any = fc
      .record({ family: part, personal: part })
      .map(({ family, personal }) => name(family, personal));
    fc.assert(
      fc.property(any, any, (a, b) => {
        const alike = nameLikeness(a, b);
        expect(alike).toBeGreaterThanOrEqual(0);
        expect(alike).toBeLessThanOrEqual(1);
        expect(nameLikeness(b, a)).toBeCloseTo(alike);
        expect(nameLikeness(a, a)).toBe(1);
      }),
    );
  });
});
