import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";
import { classReach, classReachSql } from "../access";
import type { ReadingFacts } from "./schemas";

/** The reading side of a class; null when it is none, or outside the actor's reach. */
export async function findReading(actor: Actor, classId: number): Promise<ReadingFacts | null> {
  const reach = classReach(actor);
  const values: unknown[] = [classId];
  const rows = await query<ReadingFacts>(
    `classes.reading.${reach.kind}`,
    `SELECT r.version, r.target_enrolment AS "targetEnrolment", r.status, r.description, r.locked_tier AS "lockedTier",
            r.locked_count AS "lockedCount", r.locked_on::text AS "lockedOn"
       FROM reading_class r JOIN class c ON c.id = r.class_id JOIN course co ON co.id = c.course_id
      WHERE r.class_id = $1 AND ${classReachSql(reach, values)}`,
    values,
  );
  return rows[0] ?? null;
}
