import type { PolicyKind } from "@/lib/platform/access/authority";
import type { Policy } from "@/lib/platform/access/policies";
import type { Explained, Reason, Remedy, RuleInput } from "@/lib/platform/explained";

export type Outcome = "pass" | "warn" | "refuse";

/** The rules of domain.md 5.2, in the order in which they are asked. */
export const RULES = [
  "registration.status",
  "registration.leave",
  "registration.class_status",
  "registration.term",
  "registration.window",
  "registration.already",
  "registration.repeat",
  "registration.prerequisite",
  "registration.corequisite",
  "registration.bachelor",
  "registration.programme",
  "registration.clash",
  "registration.seats",
  "registration.load",
] as const;
export type RuleName = (typeof RULES)[number];

/** Which policies of positions a rule stands for: who holds one of them may set it aside whatever the level. */
const POLICIES_OF: Partial<Record<RuleName, readonly Policy[]>> = {
  "registration.window": ["LATE_REGISTRATION", "ENROLLMENT_DEADLINE"],
  "registration.prerequisite": ["PREREQUISITE_WAIVER"],
  "registration.corequisite": ["PREREQUISITE_WAIVER"],
  "registration.seats": ["ENROLLMENT_CAPACITY"],
};

/** The policies of positions that a rule stands for; none for most. */
export function policiesOf(rule: RuleName): readonly Policy[] {
  return POLICIES_OF[rule] ?? [];
}

/** What one rule says about one student and one class, and which authority may set a refusal aside. */
export type Finding = Explained<Outcome> & {
  rule: RuleName;
  /** Absent: nobody may (domain.md 5.2 steps 2 to 4). */
  policy?: PolicyKind;
};

/** All findings about one class; the value is the gravest of them. */
export type Verdict = { value: Outcome; findings: Finding[] };

type Details = { source?: string; validOn?: string; remedy?: Remedy; policy?: PolicyKind };

/** One sentence of an explanation; `code` is the message `rules.registration.<code>`. */
export function because(code: string, inputs: Record<string, RuleInput> = {}, source?: string): Reason {
  return { rule: `registration.${code}`, inputs, ...(source ? { source } : {}) };
}

/** What one rule finds about a class: how grave, why, and, in the details, what the person can do and who may set it aside. */
export function finding(rule: RuleName, value: Outcome, reasons: Reason[], details: Details = {}): Finding {
  return {
    rule,
    value,
    because: reasons,
    ...(details.remedy ? { remedy: details.remedy } : {}),
    ...(details.policy ? { policy: details.policy } : {}),
  };
}

/** What a person can do; `code` is the message `remedies.registration.<code>`. */
export function remedy(code: string, inputs?: Record<string, RuleInput>): Remedy {
  return { rule: `registration.${code}`, ...(inputs ? { inputs } : {}) };
}

const GRAVITY: Record<Outcome, number> = { pass: 0, warn: 1, refuse: 2 };

/** The gravest of the findings; a verdict without findings passes. */
export function toVerdict(findings: Finding[]): Verdict {
  const value = findings.reduce<Outcome>(
    (gravest, each) => (GRAVITY[each.value] > GRAVITY[gravest] ? each.value : gravest),
    "pass",
  );
  return { value, findings };
}

/** The findings that stand in the way, in the order of the rules. */
export function refusals(verdict: Verdict): Finding[] {
  return verdict.findings.filter((each) => each.value === "refuse");
}

/** One explanation for the popover: what is refused or warned about, or, when nothing is, what was looked at. */
export function explainVerdict(verdict: Verdict): Explained<Outcome> {
  const telling = verdict.findings.filter((each) => each.value === verdict.value);
  const mending = telling.find((each) => each.remedy)?.remedy;
  return {
    value: verdict.value,
    because: telling.flatMap((each) => each.because),
    ...(mending ? { remedy: mending } : {}),
  };
}
