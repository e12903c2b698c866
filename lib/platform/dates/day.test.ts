import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, daysBetween, fullYears, isDay, parseDay, startOfWeek, weekday } from "./day";

const day = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2200-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("parseDay", () => {
  it.each([
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-1-2",
    "26-01-02",
    "",
    "0026-01-01",
    "2026-01-01T00:00",
  ])("refuses %j", (text) => expect(parseDay(text)).toBeNull());

  it("accepts days that exist", () => {
    expect(parseDay("2024-02-29")).toBe("2024-02-29");
    expect(isDay(new Date())).toBe(false);
    fc.assert(fc.property(day, (text) => parseDay(text) === text));
  });
});

describe("arithmetic", () => {
  it("adds and counts days as inverses, over leap years and year ends", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -20_000, max: 20_000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });

  it("sorts as text as it sorts in time", () => {
    fc.assert(fc.property(day, day, (a, b) => Math.sign(daysBetween(a, b)) === (a < b ? 1 : a > b ? -1 : 0)));
  });

  it("knows weekdays and Mondays", () => {
    expect(weekday("2026-11-24")).toBe(2);
    expect(weekday("2026-11-29")).toBe(7);
    fc.assert(
      fc.property(day, (text) => {
        const monday = startOfWeek(text);
        expect(weekday(monday)).toBe(1);
        expect(daysBetween(monday, text)).toBe(weekday(text) - 1);
      }),
    );
  });

  it("keeps months inside the month", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
    expect(addMonths("2026-03-15", -6)).toBe("2025-09-15");
  });

  it("counts completed years", () => {
    expect(fullYears("2004-11-25", "2026-11-24")).toBe(21);
    expect(fullYears("2004-11-24", "2026-11-24")).toBe(22);
  });

  it("throws on what is no day", () => {
    expect(() => addDays("yesterday", 1)).toThrow(RangeError);
  });
});
