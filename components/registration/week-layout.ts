import type { MeetingRow } from "@/lib/classes/schemas";
import { addDays, type Day } from "@/lib/platform/dates/day";

export type PlacedMeeting = MeetingRow & {
  /** Quarter hours from the first hour shown, 1 to 65, as rows of the grid. */
  rowStart: number;
  rowEnd: number;
  /** 1 for a meeting that overlaps an earlier one and stands in the right half. */
  lane: 0 | 1;
  shared: boolean;
  /** One of five colours, the same for every meeting of a course. */
  colour: number;
};

export type WeekLayout = {
  firstHour: number;
  /** Hours shown, at most sixteen. */
  hours: number;
  days: { day: Day; meetings: PlacedMeeting[] }[];
};

const QUARTER = 15;

/** Whether two meetings of one day overlap. */
function overlap(a: MeetingRow, b: MeetingRow): boolean {
  return a.startMin < b.endMin && b.startMin < a.endMin;
}

/**
 * Puts the meetings of a week on a grid of quarter hours. Monday to Saturday are always shown, Sunday when something
 * happens on it; hours from the first meeting to the last, at least four.
 */
export function layOutWeek(monday: Day, meetings: MeetingRow[]): WeekLayout {
  const earliest = Math.min(...meetings.map((each) => each.startMin), 17 * 60);
  const latest = Math.max(...meetings.map((each) => each.endMin), earliest + 240);
  const firstHour = Math.floor(earliest / 60);
  const hours = Math.min(16, Math.ceil(latest / 60) - firstHour);
  const codes = [...new Set(meetings.map((each) => each.code))].sort();
  const row = (minutes: number) =>
    Math.min(hours * 4, Math.max(0, Math.round((minutes - firstHour * 60) / QUARTER))) + 1;
  const all = Array.from({ length: 7 }, (_, index) => addDays(monday, index));
  const days = all.map((day) => {
    const ofDay = meetings.filter((each) => each.date === day);
    const placed: PlacedMeeting[] = [];
    for (const each of ofDay) {
      const shared = ofDay.some((other) => other !== each && overlap(other, each));
      const lane = placed.some((other) => other.lane === 0 && overlap(other, each)) ? 1 : 0;
      const start = Math.min(row(each.startMin), hours * 4);
      const end = Math.max(row(each.endMin), start + 1);
      placed.push({
        ...each,
        rowStart: start,
        rowEnd: end,
        lane,
        shared,
        colour: codes.indexOf(each.code) % 5,
      });
    }
    return { day, meetings: placed };
  });
  return { firstHour, hours, days: days.filter(({ meetings: some }, index) => index < 6 || some.length > 0) };
}
