import { isDay } from "@/lib/platform/dates/day";
import type { Explained, RuleInput } from "@/lib/platform/explained";
import type { LooseTranslator } from "./explain-text";
import type { Formatter } from "./formatter";

/** An explanation as sentences: what the popover shows, what a client component may be given. */
export type WhyText = {
  reasons: { text: string; source?: string; validOn?: string }[];
  remedy?: string;
};

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** Rule inputs as values for a message: days and instants as they are read, names in the reader's language, yes and no for `select`, null as a dash. */
export function messageValues(
  inputs: Record<string, RuleInput> | undefined,
  format: Formatter,
): Record<string, string | number> {
  const text = (value: RuleInput): string | number => {
    if (value === null) return "—";
    if (typeof value === "boolean") return String(value);
    if (typeof value === "number") return value;
    if (typeof value === "object") return format.words(value);
    if (isDay(value)) return format.date(value);
    return INSTANT.test(value) ? format.dateTime(value) : value;
  };
  return Object.fromEntries(Object.entries(inputs ?? {}).map(([name, value]) => [name, text(value)]));
}

/**
 * Turns an explanation into sentences: `rules.<rule>` for each reason, `remedies.<rule>` for the way out. A rule
 * without a message shows its code, which tests/architecture/messages.test.ts keeps from happening.
 */
export function whyText(
  explained: Explained<unknown>,
  rules: LooseTranslator,
  remedies: LooseTranslator,
  format: Formatter,
): WhyText {
  const { because, remedy } = explained;
  const say = (translate: LooseTranslator, rule: string, inputs?: Record<string, RuleInput>) =>
    translate.has(rule) ? translate(rule, messageValues(inputs, format)) : rule;
  return {
    reasons: because.map((reason) => ({
      text: say(rules, reason.rule, reason.inputs),
      ...(reason.source ? { source: reason.source } : {}),
      ...(reason.validOn ? { validOn: format.date(reason.validOn) } : {}),
    })),
    ...(remedy ? { remedy: say(remedies, remedy.rule, remedy.inputs) } : {}),
  };
}
