import type { Day } from "@/lib/platform/dates/day";
import type { RequisiteKind } from "../requisites";

/** `from` asks for `to`, or lets it count; `before` when it must come earlier; the days on which it holds. */
export type Edge = { from: string; to: string; before: boolean; validFrom: Day; validTo: Day | null };

type Span = { validFrom: Day; validTo: Day | null };

function meet(one: Span, other: Span): Span | null {
  const validFrom = one.validFrom > other.validFrom ? one.validFrom : other.validFrom;
  const ends = [one.validTo, other.validTo].filter((day) => day !== null).sort();
  const validTo = ends[0] ?? null;
  return validTo === null || validFrom < validTo ? { validFrom, validTo } : null;
}

/**
 * The shortest circle that begins and ends at `start`, all of whose edges hold on one day, as the codes on the way:
 * `["A", "B", "A"]`; null without one. With `needsBefore` a circle counts only when one of its edges must come earlier:
 * courses that are all taken together may ask for each other.
 */
export function findCircle(start: string, edges: readonly Edge[], needsBefore: boolean): string[] | null {
  const out = Map.groupBy(edges, ({ from }) => from);
  const seen = new Set<string>();
  let paths = [{ codes: [start], before: false, span: null as Span | null }];
  while (paths.length > 0) {
    const next: typeof paths = [];
    for (const path of paths) {
      for (const edge of out.get(path.codes.at(-1) ?? "") ?? []) {
        const span = path.span ? meet(path.span, edge) : edge;
        if (!span) continue;
        const before = path.before || edge.before;
        const codes = [...path.codes, edge.to];
        if (edge.to === start) {
          if (before || !needsBefore) return codes;
          continue;
        }
        const key = `${edge.to} ${before} ${span.validFrom} ${span.validTo}`;
        if (seen.has(key)) continue;
        seen.add(key);
        next.push({ codes, before, span: { validFrom: span.validFrom, validTo: span.validTo } });
      }
    }
    paths = next;
  }
  return null;
}

/** A requisite as an edge: a course asks for another. */
export function requisiteEdge(row: Span & { course: string; code: string; kind: RequisiteKind }): Edge {
  const { validFrom, validTo } = row;
  return { from: row.course, to: row.code, before: row.kind === "PREREQUISITE", validFrom, validTo };
}

type Pair = Span & { code: string; counts: string };

/**
 * The courses on the way from one of a new pair back to the other through pairs that are there; null when the new one
 * closes no circle. One that counts both ways is looked at from both ends.
 */
export function findCountingCircle(pair: Pair, bothWays: boolean, there: readonly Pair[]): string[] | null {
  const edge = ({ code, counts, ...span }: Pair): Edge => ({
    ...span,
    from: code,
    to: counts,
    before: false,
  });
  const known = there.map(edge);
  const around = findCircle(pair.code, [...known, edge(pair)].filter(leadsOn(pair.code, pair.counts)), false);
  if (around || !bothWays) return around;
  const back = { ...pair, code: pair.counts, counts: pair.code };
  return findCircle(back.code, [...known, edge(back)].filter(leadsOn(back.code, back.counts)), false);
}

/** The first step of the circle is the new pair itself: other ways out of its first course are no part of it. */
const leadsOn = (first: string, second: string) => (edge: Edge) => edge.from !== first || edge.to === second;
