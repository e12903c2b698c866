import type { PositionRow } from "@/lib/organization/schemas";

/** A position in the tree of who reports to whom. */
export type PositionNode<Row> = { position: Row; depth: number; below: number };

type Placed = Pick<PositionRow, "id" | "reportsTo">;

/**
 * The positions as a tree, from the top down, each followed by those that report to it, in the order given; `below`
 * counts all of them. What reports to one that is not in the list stands at the top.
 */
export function positionTree<Row extends Placed>(rows: readonly Row[]): PositionNode<Row>[] {
  const known = new Set(rows.map(({ id }) => id));
  const under = Map.groupBy(rows, ({ reportsTo }) =>
    reportsTo && known.has(reportsTo.id) ? reportsTo.id : null,
  );
  const walk = (parent: number | null, depth: number): PositionNode<Row>[] =>
    (under.get(parent) ?? []).flatMap((position) => {
      const rest = walk(position.id, depth + 1);
      return [{ position, depth, below: rest.length }, ...rest];
    });
  return walk(null, 0);
}

/** The position and everything below it: what it may not report to. */
export function idsBelow(rows: readonly Placed[], id: number): Set<number> {
  const found = new Set([id]);
  let before = 0;
  while (found.size > before) {
    before = found.size;
    for (const { id: own, reportsTo } of rows) if (reportsTo && found.has(reportsTo.id)) found.add(own);
  }
  return found;
}

/** What of a position decides who may fill it; a row of the table may have no limits at all. */
export type Authority = {
  authorityLevel: number;
  overrides: readonly string[];
  approvalLimits: object | null;
};

/**
 * Whether a position gives authority that only an administrator hands out: level 1 or 2, a policy that is named, or a
 * limit of what may be approved (domain.md 2.3: rights are given by administrators).
 */
export function givesHighAuthority({ authorityLevel, overrides, approvalLimits }: Authority): boolean {
  return authorityLevel <= 2 || overrides.length > 0 || Object.keys(approvalLimits ?? {}).length > 0;
}
