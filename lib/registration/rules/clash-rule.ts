import { formatTime } from "@/lib/platform/i18n/format";
import type { ClassFact, EnrolmentFact, SlotFact } from "./facts";
import { because, type Finding, finding, remedy } from "./finding";

/** Two weekly times collide: same weekday, minutes and dates overlap; touching ends do not (domain.md 4.3, buffer 0). */
export function slotsClash(a: SlotFact, b: SlotFact): boolean {
  return (
    a.weekday === b.weekday &&
    a.startMin < b.endMin &&
    b.startMin < a.endMin &&
    a.from <= b.to &&
    b.from <= a.to
  );
}

type Clash = { other: EnrolmentFact; theirs: SlotFact };

/** The classes of the student that collide with the wanted one, each with its first colliding time. */
export function findClashes(wanted: Pick<ClassFact, "id" | "slots">, enrolments: EnrolmentFact[]): Clash[] {
  return enrolments.flatMap((other) => {
    if (other.classId === wanted.id || other.status === "WAITLISTED") return [];
    const theirs = other.slots.find((slot) => wanted.slots.some((mine) => slotsClash(mine, slot)));
    return theirs ? [{ other, theirs }] : [];
  });
}

/** Nobody sits in two classes at one time (domain.md 5.2 step 7); says which class, day and time. */
export function clashRule(wanted: ClassFact, enrolments: EnrolmentFact[]): Finding {
  const clashes = findClashes(wanted, enrolments);
  if (clashes.length > 0) {
    const reasons = clashes.map(({ other, theirs }) =>
      because(
        "clash",
        {
          course: other.courseCode,
          section: other.section,
          weekday: theirs.weekday,
          start: formatTime(theirs.startMin, "en"),
          end: formatTime(theirs.endMin, "en"),
        },
        `enrolment ${other.id}`,
      ),
    );
    return finding("registration.clash", "refuse", reasons, {
      policy: "SCHEDULING",
      remedy: remedy("other_section_or_swap", { course: clashes[0]?.other.courseCode ?? "" }),
    });
  }
  return wanted.timetableComplete
    ? finding("registration.clash", "pass", [because("no_clash", { count: wanted.slots.length })])
    : finding("registration.clash", "warn", [because("timetable_unknown", { course: wanted.courseCode })]);
}
