import { createHash } from "node:crypto";
import type { ClientBase } from "pg";
import { type CopyRow, loadRows } from "@/lib/platform/db/copy";

export type TableSummary = { rows: number; sha256: string };

/**
 * Loads batch after batch and sums up per table what was loaded: the number of rows and a hash over the hashes of its
 * batches, so that two runs can be compared without reading a table.
 */
export class Loader {
  readonly #tables = new Map<string, TableSummary>();

  constructor(readonly client: ClientBase) {}

  async load(table: string, columns: string, rows: Iterable<CopyRow>): Promise<void> {
    const names = columns.split(",").map((name) => name.trim());
    const { rows: count, sha256 } = await loadRows(this.client, { table, columns: names }, rows);
    const before = this.#tables.get(table) ?? { rows: 0, sha256: "" };
    const hash = createHash("sha256").update(before.sha256).update(sha256).digest("hex");
    this.#tables.set(table, { rows: before.rows + count, sha256: hash });
  }

  summary(): Record<string, TableSummary> {
    return Object.fromEntries(this.#tables);
  }
}
