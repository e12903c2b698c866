import "server-only";
import type { Tx } from "@/lib/platform/db/transaction";
import type { ChangeCount, ChangedRow } from "./schemas";

/** Rows of each table and operation that a preview keeps as a sample. */
const SAMPLE = 100;

/** What this transaction changed so far, counted by table and operation from its own audit rows. */
export async function countChanges(tx: Tx): Promise<ChangeCount[]> {
  return tx.$queryRaw<ChangeCount[]>`
    SELECT table_name AS "table", operation, count(*)::int AS rows
      FROM audit.entry
     WHERE tx = pg_current_xact_id() AND change_set_id IS NOT NULL
       AND change_set_id = nullif(current_setting('naga.change_set', true), '')::int
       AND table_name <> 'change_set' AND operation IN ('INSERT', 'UPDATE', 'DELETE')
     GROUP BY 1, 2 ORDER BY min(id)`;
}

/** The first rows of each table and operation that this transaction changed. */
export async function sampleChanges(tx: Tx): Promise<ChangedRow[]> {
  return tx.$queryRaw<ChangedRow[]>`
    SELECT table_name AS "table", row_key AS key, operation, subject_id AS "subjectId", old, new
      FROM (
        SELECT *, row_number() OVER (PARTITION BY table_name, operation ORDER BY id) AS place
          FROM audit.entry
         WHERE tx = pg_current_xact_id()
           AND change_set_id = nullif(current_setting('naga.change_set', true), '')::int
           AND table_name <> 'change_set' AND operation IN ('INSERT', 'UPDATE', 'DELETE')) entries
     WHERE place <= ${SAMPLE} ORDER BY id`;
}

/** The newest audit entry of the set that this transaction wrote; 0 when it wrote none. */
export async function lastEntry(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ last: number | bigint | null }[]>`
    SELECT max(id) AS last FROM audit.entry
     WHERE tx = pg_current_xact_id()
       AND change_set_id = nullif(current_setting('naga.change_set', true), '')::int`;
  return Number(row?.last ?? 0);
}

/** Changed rows in all, whatever the table and operation. */
export function totalOf(counts: readonly ChangeCount[]): number {
  return counts.reduce((sum, count) => sum + count.rows, 0);
}
