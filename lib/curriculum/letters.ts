/** From best to worst; both kinds of scale use these letters (domain.md 7.1). */
export const LETTERS = ["A+", "A", "A-", "B+", "B", "B-", "C+", "C", "C-", "D+", "D", "D-", "F"] as const;

/** Letters that a prerequisite may ask for: everything that earns credit (domain.md 0.2 row 2). */
export const MINIMUM_LETTERS = LETTERS.filter((letter) => letter !== "A+" && letter !== "F");

/** What a prerequisite asks for when it names no letter of its own (domain.md 0.2 row 2). */
export const DEFAULT_MINIMUM = "D";

const ORDER: readonly string[] = LETTERS;

/**
 * Whether a passed result reaches a minimum letter (domain.md 0.2 row 2). A pass without a letter on the scale
 * (P, CR, a transfer) reaches any: a person decided that it counts.
 */
export function reaches(letter: string | null, minimum: string): boolean {
  const place = letter === null ? -1 : ORDER.indexOf(letter);
  const needed = ORDER.indexOf(minimum);
  return place < 0 || needed < 0 || place <= needed;
}

/** The better of two letters; one that is on no scale counts as worse. */
export function isBetter(letter: string | null, than: string | null): boolean {
  const rank = (value: string | null) => (value === null ? 99 : (ORDER.indexOf(value) + 100) % 100);
  return rank(letter) < rank(than);
}
