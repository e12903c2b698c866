import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";
import type { NameParts } from "@/lib/platform/i18n/names";

/** A teacher as a picker offers them. */
export type TeacherChoice = NameParts & { personId: number; number: number };

/**
 * Teachers who are at work, by words of their name in either script or by the beginning of their number; at most ten. A
 * directory of who works here, so it knows no reach.
 * @throws AppError forbidden
 */
export async function findTeacherChoices(actor: Actor, q: string): Promise<TeacherChoice[]> {
  authorise(actor, "organization:read");
  const words = q.trim().split(/\s+/).filter(Boolean).slice(0, 4);
  if (words.length === 0) return [];
  const values: unknown[] = [];
  const conditions = words.map((word) => {
    const like = word.replace(/[\\%_]/g, "\\$&");
    const inside = `$${values.push(`%${like}%`)}`;
    const start = `$${values.push(`${like}%`)}`;
    return `(p.search_key ILIKE ${inside} OR t.number::text LIKE ${start}
      OR concat_ws(' ', p.khmer_family_name, p.khmer_personal_name) LIKE ${inside})`;
  });
  return query<TeacherChoice>(
    `classes.teacher-choices ${words.length}`,
    `SELECT p.id AS "personId", t.number, p.family_name AS "familyName", p.personal_name AS "personalName",
            p.khmer_family_name AS "khmerFamilyName", p.khmer_personal_name AS "khmerPersonalName"
       FROM teacher t JOIN person p ON p.id = t.person_id
      WHERE t.status <> 'INACTIVE' AND ${conditions.join(" AND ")}
      ORDER BY p.family_name, p.personal_name, p.id LIMIT 10`,
    values,
  );
}
