/** One numbered page of a list. Totals are counted to 10,000; beyond that only "10,000+" is known (blueprints.md 11). */
export type Page<T> = {
  rows: T[];
  page: number;
  pageSize: number;
  total: number;
  totalIsExact: boolean;
};

/** How far a list is counted before the count is given up. */
export const COUNT_LIMIT = 10_000;

/** Rows a page may have, at most (architecture.md 5, rule 8). */
export const PAGE_SIZES = [25, 50, 100] as const;

/** Builds a page from rows and a count that was taken with a limit of COUNT_LIMIT + 1. */
export function toPage<T>(rows: T[], counted: number, page: number, pageSize: number): Page<T> {
  return {
    rows,
    page,
    pageSize,
    total: Math.min(counted, COUNT_LIMIT),
    totalIsExact: counted <= COUNT_LIMIT,
  };
}
