import type { ProblemCode, RowProblem } from "@/lib/people/import/schemas";

/** How often a problem came up. */
export type ProblemCount = {
  code: ProblemCode;
  field: RowProblem["field"];
  level: RowProblem["level"];
  rows: number;
};

/** What a run of an import says: `rows = added + updated + unchanged + rejected`. */
export type ImportSummary = {
  rows: number;
  added: number;
  updated: number;
  unchanged: number;
  rejected: number;
  /** Rows that were taken with a warning. */
  flagged: number;
  problems: ProblemCount[];
  /** File with every problem, at most KEPT_PROBLEMS. */
  problemsFileId: string | null;
  problemsKept: number;
  problemsTotal: number;
  /** File with the rejected rows, to mend and load again. */
  rejectedFileId: string | null;
  /** First and last number given to new students. */
  numbers: { first: number; last: number } | null;
};

/** Problems that are kept one by one; beyond them only the counts and the file of rejected rows tell. */
export const KEPT_PROBLEMS = 20_000;

/** Counts rows and problems while a run goes on. */
export class Tally {
  rows = 0;
  added = 0;
  updated = 0;
  unchanged = 0;
  rejected = 0;
  flagged = 0;
  problemsTotal = 0;
  first: number | null = null;
  last: number | null = null;
  private readonly counts = new Map<string, ProblemCount>();

  problem({ code, field, level }: RowProblem): void {
    this.problemsTotal += 1;
    const key = `${level}/${code}/${field}`;
    const known = this.counts.get(key);
    if (known) known.rows += 1;
    else this.counts.set(key, { code, field, level, rows: 1 });
  }

  gave(number: number): void {
    this.first = this.first === null ? number : Math.min(this.first, number);
    this.last = this.last === null ? number : Math.max(this.last, number);
  }

  summary(files: Pick<ImportSummary, "problemsFileId" | "problemsKept" | "rejectedFileId">): ImportSummary {
    const { rows, added, updated, unchanged, rejected, flagged, problemsTotal, first, last } = this;
    const rank = (count: ProblemCount) => (count.level === "error" ? 0 : 1);
    return {
      rows,
      added,
      updated,
      unchanged,
      rejected,
      flagged,
      problemsTotal,
      problems: [...this.counts.values()].sort((a, b) => rank(a) - rank(b) || b.rows - a.rows),
      numbers: first === null || last === null ? null : { first, last },
      ...files,
    };
  }
}
