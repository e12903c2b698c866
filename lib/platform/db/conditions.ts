import { createHash } from "node:crypto";

/** The conditions of a list that grow with its filters, and the values that they bind. */
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

  /**
   * The text after WHERE, the values, and a short name of the shape, under which the statement is prepared: PostgreSQL
   * cuts names at 63 characters, and two statements under one name would be one.
   */
  done(): { shape: string; where: string; values: unknown[] } {
    const where = this.#parts.join(" AND ") || "true";
    const shape = createHash("sha256").update(where).digest("base64url").slice(0, 16);
    return { shape, where, values: this.#values };
  }
}

/** A pattern for ILIKE that finds the text anywhere; what a pattern would read as its own sign is taken as it is. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}
