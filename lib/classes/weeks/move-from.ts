import { type Day, startOfWeek } from "@/lib/platform/dates/day";

/**
 * The first day that changes when a weekly time moves with the meeting of a week: the earlier of its old and its new day
 * there, so that this week already goes by the new time.
 */
export function moveFrom(date: Day, onDate: Day): Day {
  return date < onDate ? date : onDate;
}

/** Whether two days lie in one week; a meeting is dragged inside the week that is shown. */
export function sameWeek(a: Day, b: Day): boolean {
  return startOfWeek(a) === startOfWeek(b);
}

/** Whether what begins then has begun. */
export function hasBegun(now: { day: Day; minutes: number }, date: Day, startMin: number): boolean {
  return date < now.day || (date === now.day && startMin <= now.minutes);
}
