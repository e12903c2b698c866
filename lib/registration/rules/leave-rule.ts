import type { ClassFact, StudentFact } from "./facts";
import { because, type Finding, finding, remedy } from "./finding";

/**
 * Nobody enrols in the days of a leave of absence (domain.md 0.2 row 12): not into a class that has days left within
 * it. Who is back by the add deadline misses little and is only warned.
 */
export function leaveRule(wanted: ClassFact, student: StudentFact, today: string): Finding {
  const first = wanted.termStart > today ? wanted.termStart : today;
  const leave = student.leaves.find((each) => each.startsOn <= wanted.termEnd && each.returnsOn > first);
  if (!leave) return finding("registration.leave", "pass", [because("leave_none")]);
  const inputs = { from: leave.startsOn, returns: leave.returnsOn, term: wanted.termName };
  const source = `leave_of_absence ${leave.id}`;
  const lastToJoin = wanted.addDeadline ?? wanted.termStart;
  if (leave.startsOn <= first && leave.returnsOn <= lastToJoin) {
    return finding("registration.leave", "warn", [because("leave_ends_in_time", inputs, source)]);
  }
  return finding("registration.leave", "refuse", [because("leave_in_term", inputs, source)], {
    policy: "ENROLLMENT",
    remedy: remedy("end_leave_first"),
  });
}
