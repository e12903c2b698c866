import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import type { RecordRows } from "@/lib/platform/audit/queries";
import { query } from "@/lib/platform/db/pool";
import { classReach, classReachSql } from "../access";

/** The rows that make up a class, for its history: itself, seats, sessions, parts and what they need, slots, meetings, the reading side. Empty outside the actor's reach. */
export async function listClassRows(actor: Actor, classId: number): Promise<RecordRows[]> {
  const reach = classReach(actor);
  const values: unknown[] = [classId];
  return query<RecordRows>(
    `classes.rows.${reach.kind}`,
    `WITH found AS (SELECT c.id, c.seat_pool_id FROM class c JOIN course co ON co.id = c.course_id
                     WHERE c.id = $1 AND ${classReachSql(reach, values)}),
          session AS (SELECT s.id FROM class_session s JOIN found ON s.class_id = found.id),
          part AS (SELECT p.id, p.delivery_id FROM class_part p JOIN session ON p.session_id = session.id)
     SELECT 'class' AS "table", array_agg(id) AS keys FROM found HAVING count(*) > 0
     UNION ALL SELECT 'seat_pool', array_agg(seat_pool_id) FROM found HAVING count(*) > 0
     UNION ALL SELECT 'class_session', array_agg(id) FROM session HAVING count(*) > 0
     UNION ALL SELECT 'class_part', array_agg(id) FROM part HAVING count(*) > 0
     UNION ALL SELECT 'delivery', array_agg(delivery_id) FROM part HAVING count(*) > 0
     UNION ALL SELECT 'reading_class', array_agg(r.class_id) FROM reading_class r JOIN found ON r.class_id = found.id HAVING count(*) > 0
     UNION ALL SELECT 'slot', array_agg(l.id) FROM slot l JOIN part ON part.delivery_id = l.delivery_id HAVING count(*) > 0
     UNION ALL SELECT 'meeting', array_agg(m.id::integer) FROM meeting m JOIN part ON part.delivery_id = m.delivery_id HAVING count(*) > 0`,
    values,
  );
}
