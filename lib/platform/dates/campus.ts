import type { Day } from "./day";

/**
 * The campus keeps UTC+7 all year: Asia/Phnom_Penh has had no summer time since the zone data begin for it
 * (campus.test.ts compares with the zone data of the runtime). Arithmetic is far cheaper than Intl in tables.
 */
const OFFSET_MS = 7 * 60 * 60 * 1000;

/** An instant as ISO text in UTC, as it leaves lib/<domain>. */
export type Instant = string;

function shifted(instant: Date | Instant): Date {
  const time = typeof instant === "string" ? Date.parse(instant) : instant.getTime();
  if (Number.isNaN(time)) throw new RangeError(`Not an instant: ${String(instant)}`);
  return new Date(time + OFFSET_MS);
}

/** The campus's calendar day of an instant. */
export function campusDay(instant: Date | Instant): Day {
  return shifted(instant).toISOString().slice(0, 10);
}

/** The campus's clock at an instant, minutes since midnight (0–1439). */
export function campusMinutes(instant: Date | Instant): number {
  const local = shifted(instant);
  return local.getUTCHours() * 60 + local.getUTCMinutes();
}

/** Today on the campus. The only "today" of the system; pass `now` where a rule needs a fixed clock. */
export function campusToday(now: Date = new Date()): Day {
  return campusDay(now);
}

/** Day and minutes since midnight on the campus. */
export function campusNow(now: Date = new Date()): { day: Day; minutes: number } {
  return { day: campusDay(now), minutes: campusMinutes(now) };
}

/** The instant at which the campus's clock shows `minutes` (since midnight) on `day`. */
export function campusInstant(day: Day, minutes = 0): Date {
  const midnight = Date.parse(`${day}T00:00:00.000Z`);
  if (Number.isNaN(midnight)) throw new RangeError(`Not a day: ${day}`);
  return new Date(midnight - OFFSET_MS + minutes * 60_000);
}

/** From a Prisma `@db.Date` value (UTC midnight) to a day. */
export function dayFromDb(value: Date): Day;
export function dayFromDb(value: Date | null): Day | null;
export function dayFromDb(value: Date | null): Day | null {
  return value === null ? null : value.toISOString().slice(0, 10);
}

/** From a day to what Prisma wants for a `@db.Date` column. Throws RangeError when it is no day. */
export function dayToDb(day: Day): Date;
export function dayToDb(day: Day | null): Date | null;
export function dayToDb(day: Day | null): Date | null {
  if (day === null) return null;
  const value = new Date(`${day}T00:00:00.000Z`);
  if (Number.isNaN(value.getTime())) throw new RangeError(`Not a day: ${day}`);
  return value;
}
