/** A calendar day of the campus, "YYYY-MM-DD". Days are compared and sorted as text. */
export type Day = string;

/** ISO 8601 number of a weekday: 1 Monday … 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const MS_PER_DAY = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day as milliseconds of UTC midnight, or null when it is no day that exists. */
function utcOf(day: string): number | null {
  const parts = SHAPE.exec(day);
  if (!parts) return null;
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (year < 1000) return null;
  const time = Date.UTC(year, month - 1, date);
  const back = new Date(time);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === date ? time : null;
}

function requireUtc(day: Day): number {
  const time = utcOf(day);
  if (time === null) throw new RangeError(`Not a day: ${JSON.stringify(day)}`);
  return time;
}

/** Strict: "2026-02-29", "2026-2-1" and "" give null; a day that exists comes back unchanged. */
export function parseDay(text: string): Day | null {
  return utcOf(text) === null ? null : text;
}

/** Whether the value is a day that exists, written YYYY-MM-DD. */
export function isDay(value: unknown): value is Day {
  return typeof value === "string" && utcOf(value) !== null;
}

/** The day `days` later (negative: earlier). Throws RangeError when `day` is none. */
export function addDays(day: Day, days: number): Day {
  return new Date(requireUtc(day) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((requireUtc(to) - requireUtc(from)) / MS_PER_DAY);
}

/** Day of the week, 1 Monday … 7 Sunday. */
export function weekday(day: Day): Weekday {
  return (((new Date(requireUtc(day)).getUTCDay() + 6) % 7) + 1) as Weekday;
}

/** The Monday of the week that holds the day. */
export function startOfWeek(day: Day): Day {
  return addDays(day, 1 - weekday(day));
}

/** The day `months` later, kept inside the month: 31 January plus one is 28 or 29 February. */
export function addMonths(day: Day, months: number): Day {
  const start = new Date(requireUtc(day));
  const year = start.getUTCFullYear();
  const month = start.getUTCMonth() + months;
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const date = Math.min(start.getUTCDate(), last);
  return new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
}

/** Completed years from a birthday to a day. */
export function fullYears(birth: Day, on: Day): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}
