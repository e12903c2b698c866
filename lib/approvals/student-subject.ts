import "server-only";
import { programmeCoursesSql } from "@/lib/curriculum/queries";
import { campusToday } from "@/lib/platform/dates/campus";
import { query } from "@/lib/platform/db/pool";
import type { Tx } from "@/lib/platform/db/transaction";
import { type Bilingual, latinName } from "@/lib/platform/i18n/names";
import { recentCoursesSql } from "@/lib/studies/recent-courses";

/** The student as the request is called in lists: number and Latin name, copied when it is asked. */
export async function studentSubject(
  tx: Tx,
  studentId: number,
): Promise<{ personId: number; label: string }> {
  const { numberLabel, person } = await tx.student.findUniqueOrThrow({
    where: { personId: studentId },
    select: { numberLabel: true, person: { select: { familyName: true, personalName: true } } },
  });
  return { personId: studentId, label: `${numberLabel} ${latinName(person)}` };
}

/** What the checker of a request about studies reads beside it: who it is, the major now, courses, running classes. */
export type StudentNow = {
  number: string;
  major: Bilingual | null;
  programme: Bilingual | null;
  /** Codes of the courses of the last 180 days that do not belong to the wanted programme (domain.md 5.1). */
  misfits: string[];
  /** Classes that the student is in on the days asked about. */
  classes: string[];
};

/**
 * The student for the description of a request; the inbox has asked who wants to know before it calls `describe`.
 * @param job what is asked about: the wanted programme, or the days of the leave
 */
export async function studentNow(job: {
  studentId: number;
  programmeId: number | null;
  from: string;
  to: string;
}): Promise<StudentNow | null> {
  const [row] = await query<StudentNow>(
    "approvals.student-now",
    `WITH wanted AS (SELECT * FROM programme WHERE id = $2::integer),
     fitting AS (SELECT l.code FROM wanted g CROSS JOIN LATERAL (${programmeCoursesSql("g", "$5::date")}) l),
     recent AS (${recentCoursesSql("$1", "$5::date")})
     SELECT s.number_label AS number,
            (SELECT json_build_object('en', p.name, 'km', p.name_km) FROM major_declaration d
               JOIN programme p ON p.id = d.programme_id
              WHERE d.student_id = $1 AND d.status = 'CURRENT') AS major,
            (SELECT json_build_object('en', p.name, 'km', p.name_km) FROM programme_enrolment e
               JOIN programme p ON p.id = e.programme_id
              WHERE e.student_id = $1 AND e.status = 'ACTIVE'
                AND p.cycle_id = coalesce((SELECT cycle_id FROM wanted), p.cycle_id)
              ORDER BY e.start_date DESC LIMIT 1) AS programme,
            ARRAY(SELECT code FROM recent WHERE $2::integer IS NOT NULL AND code NOT IN (SELECT code FROM fitting)
                   ORDER BY 1 LIMIT 30) AS misfits,
            ARRAY(SELECT c.code || ' ' || k.section FROM enrolment e JOIN class k ON k.id = e.class_id
                    JOIN course c ON c.id = k.course_id JOIN term t ON t.id = k.term_id
                   WHERE e.student_id = $1 AND e.status IN ('ENROLLED', 'OFFERED', 'WAITLISTED')
                     AND t.start_date < $4::date AND t.end_date >= $3::date ORDER BY 1 LIMIT 30) AS classes
       FROM student s WHERE s.person_id = $1`,
    [job.studentId, job.programmeId, job.from, job.to, campusToday()],
  );
  return row ?? null;
}
