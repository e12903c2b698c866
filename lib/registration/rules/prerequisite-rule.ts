import type { Reason } from "@/lib/platform/explained";
import type { ClassFact, EnrolmentFact, PrerequisiteFact, RegistrationSettings, ResultFact } from "./facts";
import { because, type Finding, finding, type Outcome, remedy } from "./finding";
import { isBetter, reaches } from "./letters";

type Known = { results: ResultFact[]; enrolments: EnrolmentFact[]; settings: RegistrationSettings };

function groupsOf(prerequisites: PrerequisiteFact[]): PrerequisiteFact[][] {
  const groups = new Map<number, PrerequisiteFact[]>();
  for (const each of prerequisites) groups.set(each.group, [...(groups.get(each.group) ?? []), each]);
  return [...groups.values()];
}

/** The best passed attempt at a course: the best fulfils, whatever came later (domain.md 0.2 row 26). */
function bestPass(code: string, results: ResultFact[]): ResultFact | undefined {
  return results
    .filter((each) => each.courseCode === code && each.passes)
    .reduce<ResultFact | undefined>(
      (best, each) => (!best || isBetter(each.letter, best.letter) ? each : best),
      undefined,
    );
}

/** One group of alternatives: the first that is fulfilled, else the one that came nearest. */
function judgeGroup(group: PrerequisiteFact[], known: Known): { value: Outcome; reason: Reason } {
  const source = `course_prerequisite ${group.map((each) => each.id).join(", ")}`;
  for (const each of group) {
    const pass = bestPass(each.code, known.results);
    if (pass && reaches(pass.letter, each.minimumLetter)) {
      const inputs = {
        required: each.code,
        letter: pass.letter,
        minimum: each.minimumLetter,
        term: pass.termCode,
      };
      return { value: "pass", reason: because("prerequisite_met", inputs, source) };
    }
  }
  for (const each of group) {
    const now = known.enrolments.find((mine) => mine.courseCode === each.code && mine.status === "ENROLLED");
    if (now) {
      const inputs = { required: each.code, term: now.termCode, minimum: each.minimumLetter };
      const value = known.settings.prerequisiteInProgress;
      return { value, reason: because("prerequisite_in_progress", inputs, source) };
    }
  }
  for (const each of group) {
    const low = bestPass(each.code, known.results);
    if (low) {
      const inputs = {
        required: each.code,
        letter: low.letter,
        minimum: each.minimumLetter,
        term: low.termCode,
      };
      return { value: "refuse", reason: because("prerequisite_low", inputs, source) };
    }
  }
  const required = group.map((each) => each.code).join(" / ");
  const minimum = [...new Set(group.map((each) => each.minimumLetter))].join(" / ");
  return { value: "refuse", reason: because("prerequisite_missing", { required, minimum }, source) };
}

/**
 * Every group of prerequisites must be fulfilled by one of its courses, passed with at least its minimum letter
 * (domain.md 3.1, 5.2 step 5b). Names what is missing, not only that something is.
 */
export function prerequisiteRule(wanted: ClassFact, known: Known): Finding {
  if (wanted.prerequisites.length === 0) {
    const inputs = { course: wanted.courseCode };
    return finding("registration.prerequisite", "pass", [because("prerequisite_none", inputs)]);
  }
  const judged = groupsOf(wanted.prerequisites).map((group) => judgeGroup(group, known));
  const refused = judged.filter((each) => each.value === "refuse");
  if (refused.length > 0) {
    const reasons = refused.map((each) => each.reason);
    return finding("registration.prerequisite", "refuse", reasons, {
      policy: "ACADEMIC",
      remedy: remedy("take_prerequisite", { required: String(reasons[0]?.inputs.required ?? "") }),
    });
  }
  const warned = judged.filter((each) => each.value === "warn");
  return warned.length > 0
    ? finding(
        "registration.prerequisite",
        "warn",
        warned.map((each) => each.reason),
      )
    : finding(
        "registration.prerequisite",
        "pass",
        judged.map((each) => each.reason),
      );
}
