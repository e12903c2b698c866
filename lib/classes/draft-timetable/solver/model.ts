import type { Highs } from "highs";

/** How far one search goes, and how it begins. */
export type Search = {
  seconds: number;
  seed: number;
  /** Ends as soon as the best found is this close to the best possible, as a share. */
  gap: number;
  /** Called several times a second; true ends the search with what was found. */
  look?: () => boolean;
};

export type Found = {
  /** Value of each variable; null when nothing was found. */
  values: Float64Array | null;
  optimal: boolean;
};

/** A model with yes-or-no and continuous variables, built row by row, minimised by HiGHS. */
export class Model {
  readonly #cost: number[] = [];
  readonly #upper: number[] = [];
  readonly #whole: number[] = [];
  readonly #rowLower: number[] = [];
  readonly #rowUpper: number[] = [];
  readonly #starts: number[] = [0];
  readonly #indices: number[] = [];
  readonly #values: number[] = [];
  readonly #begin: number[] = [];

  /** @param begin its value in a solution to begin with */
  yesNo(cost: number, begin = 0): number {
    this.#cost.push(cost);
    this.#upper.push(1);
    this.#begin.push(begin);
    return this.#whole.push(1) - 1;
  }

  /** A variable of 0 to `upper`; it becomes whole by itself where the yes-or-no ones around it are. */
  amount(cost: number, upper: number, begin = 0): number {
    this.#cost.push(cost);
    this.#upper.push(upper);
    this.#begin.push(begin);
    return this.#whole.push(0) - 1;
  }

  row(lower: number, upper: number, variables: readonly number[], values?: readonly number[]): void {
    for (const [place, variable] of variables.entries()) {
      this.#indices.push(variable);
      this.#values.push(values?.[place] ?? 1);
    }
    this.#starts.push(this.#indices.length);
    this.#rowLower.push(lower);
    this.#rowUpper.push(upper);
  }

  exactlyOne(variables: readonly number[]): void {
    this.row(1, 1, variables);
  }

  atMost(limit: number, variables: readonly number[]): void {
    if (variables.length > limit) this.row(-Infinity, limit, variables);
  }

  get size(): { variables: number; rows: number } {
    return { variables: this.#cost.length, rows: this.#rowLower.length };
  }

  /** Minimises. The same model, seed and gap give the same answer, unless the time ends before the search does. */
  solve(highs: Highs, { seconds, seed, gap, look }: Search): Found {
    if (this.#cost.length === 0) return { values: new Float64Array(), optimal: true };
    const inf = highs.infinity;
    const bound = (value: number) => (Number.isFinite(value) ? value : Math.sign(value) * inf);
    return highs.withModel(
      {
        numCols: this.#cost.length,
        numRows: this.#rowLower.length,
        colCost: this.#cost,
        colLower: this.#cost.map(() => 0),
        colUpper: this.#upper,
        rowLower: this.#rowLower.map(bound),
        rowUpper: this.#rowUpper.map(bound),
        integrality: Int32Array.from(this.#whole),
        matrix: {
          format: "csr",
          numRows: this.#rowLower.length,
          numCols: this.#cost.length,
          starts: this.#starts,
          indices: this.#indices,
          values: this.#values,
        },
      },
      (model) => {
        model.options.set({
          output_flag: false,
          random_seed: seed,
          time_limit: Math.max(0.5, seconds),
          mip_rel_gap: gap,
        });
        if (this.#begin.some((value) => value > 0)) model.setSolution({ colValue: this.#begin });
        model.run({
          [highs.constants.callbackType.mipInterrupt](event) {
            if (look?.()) event.interrupt();
          },
        });
        const optimal = model.getModelStatus() === highs.constants.modelStatus.optimal;
        const found = model.info.get("primal_solution_status") === 2;
        return { values: found ? model.getSolution().colValue : null, optimal };
      },
    );
  }
}
