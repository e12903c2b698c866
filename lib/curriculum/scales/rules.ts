import type { ScaleLetter } from "./schemas";

/** What is wrong with the letters of a scale: the field (`grades.2.minPercent`) and the code of the sentence. */
export type ScaleProblem = { field: string; code: string };

/**
 * Whether letters make a scale (domain.md 7.1): each once, each from its own percentage, the lowest from 0, and a higher
 * one never worth less than a lower one. The database holds the same (prisma/sql/curriculum/scales.sql).
 */
export function scaleProblems(letters: readonly ScaleLetter[]): ScaleProblem[] {
  const problems: ScaleProblem[] = [];
  const say = (index: number, field: keyof ScaleLetter, code: string) =>
    problems.push({ field: `grades.${index}.${field}`, code: `curriculum.${code}` });
  letters.forEach((each, index) => {
    const before = letters.slice(0, index);
    if (before.some(({ letter }) => letter === each.letter)) say(index, "letter", "scale_letter_twice");
    if (before.some(({ minPercent }) => Number(minPercent) === Number(each.minPercent)))
      say(index, "minPercent", "scale_minimum_twice");
    if (each.earnsCredit && !each.passes) say(index, "earnsCredit", "scale_credit_needs_pass");
  });
  const places = letters
    .map((_, index) => index)
    .sort((a, b) => percentOf(letters, b) - percentOf(letters, a));
  const lowest = places.at(-1);
  if (lowest !== undefined && percentOf(letters, lowest) !== 0)
    say(lowest, "minPercent", "scale_begins_at_zero");
  places.forEach((place, rank) => {
    const higher = rank > 0 ? letters[places[rank - 1] ?? 0] : undefined;
    const each = letters[place];
    if (!higher || !each) return;
    if (Number(each.points) > Number(higher.points)) say(place, "points", "scale_letters_in_order");
    if (each.passes && !higher.passes) say(place, "passes", "scale_letters_in_order");
    else if (each.earnsCredit && !higher.earnsCredit) say(place, "earnsCredit", "scale_letters_in_order");
  });
  return problems;
}

function percentOf(letters: readonly ScaleLetter[], index: number): number {
  return Number(letters[index]?.minPercent ?? 0);
}
