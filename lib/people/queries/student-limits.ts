import "server-only";
import type { StudentLimits } from "@/lib/people/queries/student-rows";
import type { StudentListParams } from "@/lib/people/search-params";
import { type Actor, authorise, can } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { query } from "@/lib/platform/db/pool";

/** Person ids of who has a seat in a class of a term that is not over on the day `day`, a parameter such as `$1`. */
export function seatedStudentsSql(day: string): string {
  return `SELECT e.student_id FROM enrolment e JOIN class c ON c.id = e.class_id JOIN term t ON t.id = c.term_id
           WHERE e.status = 'ENROLLED' AND c.status IN ('DRAFT', 'SCHEDULED', 'ACTIVE')
             AND t.is_active AND t.end_date >= ${day}::date`;
}

/**
 * Person ids of everybody who studied in a term: a place in one of its classes, or a result of it in the record
 * (history holds no classes). At most some 3,000. Unknown codes have nobody.
 */
async function listIdsOfTerm(termCode: string): Promise<number[]> {
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

/** Person ids of everybody who has a seat now; some 2,200. */
async function listSeatedIds(): Promise<number[]> {
  const [row] = await query<{ ids: number[] }>(
    "registration.seated-student-ids",
    `SELECT ARRAY(SELECT DISTINCT student_id FROM (${seatedStudentsSql("$1")}) seated) AS ids`,
    [campusToday()],
  );
  return row?.ids ?? [];
}

/**
 * What the list of students is limited by that stands in no row of a person: who studied in the term, and who has a
 * seat already. It is read here, although the classes belong to a domain to the right, so that whatever works on a
 * selection of the list (exports, bulk changes, letters) finds the same people. Who may only find people is asked for
 * neither and gets no answer about them.
 * @throws AppError forbidden when somebody who reads people but no registrations asks who is in no class
 */
export async function limitStudents(
  actor: Actor,
  { term, without }: Pick<StudentListParams, "term" | "without">,
): Promise<StudentLimits> {
  if (!can(actor, "people:read")) return { among: null, except: null };
  if (without === "class") authorise(actor, "registration:read");
  const [among, except] = await Promise.all([
    term ? listIdsOfTerm(term) : null,
    without === "class" ? listSeatedIds() : null,
  ]);
  return { among, except };
}
