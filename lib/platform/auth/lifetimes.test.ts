import { describe, expect, it } from "vitest";
import { ROLES } from "@/lib/platform/access/roles";
import { inWholeUnits, LONGEST_LIFETIME, lifetimeOf } from "./lifetimes";

describe("lifetimeOf", () => {
  it("takes the strictest of each when somebody holds several roles", () => {
    expect(lifetimeOf(["student", "admin"])).toEqual(lifetimeOf(["admin"]));
    expect(lifetimeOf(["teacher"]).idle).toBeLessThan(lifetimeOf(["student"]).idle);
  });

  it("is told in whole units", () => {
    expect([14 * 86_400, 36 * 3_600, 2 * 3_600, 30 * 60, 90 * 60].map(inWholeUnits)).toEqual([
      { unit: "days", count: 14 },
      { unit: "hours", count: 36 },
      { unit: "hours", count: 2 },
      { unit: "minutes", count: 30 },
      { unit: "minutes", count: 90 },
    ]);
  });

  it("lets nothing live without a role, and nothing longer than the cookie", () => {
    expect(lifetimeOf([])).toEqual({ idle: 0, absolute: 0 });
    for (const role of ROLES) {
      expect(lifetimeOf([role]).absolute).toBeLessThanOrEqual(LONGEST_LIFETIME);
      expect(lifetimeOf([role]).idle).toBeLessThanOrEqual(lifetimeOf([role]).absolute);
    }
  });
});
