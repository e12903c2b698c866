import type { Weights, Wish } from "../problem";

/** What one unit of each wish costs at weight 1: a minute, a day, a minute, a minute, a seat, a time, a room. */
const UNIT: Record<Wish, number> = {
  teacherTimes: 0.1,
  teacherDays: 6,
  teacherGaps: 0.05,
  cohortGaps: 0.05,
  roomFit: 0.05,
  roomKind: 20,
  sameRoom: 10,
};

/** What it costs to leave a task without a place: more than any wishes together. */
export const UNPLACED = 100_000;

/** The cost of an amount of a wish, by its weight. */
export function costOf(weights: Weights, wish: Wish, amount: number): number {
  return weights[wish] * UNIT[wish] * amount;
}
