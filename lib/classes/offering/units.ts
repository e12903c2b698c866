import "server-only";
import type { UndoGroup } from "@/lib/platform/change-sets/define";
import type { Tx } from "@/lib/platform/db/transaction";

/** How each table leads to the class; the seats are what classes that are taught as one have in common. */
const TO_POOL: Record<string, string> = {
  seat_pool: "SELECT k.id AS key, k.id AS pool FROM unnest($1::bigint[]) AS k(id)",
  class: "SELECT c.id AS key, c.seat_pool_id AS pool FROM class c WHERE c.id = ANY ($1)",
  reading_class: "SELECT c.id AS key, c.seat_pool_id AS pool FROM class c WHERE c.id = ANY ($1)",
  combined_class:
    "SELECT c.combined_class_id AS key, min(c.seat_pool_id) AS pool FROM class c WHERE c.combined_class_id = ANY ($1) GROUP BY 1",
  class_session:
    "SELECT s.id AS key, c.seat_pool_id AS pool FROM class_session s JOIN class c ON c.id = s.class_id WHERE s.id = ANY ($1)",
  class_part: `SELECT q.id AS key, c.seat_pool_id AS pool FROM class_part q JOIN class_session s ON s.id = q.session_id
     JOIN class c ON c.id = s.class_id WHERE q.id = ANY ($1)`,
  class_part_textbook: `SELECT q.id AS key, c.seat_pool_id AS pool FROM class_part q JOIN class_session s ON s.id = q.session_id
     JOIN class c ON c.id = s.class_id WHERE q.id = ANY ($1)`,
  delivery: `SELECT q.delivery_id AS key, min(c.seat_pool_id) AS pool FROM class_part q
     JOIN class_session s ON s.id = q.session_id JOIN class c ON c.id = s.class_id WHERE q.delivery_id = ANY ($1) GROUP BY 1`,
  slot: `SELECT l.id AS key, min(c.seat_pool_id) AS pool FROM slot l JOIN class_part q ON q.delivery_id = l.delivery_id
     JOIN class_session s ON s.id = q.session_id JOIN class c ON c.id = s.class_id WHERE l.id = ANY ($1) GROUP BY 1`,
  meeting: `SELECT m.id AS key, min(c.seat_pool_id) AS pool FROM meeting m JOIN class_part q ON q.delivery_id = m.delivery_id
     JOIN class_session s ON s.id = q.session_id JOIN class c ON c.id = s.class_id WHERE m.id = ANY ($1) GROUP BY 1`,
};

/**
 * What a duplication made is taken back class by class, and classes that are taught as one together: a class that
 * somebody has changed since, or in which somebody sits, stays whole, with its parts, times and meetings.
 */
export async function unitsOfClasses(tx: Tx, groups: readonly UndoGroup[]): Promise<Map<UndoGroup, string>> {
  const units = new Map<UndoGroup, string>();
  for (const [table, of] of Map.groupBy(groups, (group) => group.table)) {
    const sql = table === null ? undefined : TO_POOL[table];
    if (!sql) continue;
    // The key of a textbook of a part begins with the part.
    const keyOf = (group: UndoGroup) => Number(group.key?.split("/")[0]);
    const rows = await tx.$queryRawUnsafe<{ key: number | bigint; pool: number | bigint }[]>(
      sql,
      of.map(keyOf),
    );
    const pools = new Map(rows.map(({ key, pool }) => [Number(key), Number(pool)]));
    for (const group of of) {
      const pool = pools.get(keyOf(group));
      if (pool !== undefined) units.set(group, `pool:${pool}`);
    }
  }
  return units;
}
