import { type DayNumber, dayIn } from "../days";

const LUNATION = 29.530588;
/** A new moon: 2000-01-06, in days since 1970 with its fraction, campus time. */
const NEW_MOON = dayIn(2000, 1, 6) + 0.76 + 7 / 24;

/** The full moon nearest to a day, by mean motion: right to within a day, which is enough for an invented campus. */
export function fullMoonNear(day: DayNumber): DayNumber {
  const first = NEW_MOON + LUNATION / 2;
  return Math.floor(first + Math.round((day - first) / LUNATION) * LUNATION);
}

/** The new moon nearest to a day. */
export function newMoonNear(day: DayNumber): DayNumber {
  return Math.floor(NEW_MOON + Math.round((day - NEW_MOON) / LUNATION) * LUNATION);
}
