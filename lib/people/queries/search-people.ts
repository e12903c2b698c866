import "server-only";
import { type Reach, reachOf, scopeSql } from "@/lib/people/access";
import { type Among, findHits, matchOf } from "@/lib/people/queries/find-hits";
import { profileScopeSql } from "@/lib/people/queries/profile-rows";
import type { PersonHit, SearchKind } from "@/lib/people/schemas";
import { type Actor, authoriseAny } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";

/** Hits that are ranked before the best are kept; more share the words only when they are too short to mean anybody. */
const RANKED = 200;
/** Who reaches a part of the campus must not lose somebody to hits beyond it: as far as a list is counted. */
const RANKED_IN_PART = 10_001;

type Row = Omit<PersonHit, "match"> & { rank: number };

const AMONG: Record<SearchKind, Among> = {
  student: "students",
  teacher: "employees",
  employee: "employees",
  any: "everybody",
};

/** Rows of the kind within the reach: over the aliases s (student), t (teacher) and f (staff). */
function conditions(kind: SearchKind, reach: Reach, values: unknown[]): string {
  const has = { student: "s", teacher: "t", employee: null, any: null }[kind];
  const right = has
    ? `${has}.person_id IS NOT NULL`
    : kind === "employee"
      ? "(t.person_id IS NOT NULL OR f.person_id IS NOT NULL)"
      : "true";
  if (reach.kind === "all") return right;
  // A condition that is not used would leave its parameters in the air.
  const students = () => `(s.person_id IS NOT NULL AND ${scopeSql(reach, values)})`;
  if (kind === "student") return `${right} AND ${students()}`;
  const profile = (alias: string) =>
    `(${alias}.person_id IS NOT NULL AND ${profileScopeSql(reach, values).replaceAll("t.", `${alias}.`)})`;
  const ways = [...(kind === "any" ? [students()] : []), profile("t"), profile("f")];
  return `${right} AND (${ways.join(" OR ")})`;
}

/**
 * People by number, name in either script, telephone number, e-mail or older number, the surest and the active ones
 * first. One statement; some milliseconds at a million people.
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
  const hits = findHits(
    actor,
    input.q,
    values,
    reach.kind === "all" ? RANKED : RANKED_IN_PART,
    AMONG[input.kind],
  );
  if (!hits) return [];
  const where = conditions(input.kind, reach, values);
  const limit = values.push(Math.min(input.limit, 50));
  const rows = await query<Row>(
    `people.search ${hits.key} ${input.kind} ${reach.kind}`,
    `WITH ${hits.ctes}
     SELECT p.id AS "personId", s.number_label AS number, p.family_name AS "familyName",
            p.personal_name AS "personalName", p.khmer_family_name AS "khmerFamilyName",
            p.khmer_personal_name AS "khmerPersonalName", s.status, pr.code AS programme,
            s.study_time AS "studyTime", t.person_id IS NOT NULL AS "isTeacher", f.person_id IS NOT NULL AS "isStaff",
            t.number AS "teacherNumber", f.number AS "staffNumber",
            coalesce(t.status = 'ACTIVE', false) OR coalesce(f.status = 'ACTIVE', false) AS employed, hit.rank
       FROM hit
       JOIN person p ON p.id = hit.person_id
       LEFT JOIN student s ON s.person_id = p.id
       LEFT JOIN teacher t ON t.person_id = p.id
       LEFT JOIN staff f ON f.person_id = p.id
       LEFT JOIN programme pr ON pr.id = s.current_programme_id
      WHERE ${where}
      ORDER BY hit.rank, ((t.status = 'ACTIVE' OR f.status = 'ACTIVE' OR s.status = 'ACTIVE') IS TRUE) DESC, s.status NULLS LAST,
               p.family_name, p.personal_name, p.id
      LIMIT $${limit}`,
    values,
  );
  return rows.map(({ rank, ...row }) => ({ ...row, match: matchOf(rank) }));
}
