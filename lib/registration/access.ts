import "server-only";
import { reachOf, scopeSql, studentNotFound } from "@/lib/people/access";
import type { Actor } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";

/**
 * Passes when the student exists within the actor's reach.
 * @throws AppError not_found `people.student_not_found` for an unknown student and a foreign one alike
 */
export async function requireStudentInReach(actor: Actor, studentId: number): Promise<void> {
  const reach = reachOf(actor);
  const values: unknown[] = [studentId];
  const rows = await query<{ person_id: number }>(
    `registration.student-in-reach.${reach.kind}`,
    `SELECT s.person_id FROM student s WHERE s.person_id = $1 AND ${scopeSql(reach, values)}`,
    values,
  );
  if (rows.length === 0) throw studentNotFound();
}
