/**
 * The conditions of a list that grow with its filters, and the values that they bind. Each has a name; together the
 * names are the shape of the statement, under which it is prepared.
 */
export class Conditions {
  readonly #names: string[] = [];
  readonly #parts: string[] = [];
  readonly #values: unknown[] = [];

  /** Takes a value and gives its placeholder. */
  bind(value: unknown): string {
    return `$${this.#values.push(value)}`;
  }

  /** Adds a condition whose text is constant for its name. */
  add(name: string, condition: string): void {
    this.#names.push(name);
    this.#parts.push(condition);
  }

  /** The name of the shape, the text after WHERE, the values. */
  done(): { name: string; where: string; values: unknown[] } {
    return {
      name: this.#names.join(" ") || "all",
      where: this.#parts.join(" AND ") || "true",
      values: this.#values,
    };
  }
}

/** A pattern for ILIKE that finds the text anywhere; what a pattern would read as its own sign is taken as it is. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}
