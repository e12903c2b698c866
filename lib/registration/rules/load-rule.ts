import type { ClassFact, EnrolmentFact, RegistrationSettings, ResultFact } from "./facts";
import { because, type Finding, finding, remedy } from "./finding";

/**
 * Cumulative GPA in thousandths, rounded half up, or null without graded credits. The latest attempt at a course
 * counts; marks without points are left out (domain.md 7.3, 0.2 row 5).
 */
export function gpaThousandths(results: ResultFact[]): number | null {
  const latest = new Map<string, ResultFact>();
  for (const each of results) {
    if (!each.countsInGpa || each.pointsHundredths === null) continue;
    const known = latest.get(each.courseCode);
    if (!known || each.attempt > known.attempt) latest.set(each.courseCode, each);
  }
  let quality = 0;
  let credits = 0;
  for (const each of latest.values()) {
    quality += (each.pointsHundredths ?? 0) * each.credits;
    credits += each.credits;
  }
  return credits === 0 ? null : Math.floor((quality * 20 + credits) / (credits * 2));
}

/** Courses and credits a student may take in one term: more from a high GPA on (domain.md 0.2 row 27). */
export function loadLimit(gpa: number | null, load: RegistrationSettings["load"]) {
  const high = gpa !== null && gpa >= Math.round(load.highGpa * 1000);
  return high
    ? { courses: load.highCourses, credits: load.highCredits }
    : { courses: load.courses, credits: load.credits };
}

/** The load of the term with the wanted class; language programmes are exempt (domain.md 0.2 row 27). */
export function loadRule(
  wanted: ClassFact,
  enrolments: EnrolmentFact[],
  results: ResultFact[],
  settings: RegistrationSettings,
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
  const gpa = gpaThousandths(results);
  const limit = loadLimit(gpa, settings.load);
  const courses = others.length + 1;
  const credits = others.reduce((sum, each) => sum + each.credits, wanted.credits);
  const inputs = {
    courses,
    credits,
    maxCourses: limit.courses,
    maxCredits: limit.credits,
    gpa: gpa === null ? null : (gpa / 1000).toFixed(2),
  };
  if (courses > limit.courses || credits > limit.credits) {
    return finding("registration.load", "refuse", [because("load_over", inputs, source)], {
      policy: "ACADEMIC",
      remedy: remedy("ask_academic"),
    });
  }
  return finding("registration.load", "pass", [because("load_within", inputs, source)]);
}
