import "server-only";
import { TERM_NAME } from "@/lib/calendar/queries";
import { nameJson } from "@/lib/classes/queries/get-class";
import { DELIVERY_CLASSES, MEETING_COLUMNS } from "@/lib/classes/queries/teacher-week";
import type { MeetingRow, WeeklyTime } from "@/lib/classes/schemas";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import { query } from "@/lib/platform/db/pool";
import type { Bilingual, NameParts } from "@/lib/platform/i18n/names";
import { requireStudentInReach } from "../access";

/** Meetings of the student $1 from one day to another, from the classes that they are or were in. */
const STUDENT_MEETINGS = `SELECT ${MEETING_COLUMNS}, ${nameJson("h")} AS teacher
       FROM enrolment e JOIN class_session es ON es.class_id = e.class_id JOIN class_part ep ON ep.session_id = es.id
       JOIN meeting m ON m.delivery_id = ep.delivery_id
       ${DELIVERY_CLASSES} AND c.id = e.class_id
       LEFT JOIN room r ON r.id = m.room_id LEFT JOIN person h ON h.id = m.teacher_id
      WHERE e.student_id = $1 AND e.status IN ('ENROLLED', 'COMPLETED', 'FAILED', 'INCOMPLETE')
        AND m.on_date BETWEEN $2::date AND $3::date
      ORDER BY m.on_date, m.start_min, co.code`;

/** The actor's own meetings between two days, from the classes they are enrolled in; cancelled ones included. */
export async function listStudentMeetings(actor: Actor, from: Day, to: Day): Promise<MeetingRow[]> {
  authorise(actor, "registration:read_own");
  if (actor.personId === null) return [];
  return query<MeetingRow>("registration.student-meetings", STUDENT_MEETINGS, [actor.personId, from, to]);
}

/**
 * The same of a student within the actor's reach, for staff.
 * @throws AppError forbidden; not_found `people.student_not_found`
 */
export async function listMeetingsOfStudent(
  actor: Actor,
  studentId: number,
  from: Day,
  to: Day,
): Promise<MeetingRow[]> {
  authorise(actor, "registration:read");
  await requireStudentInReach(actor, studentId);
  return query<MeetingRow>("registration.student-meetings", STUDENT_MEETINGS, [studentId, from, to]);
}

export type OwnClass = {
  id: number;
  status: "ENROLLED" | "WAITLISTED" | "OFFERED";
  code: string;
  title: string;
  titleKm: string | null;
  section: string;
  credits: number;
  termCode: string;
  termName: Bilingual;
  termStart: Day;
  termEnd: Day;
  times: WeeklyTime[];
  rooms: string[];
  teachers: NameParts[];
};

export type OwnTerm = {
  code: string;
  name: Bilingual;
  startDate: Day;
  endDate: Day;
  registrationOpensOn: Day | null;
  registrationClosesOn: Day | null;
  addDeadline: Day | null;
  dropDeadline: Day | null;
  paymentDeadline: Day | null;
};

export type OwnStudies = {
  number: string;
  status: string;
  programme: { code: string; name: string; nameKm: string; level: number | null } | null;
  classes: OwnClass[];
  /** Terms of the student's classes that are not over, and those whose registration is near. */
  terms: OwnTerm[];
};

/** Programme, current classes and the dates of their terms, in one statement; null for an account without a student. */
export async function findOwnStudies(actor: Actor): Promise<OwnStudies | null> {
  authorise(actor, "registration:read_own");
  if (actor.personId === null) return null;
  const rows = await query<OwnStudies>(
    "registration.own-studies",
    `WITH mine AS MATERIALIZED (
       SELECT e.status, c.id, c.section, c.term_id, c.course_id FROM enrolment e JOIN class c ON c.id = e.class_id
         JOIN term t ON t.id = c.term_id
        WHERE e.student_id = $1 AND e.status IN ('ENROLLED', 'WAITLISTED', 'OFFERED') AND t.end_date >= $2::date
     )
     SELECT s.number_label AS number, s.status,
       (SELECT json_build_object('code', g.code, 'name', g.name, 'nameKm', g.name_km, 'level',
               (SELECT pe.current_level FROM programme_enrolment pe
                 WHERE pe.student_id = $1 AND pe.programme_id = g.id AND pe.status = 'ACTIVE' LIMIT 1))
          FROM programme g WHERE g.id = s.current_programme_id) AS programme,
       (SELECT coalesce(json_agg(l ORDER BY l."termStart", l.code), '[]') FROM (
          SELECT m.id, m.status, co.code, co.title, co.title_km AS "titleKm", m.section, co.credits,
                 t.code AS "termCode", ${TERM_NAME} AS "termName", t.start_date AS "termStart", t.end_date AS "termEnd",
                 coalesce(w.times, '[]') AS times, coalesce(w.rooms, '[]') AS rooms, coalesce(w.teachers, '[]') AS teachers
            FROM mine m JOIN course co ON co.id = m.course_id JOIN term t ON t.id = m.term_id
            LEFT JOIN LATERAL (
              SELECT json_agg(DISTINCT jsonb_build_object('weekday', x.weekday, 'startMin', x.start_min, 'endMin', x.end_min)) AS times,
                     json_agg(DISTINCT r.code) FILTER (WHERE r.id IS NOT NULL) AS rooms,
                     json_agg(DISTINCT (${nameJson("h")})::jsonb) FILTER (WHERE h.id IS NOT NULL) AS teachers
                FROM class_session cs JOIN class_part cp ON cp.session_id = cs.id
                JOIN slot x ON x.delivery_id = cp.delivery_id AND x.live
                LEFT JOIN room r ON r.id = x.room_id LEFT JOIN person h ON h.id = x.teacher_id
               WHERE cs.class_id = m.id) w ON true) l) AS classes,
       (SELECT coalesce(json_agg(k ORDER BY k."startDate"), '[]') FROM (
          SELECT t.code, ${TERM_NAME} AS name, t.start_date AS "startDate", t.end_date AS "endDate",
                 t.registration_opens_on AS "registrationOpensOn", t.registration_closes_on AS "registrationClosesOn",
                 t.add_deadline AS "addDeadline", t.drop_deadline AS "dropDeadline", t.payment_deadline AS "paymentDeadline"
            FROM term t WHERE t.is_active AND t.end_date >= $2::date
             AND (t.id IN (SELECT term_id FROM mine)
               OR (t.registration_closes_on >= $2::date AND t.registration_opens_on <= $2::date + 30
                   AND t.term_type IN (SELECT mt.term_type FROM mine JOIN term mt ON mt.id = mine.term_id)))) k) AS terms
       FROM student s WHERE s.person_id = $1`,
    [actor.personId, campusToday()],
  );
  return rows[0] ?? null;
}
