import { describe, expect, it } from "vitest";
import { ROLES } from "@/lib/platform/access/roles";
import { LONGEST_LIFETIME, lifetimeOf } from "./lifetimes";

describe("lifetimeOf", () => {
  it("takes the strictest of each when somebody holds several roles", () => {
    expect(lifetimeOf(["student", "admin"])).toEqual(lifetimeOf(["admin"]));
    expect(lifetimeOf(["teacher"]).idle).toBeLessThan(lifetimeOf(["student"]).idle);
  });

  it("lets nothing live without a role, and nothing longer than the cookie", () => {
    expect(lifetimeOf([])).toEqual({ idle: 0, absolute: 0 });
    for (const role of ROLES) {
      expect(lifetimeOf([role]).absolute).toBeLessThanOrEqual(LONGEST_LIFETIME);
      expect(lifetimeOf([role]).idle).toBeLessThanOrEqual(lifetimeOf([role]).absolute);
    }
  });
});
