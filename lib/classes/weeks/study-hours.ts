import type { Weekday } from "@/lib/platform/dates/day";
import type { SettingValue } from "@/lib/platform/settings/settings";

export const DAY_PARTS = ["morning", "afternoon", "evening"] as const;
export type DayPart = (typeof DAY_PARTS)[number];

type StudyTimes = Readonly<Record<keyof SettingValue<"classes.study_times">, readonly string[]>>;

/** A stretch of a weekday at which classes are held; minutes since midnight. */
export type StudyBand = { part: DayPart; weekday: Weekday; fromMin: number; toMin: number };

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

const WEEKEND = {
  morning: "weekendMorning",
  afternoon: "weekendAfternoon",
  evening: "weekendEvening",
} as const;

/**
 * When rooms can be used in a week: from the first beginning to the end of each time of day in the setting (domain.md
 * 1.3). The night classes lie inside the evening.
 */
export function studyBands(times: StudyTimes): StudyBand[] {
  return ([1, 2, 3, 4, 5, 6, 7] as const).flatMap((weekday) =>
    DAY_PARTS.flatMap((part) => {
      const clocks = times[weekday > 5 ? WEEKEND[part] : part];
      const [first, last] = [clocks[0], clocks.at(-1)];
      return first && last && first !== last
        ? [{ part, weekday, fromMin: minutes(first), toMin: minutes(last) }]
        : [];
    }),
  );
}

/** The hours that an empty week shows, so that something can be put there. */
export function weekFrame(bands: readonly StudyBand[]) {
  return {
    fromMin: Math.min(...bands.map((band) => band.fromMin)),
    toMin: Math.max(...bands.map((band) => band.toMin)),
    wholeWeek: true,
  };
}
