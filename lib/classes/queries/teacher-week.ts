import "server-only";
import { TERM_NAME } from "@/lib/calendar/queries";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { addDays, type Day } from "@/lib/platform/dates/day";
import { query } from "@/lib/platform/db/pool";
import type { ClassListRow, MeetingRow } from "../schemas";
import { nameJson, PART_NAME } from "./get-class";

/** Columns of a MeetingRow over m (meeting), r (room), c (class), co (course), cp (part); the teacher is left out. */
export const MEETING_COLUMNS = `m.id, m.on_date::text AS date, m.start_min AS "startMin", m.end_min AS "endMin",
  m.cancelled, m.cancel_reason AS "cancelReason", r.code AS room, r.building, c.id AS "classId", co.code, co.title,
  co.title_km AS "titleKm", c.section,
  CASE WHEN EXISTS (SELECT FROM class_part o JOIN class_session os ON os.id = o.session_id
                     WHERE os.class_id = c.id AND o.id <> cp.id) THEN ${PART_NAME} END AS part,
  m.version, m.kind, m.note, (SELECT o.on_date::text FROM meeting o WHERE o.id = m.makes_up_for_id) AS "makesUpFor",
  (SELECT ${nameJson("ph")} FROM person ph
    WHERE ph.id = m.planned_teacher_id AND m.planned_teacher_id IS DISTINCT FROM m.teacher_id) AS "plannedTeacher",
  (SELECT pr.code FROM room pr WHERE pr.id = m.planned_room_id AND m.planned_room_id IS DISTINCT FROM m.room_id) AS "plannedRoom",
  (SELECT json_build_object('weekday', sl.weekday, 'startMin', sl.start_min, 'endMin', sl.end_min) FROM slot sl
    WHERE m.by_hand AND sl.id = m.slot_id AND (sl.weekday, sl.start_min, sl.end_min)
          IS DISTINCT FROM (extract(isodow FROM m.on_date)::integer, m.start_min, m.end_min)) AS "movedFrom"`;

/** From a delivery to the classes that it teaches; classes taught as one share it. */
export const DELIVERY_CLASSES = `JOIN class_part cp ON cp.delivery_id = m.delivery_id
  JOIN class_session cs ON cs.id = cp.session_id JOIN class c ON c.id = cs.class_id JOIN course co ON co.id = c.course_id`;

/**
 * The meetings of the actor as teacher between two days, in their order, cancelled ones included. A meeting of classes
 * that are taught as one comes once per class.
 * @param handedOn whether those come too that a substitute takes over; only they name a teacher, the substitute
 */
export async function listTeacherMeetings(
  actor: Actor,
  from: Day,
  to: Day,
  handedOn = false,
): Promise<MeetingRow[]> {
  authorise(actor, "classes:read_own");
  if (actor.personId === null) return [];
  return query<MeetingRow>(
    "classes.teacher-meetings",
    `SELECT ${MEETING_COLUMNS}, ${nameJson("h")} AS teacher
       FROM meeting m ${DELIVERY_CLASSES} LEFT JOIN room r ON r.id = m.room_id
       LEFT JOIN person h ON h.id = m.teacher_id AND h.id <> $1
      WHERE (m.teacher_id = $1 OR ($4::boolean AND m.planned_teacher_id = $1))
        AND m.on_date BETWEEN $2::date AND $3::date
      ORDER BY m.on_date, m.start_min, m.id, co.code`,
    [actor.personId, from, to, handedOn],
  );
}

export type TaughtClass = Pick<
  ClassListRow,
  "id" | "code" | "title" | "titleKm" | "section" | "termCode" | "termName" | "times" | "rooms"
> & { students: number; termStart: Day; termEnd: Day };

/** The classes that the actor teaches in terms that are not over for more than two weeks, running ones first. */
export async function listTaughtClasses(actor: Actor): Promise<TaughtClass[]> {
  authorise(actor, "classes:read_own");
  if (actor.personId === null) return [];
  return query<TaughtClass>(
    "classes.taught",
    `WITH mine AS (
       SELECT DISTINCT s.delivery_id FROM slot s JOIN delivery d ON d.id = s.delivery_id JOIN term t ON t.id = d.term_id
        WHERE s.teacher_id = $1 AND s.live AND t.end_date >= $2::date
       UNION
       SELECT DISTINCT m.delivery_id FROM meeting m WHERE m.teacher_id = $1 AND m.on_date >= $2::date AND NOT m.cancelled
     )
     SELECT c.id, co.code, co.title, co.title_km AS "titleKm", c.section, t.code AS "termCode", ${TERM_NAME} AS "termName",
            t.start_date::text AS "termStart", t.end_date::text AS "termEnd",
            coalesce(json_agg(DISTINCT jsonb_build_object('weekday', s.weekday, 'startMin', s.start_min,
              'endMin', s.end_min)) FILTER (WHERE s.id IS NOT NULL), '[]') AS times,
            coalesce(json_agg(DISTINCT r.code) FILTER (WHERE r.id IS NOT NULL), '[]') AS rooms,
            (SELECT count(*)::integer FROM enrolment e WHERE e.class_id = c.id AND e.status = 'ENROLLED') AS students
       FROM mine JOIN class_part cp ON cp.delivery_id = mine.delivery_id
       JOIN class_session cs ON cs.id = cp.session_id JOIN class c ON c.id = cs.class_id
       JOIN course co ON co.id = c.course_id JOIN term t ON t.id = c.term_id
       LEFT JOIN slot s ON s.delivery_id = cp.delivery_id AND s.live AND s.teacher_id = $1
       LEFT JOIN room r ON r.id = s.room_id
      WHERE c.status IN ('SCHEDULED', 'ACTIVE', 'COMPLETED')
      GROUP BY c.id, co.id, t.id
      ORDER BY t.start_date > $2::date + 14, co.code, c.section`,
    [actor.personId, addDays(campusToday(), -14)],
  );
}
