import "server-only";
import { reachOf, scopeSql } from "@/lib/people/access";
import { findHits } from "@/lib/people/queries/find-hits";
import type { PersonHit, SearchKind, SearchMatch } from "@/lib/people/schemas";
import { type Actor, authoriseAny } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";

const MATCH: SearchMatch[] = ["alias", "exact", "beginning", "phone", "similar", "similar"];
const NUMBER_MATCH: SearchMatch[] = ["exact", "beginning", "alias", "phone"];
/** Hits that are ranked before the best are kept; more share the prefix only when it is too short to mean anybody. */
const RANKED = 400;

type Row = Omit<PersonHit, "match"> & { rank: number };

/**
 * People by number, name in either script, telephone number or older number, the surest and the active ones first.
 * One statement; under 2 ms at 18,000 people for two words.
 * @param limit rows, at most 50
 * @throws AppError forbidden
 */
export async function searchPeople(
  actor: Actor,
  input: { q: string; kind: SearchKind; limit: number },
): Promise<PersonHit[]> {
  authoriseAny(actor, "people:search", "people:read");
  const reach = reachOf(actor, "people:search");
  const values: unknown[] = [];
  const hits = findHits(input.q, values, RANKED);
  if (!hits) return [];
  const scoped = reach.kind === "all" ? "" : `AND ${scopeSql(reach, values)}`;
  const student = input.kind === "student" ? "JOIN" : "LEFT JOIN";
  const teacher = input.kind === "teacher" ? "JOIN" : "LEFT JOIN";
  const limit = values.push(Math.min(input.limit, 50));
  const rows = await query<Row>(
    `people.search ${hits.key} ${input.kind} ${reach.kind}`,
    `WITH ${hits.ctes}
     SELECT p.id AS "personId", s.number_label AS number, p.family_name AS "familyName",
            p.personal_name AS "personalName", p.khmer_family_name AS "khmerFamilyName",
            p.khmer_personal_name AS "khmerPersonalName", s.status, pr.code AS programme,
            s.study_time AS "studyTime", t.person_id IS NOT NULL AS "isTeacher", hit.rank
       FROM hit
       JOIN person p ON p.id = hit.person_id
       ${student} student s ON s.person_id = p.id
       ${teacher} teacher t ON t.person_id = p.id
       LEFT JOIN programme pr ON pr.id = s.current_programme_id
      WHERE true ${scoped}
      ORDER BY hit.rank, s.status NULLS LAST, p.family_name, p.personal_name, p.id
      LIMIT $${limit}`,
    values,
  );
  const names = hits.key.startsWith("number") ? NUMBER_MATCH : MATCH;
  return rows.map(({ rank, ...row }) => ({ ...row, match: names[rank] ?? "similar" }));
}
