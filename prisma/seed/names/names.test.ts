import { describe, expect, it } from "vitest";
import { isKhmerName, isLatinName } from "@/lib/people/rules";
import { normaliseKhmer } from "@/lib/platform/i18n/khmer";
import { makeCatalogue } from "../curriculum/catalogue";
import { Random } from "../random";
import { drawName } from "./draw";
import { familyNames } from "./family";
import { femaleNames } from "./personal-female";
import { maleNames } from "./personal-male";

describe("names of the demo campus", () => {
  it.each([
    ["family", familyNames, 60],
    ["male", maleNames, 100],
    ["female", femaleNames, 100],
  ] as const)("%s names are many, distinct, and right in both scripts", (_, table, atLeast) => {
    expect(table.length).toBeGreaterThanOrEqual(atLeast);
    expect(new Set(table.map((name) => name.latin)).size).toBe(table.length);
    for (const { latin, khmer } of table) {
      expect(isLatinName(latin), latin).toBe(true);
      expect(isKhmerName(khmer), latin).toBe(true);
      // The canonical order of code points: what two keyboards type must be found as one.
      expect(normaliseKhmer(khmer), latin).toBe(khmer);
    }
  });

  it("hardly repeat among thousands of people", () => {
    const random = new Random("names");
    const drawn = Array.from({ length: 18_000 }, (_, index) => drawName(random, index % 2 ? "F" : "M", "KH"));
    const whole = new Set(drawn.map((name) => `${name.familyName} ${name.personalName}`));
    expect(whole.size).toBeGreaterThan(9_000);
  });

  it("Khmer titles of courses are written in canonical order", () => {
    for (const course of makeCatalogue().courses)
      expect(normaliseKhmer(course.titleKm), course.code).toBe(course.titleKm);
  });
});
