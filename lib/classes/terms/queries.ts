import "server-only";
import { classReach, classReachSql } from "@/lib/classes/access";
import type { ClassStatus } from "@/lib/classes/schemas";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";

/** The classes of a term by status, and how many students sit in them, within the actor's reach. */
export async function countTermClasses(
  actor: Actor,
  termId: number,
): Promise<{ status: ClassStatus; classes: number; students: number }[]> {
  authorise(actor, "classes:read");
  const reach = classReach(actor);
  const values: unknown[] = [termId];
  return query<{ status: ClassStatus; classes: number; students: number }>(
    `classes.of-term ${reach.kind}`,
    `SELECT c.status, count(*)::integer AS classes,
            sum((SELECT count(*) FROM enrolment e WHERE e.class_id = c.id AND e.status = 'ENROLLED'))::integer AS students
       FROM class c JOIN course co ON co.id = c.course_id
      WHERE c.term_id = $1 AND ${classReachSql(reach, values)} GROUP BY c.status ORDER BY c.status`,
    values,
  );
}

/** Classes by term, for the list of terms: those that are not cancelled. */
export async function countClassesOfTerms(
  actor: Actor,
  termIds: readonly number[],
): Promise<Map<number, number>> {
  authorise(actor, "classes:read");
  const reach = classReach(actor);
  const values: unknown[] = [termIds];
  const rows = await query<{ id: number; classes: number }>(
    `classes.of-terms ${reach.kind}`,
    `SELECT c.term_id AS id, count(*)::integer AS classes FROM class c JOIN course co ON co.id = c.course_id
      WHERE c.term_id = ANY ($1::integer[]) AND c.status <> 'CANCELLED' AND ${classReachSql(reach, values)} GROUP BY c.term_id`,
    values,
  );
  return new Map(rows.map(({ id, classes }) => [id, classes]));
}
