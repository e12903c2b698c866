import type { TermDays } from "@/lib/calendar/schemas";
import type { TermDay } from "@/lib/calendar/term-days";
import { type Day, daysBetween } from "@/lib/platform/dates/day";

/** What is wrong with the dates of a term, by the field; the sentences are `errors.calendar.…`. */
export type DateProblems = Partial<Record<TermDay, string>>;

/**
 * Whether the dates of a term are in order (domain.md 1.2, 3.1 Term): it begins before it ends, adding is over before
 * dropping, both within the term, nothing falls due after its end, registration opens before it closes. The database
 * holds the same (prisma/sql/calendar); here each field is told what is wrong with it.
 */
export function termDateProblems(days: TermDays): DateProblems {
  const { startDate: start, endDate: end } = days;
  const problems: DateProblems = {};
  if (end <= start) problems.endDate = "calendar.ends_before_it_begins";
  const within = (day: Day | null) => day === null || (day >= start && day <= end);
  if (!within(days.addDeadline)) problems.addDeadline = "calendar.outside_term";
  if (!within(days.dropDeadline)) problems.dropDeadline = "calendar.outside_term";
  else if (days.addDeadline && days.dropDeadline && days.dropDeadline < days.addDeadline)
    problems.dropDeadline = "calendar.drop_before_add";
  for (const field of ["discountEndDate", "paymentDeadline", "registrationOpensOn"] as const) {
    const day = days[field];
    if (day !== null && day > end) problems[field] = "calendar.after_term";
  }
  const { registrationOpensOn: opens, registrationClosesOn: closes } = days;
  if (closes !== null && closes > end) problems.registrationClosesOn = "calendar.after_term";
  else if (opens !== null && closes !== null && closes < opens)
    problems.registrationClosesOn = "calendar.registration_order";
  return problems;
}

export type TermState = "coming" | "running" | "over" | "closed";

/** Where a term stands on a day; one that was taken out of use is closed whatever its dates are. */
export function termState(term: { startDate: Day; endDate: Day; isActive: boolean }, today: Day): TermState {
  if (term.endDate < today) return "over";
  if (!term.isActive) return "closed";
  return term.startDate > today ? "coming" : "running";
}

/** Whole or begun weeks of a term. */
export function termWeeks({ startDate, endDate }: { startDate: Day; endDate: Day }): number {
  return Math.ceil((daysBetween(startDate, endDate) + 1) / 7);
}
