import { type GroupAnswer, isMet, judgeRequisites, type RequisiteKind } from "@/lib/curriculum/requisites";
import type { Reason } from "@/lib/platform/explained";
import type { ClassFact, EnrolmentFact, Snapshot } from "./facts";
import { because, type Finding, finding, type Outcome, type RuleName, remedy } from "./finding";

type Known = Pick<Snapshot, "results" | "equivalences" | "settings"> & {
  /** Classes in which the student sits, and those granted or asked for together with this one. */
  enrolments: EnrolmentFact[];
};

type Codes = readonly [itself: string, another: string];

/** The sentence of each state, where the course itself decided and where another one that counts for it did. */
const CODES: Record<RequisiteKind, Record<GroupAnswer["state"], Codes>> = {
  PREREQUISITE: {
    met: ["prerequisite_met", "prerequisite_met_by"],
    together: ["prerequisite_in_progress", "prerequisite_in_progress_by"],
    studying: ["prerequisite_in_progress", "prerequisite_in_progress_by"],
    low: ["prerequisite_low", "prerequisite_low_by"],
    missing: ["prerequisite_missing", "prerequisite_missing"],
  },
  COREQUISITE: {
    met: ["corequisite_met", "corequisite_met_by"],
    together: ["corequisite_together", "corequisite_together_by"],
    studying: ["corequisite_together", "corequisite_together_by"],
    low: ["corequisite_low", "corequisite_low_by"],
    missing: ["corequisite_missing", "corequisite_missing"],
  },
};

type Judged = { value: Outcome; reason: Reason; required: string };

function answersOf(wanted: ClassFact, kind: RequisiteKind, known: Known): GroupAnswer[] {
  const asked = wanted.prerequisites.filter((each) => each.kind === kind);
  return judgeRequisites(asked, {
    passed: known.results.filter((each) => each.passes),
    taking: known.enrolments.filter((each) => each.status === "ENROLLED" && each.classId !== wanted.id),
    equivalences: known.equivalences,
  });
}

/** What is asked for, as one text: `MATH-101 / STAT-101`, and with letters of their own `MATH-101 (C) / STAT-101 (D)`. */
function asked({ group }: GroupAnswer): { required: string; minimum: string } {
  const letters = [...new Set(group.map((each) => each.minimumLetter))];
  const named = (each: GroupAnswer["group"][number]) =>
    letters.length > 1 ? `${each.code} (${each.minimumLetter})` : each.code;
  return { required: group.map(named).join(" / "), minimum: letters.join(" / ") };
}

/** The sentence of an answer. */
function reasonOf(answer: GroupAnswer): Reason {
  const { kind, state, required, by, group } = answer;
  const [itself, another] = CODES[kind][state];
  const source = `course_prerequisite ${group.map((each) => each.id).join(", ")}`;
  if (!required || !by) return because(itself, asked(answer), source);
  const inputs = {
    required: required.code,
    minimum: required.minimumLetter,
    letter: by.letter,
    term: by.termCode,
  };
  return by.courseCode === required.code
    ? because(itself, inputs, source)
    : because(another, { ...inputs, by: by.courseCode }, source);
}

function judged(answers: GroupAnswer[], inProgress: Outcome): Judged[] {
  return answers.map((answer) => ({
    value: isMet(answer) ? "pass" : answer.state === "studying" ? inProgress : "refuse",
    reason: reasonOf(answer),
    required: answer.required?.code ?? asked(answer).required,
  }));
}

/** The gravest groups speak for the rule. */
function toFinding(rule: RuleName, groups: Judged[], mend: string): Finding {
  const of = (value: Outcome) => groups.filter((each) => each.value === value);
  const refused = of("refuse");
  const value: Outcome = refused.length > 0 ? "refuse" : of("warn").length > 0 ? "warn" : "pass";
  const reasons = of(value).map((each) => each.reason);
  if (value !== "refuse") return finding(rule, value, reasons);
  return finding(rule, value, reasons, {
    policy: "ACADEMIC",
    remedy: remedy(mend, { required: refused[0]?.required ?? "" }),
  });
}

/**
 * Every group of prerequisites must be fulfilled by one of its courses, or by one that counts for it, passed with at
 * least its minimum letter (domain.md 3.1, 3.2, 5.2 step 5b). Names what is missing, not only that something is.
 */
export function prerequisiteRule(wanted: ClassFact, known: Known): Finding {
  const answers = answersOf(wanted, "PREREQUISITE", known);
  if (answers.length === 0) {
    const inputs = { course: wanted.courseCode };
    return finding("registration.prerequisite", "pass", [because("prerequisite_none", inputs)]);
  }
  const groups = judged(answers, known.settings.prerequisiteInProgress);
  return toFinding("registration.prerequisite", groups, "take_prerequisite");
}

/**
 * Every group of co-requisites must be fulfilled by one of its courses that was passed before or is taken now, in this
 * cart or already (domain.md 3.1; blueprints 4: a cart takes them together or not at all).
 */
export function corequisiteRule(wanted: ClassFact, known: Known): Finding {
  const answers = answersOf(wanted, "COREQUISITE", known);
  if (answers.length === 0) {
    const inputs = { course: wanted.courseCode };
    return finding("registration.corequisite", "pass", [because("corequisite_none", inputs)]);
  }
  return toFinding("registration.corequisite", judged(answers, "refuse"), "take_corequisite");
}
