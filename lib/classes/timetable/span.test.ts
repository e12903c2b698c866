import { describe, expect, it } from "vitest";
import { addDays, daysBetween, weekday } from "@/lib/platform/dates/day";
import { sessionSpan, spanFrom } from "./span";

const term = { from: "2026-10-12", to: "2027-01-03" };

describe("sessionSpan", () => {
  it("is the term for the only session, and halves of whole weeks for two (IEAP)", () => {
    expect(sessionSpan(term, 1, 1)).toEqual(term);
    expect(sessionSpan(term, 1, 2)).toEqual({ from: "2026-10-12", to: "2026-11-22" });
    expect(sessionSpan(term, 2, 2)).toEqual({ from: "2026-11-23", to: "2027-01-03" });
  });

  it("covers the term without a gap, whatever the number of sessions and weeks", () => {
    for (const weeks of [11, 12, 13])
      for (const count of [1, 2, 3, 4, 5]) {
        const whole = { from: term.from, to: addDays(term.from, weeks * 7 - 1) };
        const spans = Array.from({ length: count }, (_, index) => sessionSpan(whole, index + 1, count));
        expect(spans[0]?.from).toBe(whole.from);
        expect(spans.at(-1)?.to).toBe(whole.to);
        for (const [index, span] of spans.entries()) {
          expect(weekday(span.from)).toBe(1);
          expect(daysBetween(span.from, span.to)).toBeGreaterThan(0);
          const next = spans[index + 1];
          if (next) expect(next.from).toBe(addDays(span.to, 1));
        }
      }
  });
});

it("spanFrom leaves out what is over", () => {
  expect(spanFrom(term, "2026-11-01").from).toBe("2026-11-01");
  expect(spanFrom(term, "2026-01-01")).toEqual(term);
});
