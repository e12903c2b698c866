import "server-only";
import { classReach, classReachSql, contactsSql } from "@/lib/classes/access";
import type { Actor } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";

/**
 * Whether a student sits in a class that the actor teaches, or as a substitute is going to teach; as long after the
 * term as contacts are shown. False for staff: they reach students by their own scope.
 */
export async function teachesStudent(actor: Actor, studentId: number): Promise<boolean> {
  const reach = classReach(actor);
  if (reach.kind !== "taught" && reach.kind !== "substituted") return false;
  const values: unknown[] = [studentId];
  const rows = await query(
    `registration.teaches-student ${reach.kind}`,
    `SELECT 1 FROM enrolment e JOIN class c ON c.id = e.class_id JOIN course co ON co.id = c.course_id
      WHERE e.student_id = $1 AND e.status NOT IN ('DROPPED', 'WITHDRAWN', 'WAITLISTED', 'OFFERED')
        AND ${contactsSql(reach)} AND ${classReachSql(reach, values)} LIMIT 1`,
    values,
  );
  return rows.length > 0;
}
