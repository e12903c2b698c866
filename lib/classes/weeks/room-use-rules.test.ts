import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type RoomMinutes, roomUse } from "./room-use-rules";
import type { StudyBand } from "./study-hours";

const bands: StudyBand[] = [
  { part: "morning", weekday: 1, fromMin: 480, toMin: 700 },
  { part: "evening", weekday: 1, fromMin: 1050, toMin: 1290 },
  { part: "evening", weekday: 2, fromMin: 1050, toMin: 1290 },
];

function room(used: RoomMinutes["used"]): RoomMinutes {
  return {
    id: 1,
    code: "M1",
    building: "MAIN",
    roomType: "CLASS",
    capacity: 30,
    meetings: 1,
    minutes: 90,
    used,
  };
}

describe("roomUse", () => {
  it("divides what was used by the hours of the open days", () => {
    const report = roomUse([room([{ part: "evening", weekday: 1, minutes: 240 }])], bands, { 1: 2, 2: 1 });
    // Two Mondays of 460 minutes and one Tuesday of 240.
    expect(report.share).toBeCloseTo(240 / 1160);
    expect(report.rooms[0]?.parts.evening).toBeCloseTo(240 / 720);
    expect(report.rooms[0]?.parts.morning).toBe(0);
    expect(report.rooms[0]?.parts.afternoon).toBeNull();
    expect(report.cells.find(({ weekday, part }) => weekday === 1 && part === "evening")?.share).toBeCloseTo(
      0.5,
    );
  });

  it("counts a closed weekday as nothing at all, and says so instead of 0 %", () => {
    const report = roomUse([room([])], bands, { 1: 1 });
    expect(report.cells.find(({ weekday }) => weekday === 2)?.share).toBeNull();
    expect(roomUse([room([])], bands, {}).share).toBeNull();
    expect(roomUse([], bands, { 1: 1 }).share).toBeNull();
  });

  it("is the mean of its rooms", () => {
    const minutes = fc.integer({ min: 0, max: 240 });
    fc.assert(
      fc.property(fc.array(minutes, { minLength: 1, maxLength: 5 }), (used) => {
        const rooms = used.map((each) => room([{ part: "evening", weekday: 1, minutes: each }]));
        const report = roomUse(rooms, bands, { 1: 1, 2: 1 });
        const mean = report.rooms.reduce((sum, each) => sum + (each.share ?? 0), 0) / rooms.length;
        expect(report.share).toBeCloseTo(mean);
        expect(report.share).toBeLessThanOrEqual(1);
      }),
    );
  });
});
