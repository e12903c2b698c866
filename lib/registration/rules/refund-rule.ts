import { addDays, type Day } from "@/lib/platform/dates/day";
import { type Explained, explain } from "@/lib/platform/explained";

/** All goes back until the drop deadline, then `percent` for `days` days, then nothing (key `registration.refund`). */
export type RefundSchedule = { percent: number; days: number };

/**
 * The share of a class's price that goes back to whoever leaves it on a day, in percent (domain.md 0.2 row 8). What was
 * paid, and so what it comes to, the accounts know.
 */
export function refundShare(
  term: { dropDeadline: Day | null; start: Day },
  day: Day,
  schedule: RefundSchedule,
): Explained<number> {
  const full = term.dropDeadline ?? term.start;
  const half = addDays(full, schedule.days);
  const source = "domain.md 0.2 row 8";
  const inputs = { day, full, half, percent: schedule.percent };
  if (day <= full) return explain(100, [{ rule: "registration.refund_full", inputs, source }]);
  if (day <= half) return explain(schedule.percent, [{ rule: "registration.refund_part", inputs, source }]);
  return explain(0, [{ rule: "registration.refund_none", inputs, source }]);
}
