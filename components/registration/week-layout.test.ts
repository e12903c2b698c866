import { describe, expect, it } from "vitest";
import type { MeetingRow } from "@/lib/classes/schemas";
import { layOutWeek } from "./week-layout";

function meeting(over: Partial<MeetingRow>): MeetingRow {
  return {
    id: 1,
    date: "2026-11-23",
    startMin: 1050,
    endMin: 1140,
    cancelled: false,
    cancelReason: null,
    room: "M101",
    building: "MAIN",
    teacher: null,
    classId: 1,
    code: "ENGL-101",
    title: "English",
    titleKm: null,
    section: "A",
    part: { en: "Main", km: "ផ្នែកចម្បង" },
    ...over,
  };
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

  it("places by quarter hours from the first hour", () => {
    const [monday] = layOutWeek("2026-11-23", [meeting({})]).days;
    expect(monday?.meetings[0]).toMatchObject({ rowStart: 3, rowEnd: 9, lane: 0, shared: false });
  });

  it("puts meetings that overlap beside each other", () => {
    const [monday] = layOutWeek("2026-11-23", [
      meeting({ id: 1 }),
      meeting({ id: 2, code: "HIST-1", startMin: 1080, endMin: 1170 }),
      meeting({ id: 3, code: "HIST-1", startMin: 1170, endMin: 1230 }),
    ]).days;
    expect(monday?.meetings.map((each) => [each.lane, each.shared])).toEqual([
      [0, true],
      [1, true],
      [0, false],
    ]);
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
