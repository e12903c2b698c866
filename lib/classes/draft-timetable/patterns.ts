import type { TermType, TimeOfDay } from "@/lib/platform/db/generated/enums";
import type { SettingValue } from "@/lib/platform/settings/settings";
import type { Time } from "./problem";

/** What a delivery asks for, as far as its times go. */
export type TimeNeeds = {
  /** 1 Monday … 7 Sunday; empty: whatever suits its term. */
  weekdays: readonly number[];
  /** Minutes of one meeting; null: the usual. */
  minutes: number | null;
  timeOfDay: TimeOfDay;
  termType: TermType;
};

type StudyTimes = SettingValue<"classes.study_times">;

const USUAL_MINUTES = 90;
const LONG_MINUTES = 180;
/** From this length on one meeting a week is enough. */
const ONCE_A_WEEK = 150;

/**
 * The days of the week that will do. Who asks for none gets twice a week, on days that have one between them, or once
 * where the meeting is long; master's students work in the week and come at its end (domain.md 1.3).
 */
function dayChoices({ weekdays, termType }: TimeNeeds, minutes: number): number[][] {
  if (weekdays.length > 0) return [[...weekdays].sort((a, b) => a - b)];
  if (termType === "MA") return [[6], [7], [5]];
  if (minutes >= ONCE_A_WEEK) return [[1], [2], [3], [4], [5]];
  return [
    [1, 3],
    [2, 4],
    [3, 5],
  ];
}

const WEEK: Record<Exclude<TimeOfDay, "ALL">, keyof StudyTimes> = {
  MORN: "morning",
  AFT: "afternoon",
  EVE: "evening",
  NIGHT: "night",
};
const WEEKEND: Record<Exclude<TimeOfDay, "ALL">, keyof StudyTimes> = {
  MORN: "weekendMorning",
  AFT: "weekendAfternoon",
  EVE: "weekendEvening",
  NIGHT: "weekendEvening",
};
const ALL = ["MORN", "AFT", "EVE"] as const;

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

/** Begins at which a meeting is over in time, in order. */
function begins(studyTimes: StudyTimes, key: keyof StudyTimes, minutes: number): number[] {
  const times = studyTimes[key].map(minutesOf);
  const end = times.at(-1) ?? 0;
  return times.slice(0, -1).filter((begin) => begin + minutes <= end);
}

/**
 * The sets of weekly times of which a delivery takes one: the same begin on all of its days, within the study times of
 * its time of day. Empty when its meeting is longer than they allow.
 */
export function timeChoices(needs: TimeNeeds, studyTimes: StudyTimes): Time[][] {
  const minutes = needs.minutes ?? (needs.termType === "MA" ? LONG_MINUTES : USUAL_MINUTES);
  const found: Time[][] = [];
  for (const days of dayChoices(needs, minutes)) {
    const times = needs.timeOfDay === "ALL" ? ALL : ([needs.timeOfDay] as const);
    for (const time of times) {
      const lists = days.map((day) => begins(studyTimes, day >= 6 ? WEEKEND[time] : WEEK[time], minutes));
      const most = Math.min(...lists.map((list) => list.length));
      for (let index = 0; index < most; index += 1)
        found.push(
          days.map((weekday, place) => {
            const startMin = lists[place]?.[index] ?? 0;
            return { weekday, startMin, endMin: startMin + minutes };
          }),
        );
    }
  }
  return found;
}
