import type { Gpa } from "@/lib/record/rules";
import type { ClassFact, EnrolmentFact, RegistrationSettings, Snapshot } from "./facts";
import { because, type Finding, finding, remedy } from "./finding";

/** Courses and credits a student may take in one term: more from a high GPA on (domain.md 0.2 row 27). */
export function loadLimit(gpa: Gpa, load: RegistrationSettings["load"]) {
  const high = gpa !== null && Number(gpa) >= load.highGpa;
  return high
    ? { courses: load.highCourses, credits: load.highCredits }
    : { courses: load.courses, credits: load.credits };
}

/** The load of the term with the wanted class; language programmes are exempt (domain.md 0.2 row 27). */
export function loadRule(
  wanted: ClassFact,
  enrolments: EnrolmentFact[],
  { student, settings }: Pick<Snapshot, "student" | "settings">,
): Finding {
  const source = "domain.md 0.2 row 27";
  if (wanted.cycleRank === 1) {
    return finding("registration.load", "pass", [
      because("load_language", { course: wanted.courseCode }, source),
    ]);
  }
  const others = enrolments.filter(
    (each) =>
      each.termId === wanted.termId &&
      each.classId !== wanted.id &&
      each.cycleRank > 1 &&
      each.status !== "WAITLISTED",
  );
  const { gpa } = student;
  const limit = loadLimit(gpa, settings.load);
  const count = others.length + 1;
  const credits = others.reduce((sum, each) => sum + each.credits, wanted.credits);
  const inputs = {
    courses: count,
    credits,
    maxCourses: limit.courses,
    maxCredits: limit.credits,
    gpa,
  };
  if (count > limit.courses || credits > limit.credits) {
    return finding("registration.load", "refuse", [because("load_over", inputs, source)], {
      policy: "ACADEMIC",
      remedy: remedy("ask_academic"),
    });
  }
  return finding("registration.load", "pass", [because("load_within", inputs, source)]);
}
