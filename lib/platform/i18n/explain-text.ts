import type { RuleInput } from "@/lib/platform/explained";

/** A translator reduced to what dynamic keys need. */
export type LooseTranslator = {
  (key: string, values?: Record<string, string | number>): string;
  has(key: string): boolean;
};

/**
 * next-intl checks keys at compile time; codes of errors and rules come from data. This is the one door for them:
 * every code must have a message, which tests/architecture/messages.test.ts proves for the codes in the source.
 */
export function loose(translate: unknown): LooseTranslator {
  return translate as LooseTranslator;
}

/** Rule inputs as values for a message: yes and no as "true" and "false" for `select`, null as an em dash. */
export function messageValues(inputs: Record<string, RuleInput> = {}): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      name,
      value === null ? "—" : typeof value === "boolean" ? String(value) : value,
    ]),
  );
}
