import { daysBetween } from "@/lib/platform/dates/day";
import type { JourneyDay, JourneyEvent } from "./schemas";

/** Events in their order as days, newest first; those of a day keep their order. */
export function byDay(events: readonly JourneyEvent[]): JourneyDay[] {
  return [...Map.groupBy(events, (event) => event.on)].map(([on, ofDay]) => ({ on, events: ofDay }));
}

/** Length of a gap or leave in whole months, at least one. */
export function monthsOf(from: string, until: string): number {
  return Math.max(1, Math.round(daysBetween(from, until) / 30.4375));
}
