import { fc } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/platform/dates/day";
import { refundShare } from "./refund-rule";

const schedule = { percent: 50, days: 14 };
const term = { dropDeadline: "2026-11-02", start: "2026-10-19" };

describe("the share that goes back (domain.md 0.2 row 8)", () => {
  it.each([
    ["2026-11-02", 100, "registration.refund_full"],
    ["2026-11-03", 50, "registration.refund_part"],
    ["2026-11-16", 50, "registration.refund_part"],
    ["2026-11-17", 0, "registration.refund_none"],
  ])("on %s is %i per cent", (day, share, rule) => {
    const { value, because } = refundShare(term, day, schedule);
    expect(value).toBe(share);
    expect(because[0]).toMatchObject({ rule, source: "domain.md 0.2 row 8" });
  });

  it("counts from the first day of a term without a drop deadline", () => {
    const open = { dropDeadline: null, start: "2026-10-19" };
    expect(refundShare(open, "2026-10-19", schedule).value).toBe(100);
    expect(refundShare(open, "2026-10-20", schedule).value).toBe(50);
  });

  it("never grows as days go by", () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(60), fc.nat(100), fc.nat(60), (from, later, percent, days) => {
        const day = addDays("2026-10-01", from);
        const share = (on: string) => refundShare(term, on, { percent, days }).value;
        expect(share(addDays(day, later))).toBeLessThanOrEqual(share(day));
      }),
    );
  });
});
