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
