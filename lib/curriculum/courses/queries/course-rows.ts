import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import type { RecordRows } from "@/lib/platform/audit/queries";
import { query } from "@/lib/platform/db/pool";

/**
 * The rows that make up a course, for its history: its versions, what it asks for, what counts for it, its textbooks.
 * Those that are gone are known by their audit entries.
 */
export async function listCourseRows(actor: Actor, code: string): Promise<RecordRows[]> {
  authorise(actor, "curriculum:read");
  const rows = await query<{ table: string; keys: (number | string)[] | null }>(
    "curriculum.course-rows",
    `WITH own AS (SELECT id FROM course WHERE code = $1),
          gone AS (
            SELECT table_name, row_key FROM audit.entry, own
             WHERE operation = 'DELETE' AND table_name IN ('course_prerequisite', 'course_equivalence')
               AND (old ->> 'course_id' = own.id::text OR old ->> 'original_id' = own.id::text
                 OR old ->> 'equivalent_id' = own.id::text))
     SELECT 'course' AS "table", json_agg(id::text) AS keys FROM own
     UNION ALL SELECT 'course_prerequisite', json_agg(key) FROM (
       SELECT p.id::text AS key FROM course_prerequisite p JOIN own ON own.id = p.course_id
       UNION SELECT row_key FROM gone WHERE table_name = 'course_prerequisite') k
     UNION ALL SELECT 'course_equivalence', json_agg(key) FROM (
       SELECT e.id::text AS key FROM course_equivalence e JOIN own ON own.id IN (e.original_id, e.equivalent_id)
       UNION SELECT row_key FROM gone WHERE table_name = 'course_equivalence') k
     UNION ALL SELECT 'course_textbook', json_agg(own.id || '/' || b.id) FROM own CROSS JOIN textbook b`,
    [code],
  );
  return rows.flatMap(({ table, keys }) => (keys && keys.length > 0 ? [{ table, keys }] : []));
}
