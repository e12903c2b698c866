import type { TimeOfDay, WeeklyTime } from "./draft";

type Time = Omit<WeeklyTime, "from" | "to">;

/** The first and the second hour-and-a-half of each time of day (domain.md 1.3). */
const bands = {
  MORN: [8 * 60, 9 * 60 + 40],
  AFT: [14 * 60, 15 * 60 + 40],
  EVE: [17 * 60 + 30, 19 * 60 + 10],
  NIGHT: [19 * 60 + 10, 19 * 60 + 10],
} as const;
/** Weekend classes last three hours. */
const weekendBands = { MORN: 8 * 60, AFT: 13 * 60 + 30, EVE: 17 * 60, NIGHT: 17 * 60 } as const;

export type Slot = keyof typeof bands;

/** A weekly time on each of the days: one band of 90 minutes, or three hours on Saturday and Sunday. */
export function weekly(timeOfDay: Slot, days: readonly number[], band: 0 | 1 = 0): Time[] {
  return days.map((weekday) => {
    if (weekday >= 6) return { weekday, start: weekendBands[timeOfDay], end: weekendBands[timeOfDay] + 180 };
    return { weekday, start: bands[timeOfDay][band], end: bands[timeOfDay][band] + 90 };
  });
}

export type Pattern = { timeOfDay: TimeOfDay; times: Time[] };

function friday(timeOfDay: "MORN" | "EVE"): Time[] {
  const start = bands[timeOfDay][0];
  return [{ weekday: 5, start, end: start + 180 }];
}

/** The weekly patterns of a bachelor course: twice 90 minutes or once three hours. */
export const bachelorPatterns: readonly Pattern[] = [
  { timeOfDay: "EVE", times: weekly("EVE", [1, 3]) },
  { timeOfDay: "EVE", times: weekly("EVE", [2, 4]) },
  { timeOfDay: "EVE", times: weekly("EVE", [1, 3], 1) },
  { timeOfDay: "EVE", times: weekly("EVE", [2, 4], 1) },
  { timeOfDay: "EVE", times: friday("EVE") },
  { timeOfDay: "MORN", times: weekly("MORN", [1, 3]) },
  { timeOfDay: "MORN", times: weekly("MORN", [2, 4]) },
  { timeOfDay: "MORN", times: weekly("MORN", [1, 3], 1) },
  { timeOfDay: "MORN", times: weekly("MORN", [2, 4], 1) },
  { timeOfDay: "MORN", times: friday("MORN") },
];

/** Master's students work in the week: Friday evening and the weekend. */
export const masterPatterns: readonly Pattern[] = [
  { timeOfDay: "MORN", times: weekly("MORN", [6]) },
  { timeOfDay: "AFT", times: weekly("AFT", [6]) },
  { timeOfDay: "MORN", times: weekly("MORN", [7]) },
  { timeOfDay: "AFT", times: weekly("AFT", [7]) },
  { timeOfDay: "EVE", times: friday("EVE") },
];
