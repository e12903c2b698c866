import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  campusDay,
  campusInstant,
  campusMinutes,
  campusNow,
  campusToday,
  dayFromDb,
  dayToDb,
} from "./campus";

const zone = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Asia/Phnom_Penh",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

function byZoneData(instant: Date) {
  const part = Object.fromEntries(zone.formatToParts(instant).map(({ type, value }) => [type, value]));
  return {
    day: `${part.year}-${part.month}-${part.day}`,
    minutes: Number(part.hour) * 60 + Number(part.minute),
  };
}

const instant = fc.date({
  min: new Date("2000-01-01T00:00:00Z"),
  max: new Date("2100-01-01T00:00:00Z"),
  noInvalidDate: true,
});

describe("the campus zone", () => {
  it("agrees with the zone data of the runtime", () => {
    fc.assert(
      fc.property(instant, (at) => {
        expect(campusNow(at)).toEqual(byZoneData(at));
      }),
    );
  });

  it("changes the day at 17:00 UTC", () => {
    expect(campusToday(new Date("2026-11-23T16:59:59Z"))).toBe("2026-11-23");
    expect(campusToday(new Date("2026-11-23T17:00:00Z"))).toBe("2026-11-24");
  });

  it("finds the instant of a clock time and back", () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 1439 }), (at, minutes) => {
        const back = campusInstant(campusDay(at), minutes);
        expect(campusDay(back)).toBe(campusDay(at));
        expect(campusMinutes(back)).toBe(minutes);
      }),
    );
  });

  it("moves days in and out of the database unchanged", () => {
    fc.assert(
      fc.property(instant, (at) => {
        const day = campusDay(at);
        expect(dayFromDb(dayToDb(day))).toBe(day);
      }),
    );
    expect(dayFromDb(null)).toBeNull();
    expect(() => dayToDb("2026-40-40")).toThrow(RangeError);
  });
});
