import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/platform/dates/day";
import { numberInFileName, overdueSince, PHOTO_STAGES, photoDue } from "./rules";

describe("when a photo is due (domain.md 2.2 Photos)", () => {
  it("is fresh for five months, gentle for half a month, urgent for 15 days, then overdue", () => {
    const at = (today: string) => photoDue("2026-01-10", false, today).stage;
    expect(photoDue("2026-01-10", false, "2026-01-10").dueOn).toBe("2026-07-10");
    expect([at("2026-06-09"), at("2026-06-10"), at("2026-06-24"), at("2026-06-25")]).toEqual([
      "fresh",
      "gentle",
      "gentle",
      "urgent",
    ]);
    expect([at("2026-07-09"), at("2026-07-10"), at("2027-01-01")]).toEqual(["urgent", "overdue", "overdue"]);
  });

  it("gives monks twelve months", () => {
    const at = (today: string) => photoDue("2026-01-10", true, today).stage;
    expect([at("2026-07-10"), at("2026-12-10"), at("2026-12-26"), at("2027-01-10")]).toEqual([
      "fresh",
      "gentle",
      "urgent",
      "overdue",
    ]);
  });

  const day = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays("2020-01-01", days));

  it("never becomes less pressing with time", () => {
    fc.assert(
      fc.property(day, fc.boolean(), fc.nat(800), (taken, monk, days) => {
        const rank = (n: number) => PHOTO_STAGES.indexOf(photoDue(taken, monk, addDays(taken, n)).stage);
        expect(rank(days + 1)).toBeGreaterThanOrEqual(rank(days));
      }),
    );
  });

  it("and the newest overdue day is the border", () => {
    fc.assert(
      fc.property(day, fc.boolean(), (today, monk) => {
        const border = overdueSince(today, monk);
        expect(photoDue(border, monk, today).stage).toBe("overdue");
        expect(photoDue(addDays(border, 1), monk, today).stage).not.toBe("overdue");
      }),
    );
  });
});

describe("the number in the name of a file", () => {
  it.each([
    ["00742.jpg", 742],
    ["742 SOK DARA.png", 742],
    ["photos/2026/00742_2.webp", 742],
    ["C:\\photos\\742.JPG", 742],
    ["IMG_1234.jpg", null],
    ["00000.jpg", null],
    ["dara.jpg", null],
    ["", null],
  ])("%s", (name, number) => {
    expect(numberInFileName(name)).toBe(number);
  });
});
