import type { LooseTranslator } from "./explain-text";

/**
 * A reason in the database is somebody's own words, or, where the system gives it, the key of a message below `reasons`
 * with its values: `completed?programme=BA-IR`. So it is read in the language of the reader, not of the writer.
 */
const CODED = /^([a-z]+(?:_[a-z]+)*)(?:\?(.*))?$/;

/** Makes the stored form of a reason that the system gives; tests/architecture/stored-words.test.ts knows every code. */
export function storedReason(code: string, values: Record<string, string> = {}): string {
  const escaped = (value: string) => value.replace(/[%&+=?\s]/g, (sign) => encodeURIComponent(sign));
  const pairs = Object.entries(values).map(([name, value]) => `${name}=${escaped(value)}`);
  return pairs.length === 0 ? code : `${code}?${pairs.join("&")}`;
}

/** Tells a stored reason: the system's in the reader's language, a person's in their own words. */
export function tellReason(reasons: LooseTranslator, stored: string): string {
  const [, code = "", query = ""] = CODED.exec(stored) ?? [];
  if (!code || !reasons.has(code)) return stored;
  return reasons(code, Object.fromEntries(new URLSearchParams(query)));
}
