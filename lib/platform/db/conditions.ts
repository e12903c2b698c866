/** The conditions of a list that grow with its filters, and the values that they bind; for `queryPlanned`. */
export class Conditions {
  readonly #parts: string[] = [];
  readonly #values: unknown[] = [];

  /** Takes a value and gives its placeholder. */
  bind(value: unknown): string {
    return `$${this.#values.push(value)}`;
  }

  /** Adds a condition; everything variable in it is bound. */
  add(condition: string): void {
    this.#parts.push(condition);
  }

  /** The text after WHERE, and the values. */
  done(): { where: string; values: unknown[] } {
    return { where: this.#parts.join(" AND ") || "true", values: this.#values };
  }
}

/** A pattern for ILIKE that finds the text anywhere; what a pattern would read as its own sign is taken as it is. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}
