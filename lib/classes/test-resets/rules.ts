import type { TermType } from "@/lib/calendar/term-days";
import { addDays, type Day, daysBetween } from "@/lib/platform/dates/day";
import type { TestType } from "./test-types";

/** Tests that reset the counting of absences belong to language terms (domain.md 4.1). */
export function isLanguageTerm(type: TermType): boolean {
  return type === "ENG_A" || type === "ENG_B";
}

type Days = { startDate: Day; endDate: Day };

/** Days before the end of a term on which the final test is usually held (domain.md 4.1). */
const FINAL_BEFORE_END = 14;

/** The usual days of a term's tests: midterm in the middle, final two weeks before the end (domain.md 4.1). */
export function usualTests({ startDate, endDate }: Days): { testType: TestType; resetDate: Day }[] {
  const final = addDays(endDate, -FINAL_BEFORE_END);
  return [
    { testType: "MIDTERM", resetDate: addDays(startDate, Math.floor(daysBetween(startDate, endDate) / 2)) },
    { testType: "FINAL", resetDate: final > startDate ? final : endDate },
  ];
}

/**
 * Where a test goes when its term moves: the final keeps its distance from the end, the others from the beginning;
 * never outside of the term.
 */
export function movedTest(test: { testType: TestType; resetDate: Day }, before: Days, after: Days): Day {
  const day =
    test.testType === "FINAL"
      ? addDays(test.resetDate, daysBetween(before.endDate, after.endDate))
      : addDays(test.resetDate, daysBetween(before.startDate, after.startDate));
  if (day < after.startDate) return after.startDate;
  return day > after.endDate ? after.endDate : day;
}
