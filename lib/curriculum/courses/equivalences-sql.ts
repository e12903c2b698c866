/**
 * Which courses count for which, as a SELECT of `id`, `code`, `counts`, `since` and `until` over the SQL expression `day`: every
 * equivalence that began by then, and the ended ones too, since they still count for what was taken before their end
 * (lib/curriculum/requisites.ts, CountsFor). One that counts in both directions is two rows.
 */
export function equivalencesSql(day: string): string {
  return `SELECT e.id, o.code, n.code AS counts, e.valid_from AS since, e.valid_to AS until
            FROM course_equivalence e JOIN course o ON o.id = e.original_id JOIN course n ON n.id = e.equivalent_id
           WHERE e.valid_from <= ${day}
          UNION ALL
          SELECT e.id, n.code, o.code, e.valid_from, e.valid_to
            FROM course_equivalence e JOIN course o ON o.id = e.original_id JOIN course n ON n.id = e.equivalent_id
           WHERE e.valid_from <= ${day} AND e.is_bidirectional`;
}

/**
 * All courses that count for one, itself among them and through others too, as a SELECT of `code` and `until` over the
 * SQL expressions `code` and `day`: what coursesThatCount says of the same rows, for questions about many students.
 * `until` is `infinity` where nothing ends.
 */
export function countingSql(code: string, day: string): string {
  return `WITH RECURSIVE counts AS MATERIALIZED (${equivalencesSql(day)}), walk AS (
            SELECT ${code} AS code, 'infinity'::date AS until
            UNION
            SELECT c.counts, least(w.until, c.until) FROM walk w JOIN counts c ON c.code = w.code)
          SELECT code, max(until) AS until FROM walk GROUP BY code`;
}
