import type { Day } from "@/lib/platform/dates/day";

/** Days since 1970-01-01: the generator counts in whole numbers and writes text only at the end. */
export type DayNumber = number;

const texts = new Map<DayNumber, Day>();

export function dayNumber(day: Day): DayNumber {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) throw new RangeError(`Not a day: ${day}`);
  return Math.round(time / 86_400_000);
}

export function dayText(day: DayNumber): Day {
  let text = texts.get(day);
  if (text === undefined) {
    text = new Date(day * 86_400_000).toISOString().slice(0, 10);
    texts.set(day, text);
  }
  return text;
}

/** An instant of that day on the campus's clock (UTC+7), as PostgreSQL reads it. */
export function instantText(day: DayNumber, minutes: number): string {
  const hour = String(Math.floor(minutes / 60)).padStart(2, "0");
  return `${dayText(day)} ${hour}:${String(minutes % 60).padStart(2, "0")}:00+07`;
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function mondayOf(day: DayNumber): DayNumber {
  return day - weekdayOf(day) + 1;
}

export function yearOf(day: DayNumber): number {
  return Number(dayText(day).slice(0, 4));
}

export function dayIn(year: number, month: number, date: number): DayNumber {
  return Math.round(Date.UTC(year, month - 1, date) / 86_400_000);
}
