/**
 * Which courses count for which, as a SELECT of `id`, `code`, `counts` and `until` over the SQL expression `day`: every
 * equivalence that began by then, and the ended ones too, since they still count for what was taken before their end
 * (lib/curriculum/requisites.ts, CountsFor). One that counts in both directions is two rows.
 */
export function equivalencesSql(day: string): string {
  return `SELECT e.id, o.code, n.code AS counts, e.valid_to AS until
            FROM course_equivalence e JOIN course o ON o.id = e.original_id JOIN course n ON n.id = e.equivalent_id
           WHERE e.valid_from <= ${day}
          UNION ALL
          SELECT e.id, n.code, o.code, e.valid_to
            FROM course_equivalence e JOIN course o ON o.id = e.original_id JOIN course n ON n.id = e.equivalent_id
           WHERE e.valid_from <= ${day} AND e.is_bidirectional`;
}
