import { addDays, type Day, daysBetween } from "@/lib/platform/dates/day";

export type Span = { from: Day; to: Day };

/**
 * The days of one session of a class: the term, or an equal share of its whole weeks where sessions follow each other
 * (IEAP: two halves, domain.md 4.1). The last session takes the weeks that the division leaves.
 */
export function sessionSpan(term: Span, number: number, count: number): Span {
  const weeks = Math.floor((daysBetween(term.from, term.to) + 1) / 7);
  const begins = (index: number) => addDays(term.from, Math.floor((weeks * index) / count) * 7);
  return {
    from: begins(number - 1),
    to: number >= count ? term.to : addDays(begins(number), -1),
  };
}

/** The part of a span that is not over: from `from` on, never empty while the span itself is not over. */
export function spanFrom(span: Span, from: Day): Span {
  return { from: from > span.from ? from : span.from, to: span.to };
}
