import "server-only";
import { countingSql } from "@/lib/curriculum/courses/equivalences-sql";
import { reachOf, scopeSql } from "@/lib/people/access";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { type Page, toPage } from "@/lib/platform/db/paging";
import { query } from "@/lib/platform/db/pool";
import type { NameParts } from "@/lib/platform/i18n/names";

/** Who sits in a class of a course now, or waits for a seat; who still has to take it for the degree. */
export type CourseStudents = "sits" | "needs";

/**
 * `sits`: sits, waits or holds an offer in a class of the course $1 in a term that is not over on the day $2. `needs`:
 * active, in a programme whose requirements of the catalogue date name the course, and neither passed it (or one that
 * counted for it then) nor in it now. Sets instead of a question per student: there are 18,000.
 */
const GROUPS = `here AS MATERIALIZED (
  SELECT c.id FROM class c JOIN course co ON co.id = c.course_id JOIN term t ON t.id = c.term_id
   WHERE co.code = $1 AND t.end_date >= $2::date
), sits AS MATERIALIZED (
  SELECT DISTINCT e.student_id AS id FROM here JOIN enrolment e ON e.class_id = here.id
   WHERE e.status IN ('ENROLLED', 'WAITLISTED', 'OFFERED')
), counting AS MATERIALIZED (
  SELECT c.id, k.until FROM (${countingSql("$1::text", "$2::date")}) k JOIN course c ON c.code = k.code
), needs AS MATERIALIZED (
  SELECT pe.student_id AS id FROM course qc
    JOIN programme_requirement q ON q.course_id = qc.id
    JOIN programme_enrolment pe ON pe.programme_id = q.programme_id AND pe.status = 'ACTIVE'
     AND q.valid_from <= pe.catalogue_date AND (q.valid_to IS NULL OR q.valid_to > pe.catalogue_date)
    JOIN student a ON a.person_id = pe.student_id AND a.status = 'ACTIVE'
   WHERE qc.code = $1
  EXCEPT SELECT r.student_id FROM counting k JOIN course_result r ON r.course_id = k.id AND r.passes
                JOIN term t ON t.id = r.term_id AND t.start_date < k.until
  EXCEPT SELECT id FROM sits
)`;

/** How many students sit in a course or still need it, within the actor's reach. @throws AppError forbidden */
export async function countCourseStudents(
  actor: Actor,
  code: string,
): Promise<Record<CourseStudents, number>> {
  authorise(actor, "registration:read");
  const reach = reachOf(actor);
  const values: unknown[] = [code, campusToday()];
  const [found] = await query<Record<CourseStudents, number>>(
    `registration.count-course-students ${reach.kind}`,
    `WITH ${GROUPS}
     SELECT count(*) FILTER (WHERE s.person_id IN (SELECT id FROM sits))::integer AS sits,
            count(*) FILTER (WHERE s.person_id IN (SELECT id FROM needs))::integer AS needs
       FROM student s
      WHERE s.person_id IN (SELECT id FROM sits UNION SELECT id FROM needs) AND ${scopeSql(reach, values)}`,
    values,
  );
  return found ?? { sits: 0, needs: 0 };
}

export type CourseStudent = NameParts & {
  id: number;
  number: string;
  status: string;
  programmeCode: string | null;
  /** Classes of the course that the student is in. */
  classes: string[];
};

/** One page of those students by number, within the actor's reach. @throws AppError forbidden */
export async function listCourseStudents(
  actor: Actor,
  code: string,
  { who, page, size }: { who: CourseStudents; page: number; size: number },
): Promise<Page<CourseStudent>> {
  authorise(actor, "registration:read");
  const reach = reachOf(actor);
  const values: unknown[] = [code, campusToday(), (page - 1) * size, Math.min(size, 100)];
  const rows = await query<CourseStudent & { counted: number }>(
    `registration.course-students ${who} ${reach.kind}`,
    `WITH ${GROUPS}
     SELECT s.person_id AS id, s.number_label AS number, s.status, g.code AS "programmeCode",
            h.family_name AS "familyName", h.personal_name AS "personalName",
            h.khmer_family_name AS "khmerFamilyName", h.khmer_personal_name AS "khmerPersonalName",
            (SELECT coalesce(json_agg(co.code || ' ' || c.section || ', ' || t.code ORDER BY t.start_date, c.section), '[]')
               FROM enrolment e JOIN here ON here.id = e.class_id JOIN class c ON c.id = e.class_id
               JOIN course co ON co.id = c.course_id JOIN term t ON t.id = c.term_id
              WHERE e.student_id = s.person_id AND e.status IN ('ENROLLED', 'WAITLISTED', 'OFFERED')) AS classes,
            count(*) OVER ()::integer AS counted
       FROM student s JOIN person h ON h.id = s.person_id LEFT JOIN programme g ON g.id = s.current_programme_id
      WHERE s.person_id IN (SELECT id FROM ${who}) AND ${scopeSql(reach, values)}
      ORDER BY s.number OFFSET $3 LIMIT $4`,
    values,
  );
  return toPage(
    rows.map(({ counted: _, ...row }) => row),
    rows[0]?.counted ?? 0,
    page,
    size,
  );
}
