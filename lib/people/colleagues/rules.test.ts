import { describe, expect, it } from "vitest";
import { firstDayOff, isActive, stateOn } from "./rules";

const DAY = "2026-11-24";
const profile = (over: object = {}) => ({
  status: "ACTIVE" as const,
  startDate: "2020-01-01",
  endDate: null as string | null,
  ...over,
});

describe("a teacher or staff member (domain.md 2.1)", () => {
  it("is active with the status and within the days, both of which count", () => {
    expect(isActive(profile(), DAY)).toBe(true);
    expect(isActive(profile({ startDate: DAY, endDate: DAY }), DAY)).toBe(true);
    expect(isActive(profile({ startDate: "2026-11-25" }), DAY)).toBe(false);
    expect(isActive(profile({ endDate: "2026-11-23" }), DAY)).toBe(false);
    expect(isActive(profile({ status: "ON_LEAVE" }), DAY)).toBe(false);
  });

  it("is shown as not begun or ended where the days say so", () => {
    expect(stateOn(profile({ startDate: "2026-11-25" }), DAY)).toBe("NOT_BEGUN");
    expect(stateOn(profile({ endDate: "2026-11-23" }), DAY)).toBe("ENDED");
    expect(stateOn(profile({ endDate: DAY }), DAY)).toBe("ACTIVE");
    expect(stateOn(profile({ status: "SUSPENDED", endDate: "2026-11-23" }), DAY)).toBe("SUSPENDED");
  });

  it("gives no lesson from the day after the last, or from today on leave", () => {
    expect(firstDayOff({ status: "INACTIVE", endDate: "2026-12-31" }, DAY)).toBe("2027-01-01");
    expect(firstDayOff({ status: "ACTIVE", endDate: "2026-02-28" }, DAY)).toBe("2026-03-01");
    expect(firstDayOff({ status: "ACTIVE", endDate: null }, DAY)).toBeNull();
    expect(firstDayOff({ status: "ON_LEAVE", endDate: null }, DAY)).toBe(DAY);
    expect(firstDayOff({ status: "SUSPENDED", endDate: "2027-01-01" }, DAY)).toBe(DAY);
  });
});
