import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandWeek, layOutWeek, type Placeable } from "./week-layout";

function meeting(over: Partial<Placeable & { id: number }> = {}) {
  return { id: 1, date: "2026-11-23", startMin: 1050, endMin: 1140, code: "ENGL-101", ...over };
}

describe("layOutWeek", () => {
  it("shows Monday to Saturday of an empty week, and evenings", () => {
    const week = layOutWeek("2026-11-23", []);
    expect(week.days.map((each) => each.day)).toEqual([
      "2026-11-23",
      "2026-11-24",
      "2026-11-25",
      "2026-11-26",
      "2026-11-27",
      "2026-11-28",
    ]);
    expect(week).toMatchObject({ firstHour: 17, hours: 4 });
  });

  it("adds Sunday when something happens on it", () => {
    expect(layOutWeek("2026-11-23", [meeting({ date: "2026-11-29" })]).days).toHaveLength(7);
  });

  it("shows the hours and days of its frame, and more where something lies outside", () => {
    const frame = { fromMin: 420, toMin: 1290, wholeWeek: true };
    expect(layOutWeek("2026-11-23", [], frame)).toMatchObject({ firstHour: 7, hours: 15 });
    expect(layOutWeek("2026-11-23", [], frame).days).toHaveLength(7);
    expect(layOutWeek("2026-11-23", [meeting({ startMin: 390, endMin: 480 })], frame)).toMatchObject({
      firstHour: 6,
      hours: 16,
    });
  });

  it("places by quarter hours from the first hour", () => {
    const [monday] = layOutWeek("2026-11-23", [meeting()]).days;
    expect(monday?.meetings[0]).toMatchObject({ rowStart: 3, rowEnd: 9, lane: 0, lanes: 1 });
  });

  it("puts meetings that overlap beside each other, also three", () => {
    const [monday] = layOutWeek("2026-11-23", [
      meeting({ id: 1 }),
      meeting({ id: 2, startMin: 1080, endMin: 1170 }),
      meeting({ id: 3, startMin: 1080, endMin: 1170 }),
      meeting({ id: 4, startMin: 1170, endMin: 1230 }),
    ]).days;
    expect(monday?.meetings.map((each) => [each.id, each.lane, each.lanes])).toEqual([
      [1, 0, 3],
      [2, 1, 3],
      [3, 2, 3],
      [4, 0, 1],
    ]);
  });

  it("never lays one over another, whatever the day", () => {
    const some = fc.array(
      fc
        .tuple(fc.integer({ min: 28, max: 80 }), fc.integer({ min: 1, max: 12 }))
        .map(([start, length]) => meeting({ startMin: start * 15, endMin: (start + length) * 15 })),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(some, (meetings) => {
        const placed = layOutWeek("2026-11-23", meetings).days[0]?.meetings ?? [];
        for (const [index, a] of placed.entries()) {
          for (const b of placed.slice(index + 1)) {
            const overlap = a.startMin < b.endMin && b.startMin < a.endMin;
            if (overlap) expect([a.lane === b.lane, a.lanes === b.lanes]).toEqual([false, true]);
          }
          expect(a.lane).toBeLessThan(a.lanes);
        }
      }),
    );
  });

  it("keeps a day from five in the morning to midnight inside sixteen hours", () => {
    const week = layOutWeek("2026-11-23", [
      meeting({ startMin: 300, endMin: 360 }),
      meeting({ id: 2, startMin: 1380, endMin: 1440 }),
    ]);
    expect(week.hours).toBe(16);
    for (const { meetings } of week.days) {
      for (const each of meetings) {
        expect(each.rowStart).toBeLessThanOrEqual(64);
        expect(each.rowEnd).toBeLessThanOrEqual(65);
        expect(each.rowEnd).toBeGreaterThan(each.rowStart);
      }
    }
  });
});

describe("bandWeek", () => {
  it("has a row for every time of day and a cell for every day, classes in their order", () => {
    const week = bandWeek("2026-11-23", [
      meeting({ id: 1, code: "GESL-2" }),
      meeting({ id: 2, code: "GESL-1" }),
      meeting({ id: 3, startMin: 420, endMin: 510, date: "2026-11-28" }),
    ]);
    expect(week.days).toHaveLength(6);
    expect(week.bands.map(({ startMin, endMin }) => [startMin, endMin])).toEqual([
      [420, 510],
      [1050, 1140],
    ]);
    expect(week.bands[1]?.cells[0]?.map((each) => each.id)).toEqual([2, 1]);
    expect(week.bands[0]?.cells[5]?.map((each) => each.id)).toEqual([3]);
  });
});
