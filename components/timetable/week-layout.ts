import type { MeetingRow } from "@/lib/classes/schemas";
import { addDays, type Day } from "@/lib/platform/dates/day";

/** What the layout needs of a meeting. */
export type Placeable = Pick<MeetingRow, "date" | "startMin" | "endMin" | "code">;

export type Placed<M> = M & {
  /** Quarter hours from the first hour shown, 1 to 65, as rows of the grid. */
  rowStart: number;
  rowEnd: number;
  /** Meetings that overlap stand beside each other: which of how many columns. */
  lane: number;
  lanes: number;
  /** One of five colours, the same for every meeting of a course. */
  colour: number;
};

export type WeekLayout<M> = {
  firstHour: number;
  /** Hours shown, at most sixteen. */
  hours: number;
  days: { day: Day; meetings: Placed<M>[] }[];
};

/** Hours that are shown even when nothing happens in them, minutes since midnight; and all seven days. */
export type WeekFrame = { fromMin: number; toMin: number; wholeWeek: boolean };

const QUARTER = 15;
const MOST_HOURS = 16;
export const MOST_LANES = 8;

/** Gives every meeting of a day its column among those that it overlaps, directly or through others. */
function inLanes<M extends Placeable>(ofDay: readonly M[]): { meeting: M; lane: number; lanes: number }[] {
  const sorted = [...ofDay].sort((a, b) => a.startMin - b.startMin || b.endMin - a.endMin);
  const placed: { meeting: M; lane: number; lanes: number }[] = [];
  let group: typeof placed = [];
  let ends: number[] = [];
  const close = () => {
    for (const each of group) each.lanes = Math.min(ends.length, MOST_LANES);
    placed.push(...group);
    group = [];
    ends = [];
  };
  for (const meeting of sorted) {
    if (ends.every((end) => end <= meeting.startMin)) close();
    const free = ends.findIndex((end) => end <= meeting.startMin);
    const lane = free >= 0 ? free : ends.length;
    ends[lane] = meeting.endMin;
    group.push({ meeting, lane: Math.min(lane, MOST_LANES - 1), lanes: 1 });
  }
  close();
  return placed;
}

/**
 * Puts the meetings of a week on a grid of quarter hours. Monday to Saturday are always shown, Sunday when something
 * happens on it or the frame asks for the whole week; hours from the first meeting to the last, at least four, or the
 * frame's.
 */
export function layOutWeek<M extends Placeable>(
  monday: Day,
  meetings: readonly M[],
  frame?: WeekFrame,
): WeekLayout<M> {
  const earliest = Math.min(...meetings.map((each) => each.startMin), frame?.fromMin ?? 17 * 60);
  const latest = Math.max(...meetings.map((each) => each.endMin), frame?.toMin ?? earliest + 240);
  const firstHour = Math.floor(earliest / 60);
  const hours = Math.min(MOST_HOURS, Math.ceil(latest / 60) - firstHour);
  const codes = [...new Set(meetings.map((each) => each.code))].sort();
  const row = (minutes: number) =>
    Math.min(hours * 4, Math.max(0, Math.round((minutes - firstHour * 60) / QUARTER))) + 1;
  const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index)).map((day) => ({
    day,
    meetings: inLanes(meetings.filter((each) => each.date === day)).map(({ meeting, lane, lanes }) => {
      const rowStart = Math.min(row(meeting.startMin), hours * 4);
      return {
        ...meeting,
        rowStart,
        rowEnd: Math.max(row(meeting.endMin), rowStart + 1),
        lane,
        lanes,
        colour: codes.indexOf(meeting.code) % 5,
      };
    }),
  }));
  return {
    firstHour,
    hours,
    days: days.filter(({ meetings: some }, index) => index < 6 || frame?.wholeWeek || some.length > 0),
  };
}

export type WeekBands<M> = {
  days: Day[];
  /** Times of day at which something begins, in their order, with the meetings of each day. */
  bands: { startMin: number; endMin: number; cells: (M & { colour: number })[][] }[];
};

/**
 * The same week as a table, for many meetings at one time (a programme): a row for every time, a cell for every day.
 */
export function bandWeek<M extends Placeable>(monday: Day, meetings: readonly M[]): WeekBands<M> {
  const codes = [...new Set(meetings.map((each) => each.code))].sort();
  const week = Array.from({ length: 7 }, (_, index) => addDays(monday, index));
  const days = week.filter((day, index) => index < 5 || meetings.some((each) => each.date === day));
  const keyOf = ({ startMin, endMin }: Placeable) => startMin * 10_000 + endMin;
  const bands = [...Map.groupBy(meetings, keyOf)].sort(([a], [b]) => a - b);
  return {
    days,
    bands: bands.map(([key, ofBand]) => ({
      startMin: Math.floor(key / 10_000),
      endMin: key % 10_000,
      cells: days.map((day) =>
        ofBand
          .filter((each) => each.date === day)
          .sort((a, b) => a.code.localeCompare(b.code))
          .map((each) => ({ ...each, colour: codes.indexOf(each.code) % 5 })),
      ),
    })),
  };
}
