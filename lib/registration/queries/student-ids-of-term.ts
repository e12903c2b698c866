import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";

/**
 * Person ids of everybody who studied in a term: a place in one of its classes, or a result of it in the record
 * (history holds no classes). At most some 3,000; the list of students is limited by them, since the domain of
 * people stands left of this one and cannot join its tables.
 * @param termCode unknown codes have nobody
 * @throws AppError forbidden without people:read
 */
export async function listStudentIdsOfTerm(actor: Actor, termCode: string): Promise<number[]> {
  authorise(actor, "people:read");
  const [row] = await query<{ ids: number[] }>(
    "registration.student-ids-of-term",
    `SELECT ARRAY(
       SELECT e.student_id FROM enrolment e JOIN class c ON c.id = e.class_id JOIN term t ON t.id = c.term_id
        WHERE t.code = $1 AND e.status NOT IN ('DROPPED', 'WAITLISTED', 'OFFERED')
       UNION
       SELECT r.student_id FROM course_result r JOIN term t ON t.id = r.term_id WHERE t.code = $1) AS ids`,
    [termCode],
  );
  return row?.ids ?? [];
}
