import type { Busy, Days, Problem, Time } from "../problem";

/** Whether two weekly times meet, on some day. What touches does not. */
export function meets(a: Time & Days, b: Time & Days): boolean {
  return (
    a.weekday === b.weekday &&
    a.startMin < b.endMin &&
    b.startMin < a.endMin &&
    a.from <= b.to &&
    b.from <= a.to
  );
}

/**
 * Time cut into the smallest pieces that matter: weekday, minutes between two neighbouring begins or ends, days between
 * two of the same. Two things meet if and only if they share a piece, so "never two at once" is one row of a model a
 * piece.
 */
export class Cells {
  readonly #minutes = new Map<number, number[]>();
  readonly #days: number[];

  constructor(problem: Problem) {
    const days = new Set<number>();
    const minutes = new Map<number, Set<number>>();
    for (const task of problem.tasks) {
      days.add(task.from).add(task.to + 1);
      for (const time of task.choices.flat()) {
        const marks = minutes.get(time.weekday) ?? new Set();
        minutes.set(time.weekday, marks.add(time.startMin).add(time.endMin));
      }
    }
    this.#days = [...days].sort((a, b) => a - b);
    for (const [weekday, marks] of minutes)
      this.#minutes.set(
        weekday,
        [...marks].sort((a, b) => a - b),
      );
  }

  /** The pieces that a weekly time covers; those of time in which nothing can be placed are left out. */
  of(time: Busy): number[] {
    const found: number[] = [];
    const marks = this.#minutes.get(time.weekday) ?? [];
    for (let day = 0; day + 1 < this.#days.length; day += 1) {
      if ((this.#days[day] ?? 0) > time.to || (this.#days[day + 1] ?? 0) <= time.from) continue;
      for (let mark = 0; mark + 1 < marks.length; mark += 1) {
        if ((marks[mark] ?? 0) >= time.endMin || (marks[mark + 1] ?? 0) <= time.startMin) continue;
        found.push((day * 8 + time.weekday) * 256 + mark);
      }
    }
    return found;
  }

  /** The pieces of several times on some days, each once. */
  ofTimes(times: readonly Time[], { from, to }: Days): number[] {
    return [...new Set(times.flatMap((time) => this.of({ ...time, from, to })))];
  }

  /** The minute at which a piece begins. */
  startOf(cell: number): number {
    return this.#minutes.get(Cells.weekday(cell))?.[cell % 256] ?? 0;
  }

  /** The weekday of a piece. */
  static weekday(cell: number): number {
    return Math.floor(cell / 256) % 8;
  }

  /** Which of the stretches of days a piece lies in. */
  static stretch(cell: number): number {
    return Math.floor(cell / 2048);
  }
}
