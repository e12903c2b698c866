import { bestPass, type CountsFor } from "@/lib/curriculum/requisites";
import type { ClassFact, EnrolmentFact, RegistrationSettings, ResultFact, StudentFact } from "./facts";
import { because, type Finding, finding, remedy } from "./finding";

/** Only ACTIVE students enrol; any other status is an academic hold (domain.md 2.2, 5.2 step 3). */
export function statusRule(student: StudentFact): Finding {
  if (student.status === "ACTIVE") {
    return finding("registration.status", "pass", [because("status_active", { since: student.statusSince })]);
  }
  const inputs = { status: student.status, since: student.statusSince, reason: student.statusReason };
  return finding("registration.status", "refuse", [because("status_not_active", inputs)], {
    remedy: remedy("change_status"),
  });
}

/** One live row per student and class, and one section of a course in a term (domain.md 5.2 step 2). */
export function alreadyRule(wanted: ClassFact, enrolments: EnrolmentFact[]): Finding {
  const same = enrolments.find((each) => each.classId === wanted.id);
  const inputs = { course: wanted.courseCode, section: wanted.section };
  if (same?.status === "ENROLLED") {
    return finding("registration.already", "refuse", [
      because("already_enrolled", inputs, `enrolment ${same.id}`),
    ]);
  }
  const other = enrolments.find(
    (each) =>
      each.courseCode === wanted.courseCode && each.classId !== wanted.id && each.status === "ENROLLED",
  );
  if (other) {
    const where = { course: other.courseCode, section: other.section, term: other.termCode };
    const reason = because("course_in_progress", where, `enrolment ${other.id}`);
    return other.termId === wanted.termId
      ? finding("registration.already", "refuse", [reason], { remedy: remedy("swap_section", where) })
      : finding("registration.already", "warn", [reason]);
  }
  return finding("registration.already", "pass", [because("not_enrolled_yet", inputs)]);
}

/**
 * A passed course is not taken again, and a failed one at most three times, without an override (domain.md 5.2 step 5a,
 * 0.2 row 5). Where another course that counts for it was passed, it is taken for nothing: a warning.
 */
export function repeatRule(
  wanted: ClassFact,
  results: ResultFact[],
  settings: RegistrationSettings,
  equivalences: CountsFor[],
): Finding {
  const attempts = results.filter((each) => each.courseCode === wanted.courseCode);
  const passed = attempts.find((each) => each.passes);
  if (passed) {
    const inputs = { course: passed.courseCode, letter: passed.letter, term: passed.termCode };
    return finding("registration.repeat", "refuse", [because("repeat_passed", inputs, "domain.md 5.2")], {
      policy: "ACADEMIC",
      remedy: remedy("ask_academic"),
    });
  }
  const inputs = { course: wanted.courseCode, count: attempts.length, max: settings.maxAttempts };
  if (attempts.length >= settings.maxAttempts) {
    return finding(
      "registration.repeat",
      "refuse",
      [because("repeat_attempts", inputs, "domain.md 0.2 row 5")],
      {
        policy: "ACADEMIC",
        remedy: remedy("ask_academic"),
      },
    );
  }
  const counted = bestPass(
    wanted.courseCode,
    results.filter((each) => each.passes),
    equivalences,
  );
  if (counted) {
    const by = { course: wanted.courseCode, by: counted.courseCode, term: counted.termCode };
    return finding("registration.repeat", "warn", [because("repeat_counted", by, "domain.md 3.2")]);
  }
  const code = attempts.length > 0 ? "repeat_again" : "repeat_first";
  return finding("registration.repeat", "pass", [because(code, inputs, "domain.md 0.2 row 5")]);
}

/** Master's courses need a completed bachelor's degree (domain.md 5.2 step 5c). */
export function bachelorRule(wanted: ClassFact, student: StudentFact): Finding | null {
  if (wanted.cycleRank < 3) return null;
  if (student.completedBachelor !== null) {
    const inputs = { programme: student.completedBachelor };
    return finding("registration.bachelor", "pass", [because("bachelor_completed", inputs, "domain.md 5.2")]);
  }
  return finding("registration.bachelor", "refuse", [because("bachelor_missing", {}, "domain.md 5.2")], {
    policy: "ACADEMIC",
    remedy: remedy("record_bachelor"),
  });
}

/** Whether the course is a level of one of the student's programmes, or belongs to one otherwise. */
export function isInProgramme(wanted: ClassFact, student: StudentFact): boolean {
  return wanted.programmeCode === null
    ? student.programmeCourses.includes(wanted.courseCode)
    : student.programmes.includes(wanted.programmeCode);
}

/** A course outside the student's programmes is worth a look, never a refusal (domain.md 5.2 step 6). */
export function programmeRule(wanted: ClassFact, student: StudentFact): Finding {
  const inputs = { course: wanted.courseCode };
  return isInProgramme(wanted, student)
    ? finding("registration.programme", "pass", [because("programme_fits", inputs)])
    : finding("registration.programme", "warn", [because("programme_misfit", inputs)]);
}
