import { describe, expect, test } from "vitest";
import { normalisePaperNumber, paperState, RELATION_ROLES, roleOf, storedRelation } from "./rules";

describe("a paper", () => {
  test("holds on its last day, is expired the day after, and soon three months before", () => {
    expect(paperState(null, "2026-11-24")).toBe("open");
    expect(paperState("2026-11-23", "2026-11-24")).toBe("expired");
    expect(paperState("2026-11-24", "2026-11-24")).toBe("soon");
    expect(paperState("2027-02-22", "2026-11-24")).toBe("soon");
    expect(paperState("2027-02-23", "2026-11-24")).toBe("valid");
  });

  test("has one number, however it is typed", () => {
    expect(normalisePaperNumber("  n ០១២  34a ")).toBe("N 012 34A");
  });
});

describe("a relation", () => {
  test("is stored once, whichever side tells it", () => {
    expect(storedRelation(7, 3, "SIBLING")).toEqual(storedRelation(3, 7, "SIBLING"));
    expect(storedRelation(7, 3, "CHILD")).toEqual(storedRelation(3, 7, "PARENT"));
    expect(storedRelation(7, 3, "WARD")).toEqual(storedRelation(3, 7, "GUARDIAN"));
  });

  test.each(RELATION_ROLES)("reads as it was told: %s", (role) => {
    expect(roleOf(storedRelation(7, 3, role), 7)).toBe(role);
    expect(roleOf(storedRelation(3, 7, role), 3)).toBe(role);
  });

  test("reads from the other side as its counterpart", () => {
    expect(roleOf(storedRelation(7, 3, "PARENT"), 3)).toBe("CHILD");
    expect(roleOf(storedRelation(7, 3, "GUARDIAN"), 3)).toBe("WARD");
    expect(roleOf(storedRelation(7, 3, "SPOUSE"), 3)).toBe("SPOUSE");
  });
});
