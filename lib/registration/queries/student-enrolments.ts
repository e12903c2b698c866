import "server-only";
import { TERM_NAME } from "@/lib/calendar/queries";
import type { WeeklyTime } from "@/lib/classes/schemas";
import { reachOf, scopeSql } from "@/lib/people/access";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import type { EnrolmentStatus } from "@/lib/platform/db/generated/enums";
import { query } from "@/lib/platform/db/pool";
import type { Bilingual } from "@/lib/platform/i18n/names";

/** A student's place in a class, as the tab of the record lists it. */
export type StudentEnrolment = {
  id: number;
  classId: number;
  code: string;
  title: string;
  titleKm: string | null;
  section: string;
  credits: number;
  termCode: string;
  termName: Bilingual;
  /** YYYY-MM-DD */
  termEnd: string;
  status: EnrolmentStatus;
  isAudit: boolean;
  isLate: boolean;
  hasOverride: boolean;
  /** ISO instant */
  enrolledAt: string;
  finalLetter: string | null;
  times: WeeklyTime[];
};

/**
 * All class enrolments of a student, newest term first, through the actor's scope, in one statement. History before
 * this system is no enrolment: it stands in the record.
 * @throws AppError forbidden without registration:read
 */
export async function listStudentEnrolments(actor: Actor, studentId: number): Promise<StudentEnrolment[]> {
  authorise(actor, "registration:read");
  const reach = reachOf(actor);
  const values: unknown[] = [studentId];
  const rows = await query<Omit<StudentEnrolment, "enrolledAt"> & { enrolledAt: Date }>(
    `registration.student-enrolments ${reach.kind}`,
    `SELECT e.id, c.id AS "classId", co.code, co.title, co.title_km AS "titleKm", c.section, co.credits,
            t.code AS "termCode", ${TERM_NAME} AS "termName", t.end_date AS "termEnd", e.status, e.is_audit AS "isAudit",
            e.is_late AS "isLate", e.has_override AS "hasOverride", e.enrolled_at AS "enrolledAt",
            e.final_letter AS "finalLetter", coalesce(w.times, '[]') AS times
       FROM enrolment e
       JOIN student s ON s.person_id = e.student_id
       JOIN class c ON c.id = e.class_id
       JOIN course co ON co.id = c.course_id
       JOIN term t ON t.id = c.term_id
       LEFT JOIN LATERAL (
         SELECT json_agg(DISTINCT jsonb_build_object('weekday', x.weekday, 'startMin', x.start_min, 'endMin', x.end_min)) AS times
           FROM class_session cs JOIN class_part cp ON cp.session_id = cs.id
           JOIN slot x ON x.delivery_id = cp.delivery_id AND x.live
          WHERE cs.class_id = c.id) w ON true
      WHERE e.student_id = $1 AND ${scopeSql(reach, values)}
      ORDER BY t.start_date DESC, co.code, e.id DESC`,
    values,
  );
  return rows.map(({ enrolledAt, ...row }) => ({ ...row, enrolledAt: enrolledAt.toISOString() }));
}
