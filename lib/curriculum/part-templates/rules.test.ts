import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { percentOf, sessionsOf, thousandthsOf, unevenSessions } from "./rules";

const part = (session: number, percent: string) => ({ session, percent });

describe("unevenSessions", () => {
  it("takes sessions that make 100 percent, give or take a tenth", () => {
    expect(unevenSessions([part(1, "40"), part(1, "40"), part(1, "20")], 1)).toEqual([]);
    expect(unevenSessions([part(1, "33.3"), part(1, "33.3"), part(1, "33.3")], 1)).toEqual([]);
  });

  it("tells each session that does not, also one without parts and one too many", () => {
    expect(unevenSessions([part(1, "60"), part(1, "30")], 1)).toEqual([{ session: 1, percent: 90 }]);
    expect(unevenSessions([part(1, "100")], 2)).toEqual([{ session: 2, percent: 0 }]);
    expect(unevenSessions([part(1, "100"), part(2, "100")], 1)).toEqual([{ session: 2, percent: 100 }]);
  });

  it("keeps percent and stored weights apart by nothing", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (tenths) => {
        const percent = String(tenths / 10);
        expect(thousandthsOf(percent)).toBe(tenths);
        expect(percentOf((tenths / 1000).toFixed(3))).toBe(percent);
      }),
    );
  });

  it("gives IEAP two sessions", () => {
    expect([sessionsOf("IEAP"), sessionsOf("GESL")]).toEqual([2, 1]);
  });
});
