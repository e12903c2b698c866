import "server-only";
import type { Tx } from "@/lib/platform/db/transaction";

type Table = "seat_pool" | "combined_class" | "class" | "class_session" | "class_part" | "delivery";

/**
 * Takes ids of a table ahead, so that rows that belong together are written in one statement a table instead of one a
 * row. Gaps after a trial run say nothing: nobody reads these ids.
 */
export async function nextIds(tx: Tx, table: Table, count: number): Promise<number[]> {
  if (count === 0) return [];
  const rows = await tx.$queryRaw<{ id: number }[]>`
    SELECT nextval(pg_get_serial_sequence(${table}, 'id'))::integer AS id FROM generate_series(1, ${count}::integer)`;
  return rows.map(({ id }) => id);
}
