import type { Bilingual } from "@/lib/platform/i18n/names";

/** A value that somebody may type, count or compare in the explanation of a rule; a name may come in both languages. */
export type RuleInput = string | number | boolean | null | Bilingual;

/** One rule that led to a value: its code, what it looked at, where it is written and on which day it was valid. */
export type Reason = {
  /** Code such as `registration.prerequisite`; its sentence is the message `rules.registration.prerequisite`. */
  rule: string;
  inputs: Record<string, RuleInput>;
  /** Where the rule or the row it used stands, such as `domain.md 5.2` or `course_prerequisite 12`. */
  source?: string;
  /** The day whose rules were used, YYYY-MM-DD. */
  validOn?: string;
};

/** What somebody can do about a refusal; its sentence is the message `remedies.<rule>`. */
export type Remedy = { rule: string; inputs?: Record<string, RuleInput> };

/** A value that can answer "why?" (blueprints.md 9). */
export type Explained<T> = { value: T; because: Reason[]; remedy?: Remedy };

/** Wraps a value with the rules that led to it. */
export function explain<T>(value: T, because: Reason[], remedy?: Remedy): Explained<T> {
  return remedy ? { value, because, remedy } : { value, because };
}
