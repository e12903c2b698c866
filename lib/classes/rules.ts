import type { Weekday } from "@/lib/platform/dates/day";
import type { Seats, WeeklyTime } from "./schemas";

/** Weekdays that share one time, such as Monday and Wednesday 17:30–19:00. */
export type TimeGroup = { weekdays: Weekday[]; startMin: number; endMin: number };

/** Weekly times put together for reading: one line per time of day, in the order of the week. */
export function groupTimes(times: WeeklyTime[]): TimeGroup[] {
  const groups = new Map<string, TimeGroup>();
  for (const { weekday, startMin, endMin } of times) {
    const key = `${startMin}-${endMin}`;
    const group = groups.get(key) ?? { weekdays: [], startMin, endMin };
    if (!group.weekdays.includes(weekday)) group.weekdays.push(weekday);
    groups.set(key, group);
  }
  for (const group of groups.values()) group.weekdays.sort((a, b) => a - b);
  return [...groups.values()].sort(
    (a, b) => (a.weekdays[0] ?? 8) - (b.weekdays[0] ?? 8) || a.startMin - b.startMin,
  );
}

/** Seats anybody may take: none while others wait for them (blueprints 4). */
export function seatsLeft(seats: Seats): number {
  return seats.waiting > 0
    ? 0
    : Math.max(0, seats.capacity + seats.overAuthorised - seats.taken - seats.offered);
}

/** Share of the capacity that is taken or offered, in whole percent; above 100 where seats were authorised. */
export function fillPercent(seats: Seats): number {
  if (seats.capacity === 0) return seats.taken + seats.offered > 0 ? 100 : 0;
  return Math.round(((seats.taken + seats.offered) * 100) / seats.capacity);
}
