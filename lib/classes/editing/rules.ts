import type { TermType } from "@/lib/platform/db/generated/enums";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** The first section letter that nobody has; null when all twenty-six are taken. */
export function firstFreeLetter(taken: readonly string[]): string | null {
  return [...LETTERS].find((letter) => !taken.includes(letter)) ?? null;
}

/** Types of terms in which courses of a cycle are taught, by its rank: 1 language, 2 bachelor, 3 master. */
export function termTypesOf(cycleRank: number): readonly TermType[] {
  if (cycleRank === 1) return ["ENG_A", "ENG_B", "X"];
  return cycleRank === 2 ? ["BA", "X"] : ["MA", "X"];
}
