import "server-only";
import { cache } from "react";
import { TERM_NAME } from "@/lib/calendar/queries";
import type { Actor } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import { query } from "@/lib/platform/db/pool";
import type { Bilingual, NameParts } from "@/lib/platform/i18n/names";
import { classNotFound, classReach, classReachSql } from "../access";
import type { ClassHeader, ClassPartRow } from "../schemas";

/** Columns of a ClassHeader over the aliases c (class), co (course), y (cycle), t (term), p (seat pool). */
export const HEADER_COLUMNS = `c.id, c.version, co.code, co.title, co.title_km AS "titleKm", co.credits,
  y.rank AS "cycleRank", c.section, c.time_of_day AS "timeOfDay", c.class_type AS "classType", c.status, c.notes,
  c.cancelled_on::text AS "cancelledOn", c.cancel_reason AS "cancelReason",
  c.seat_pool_id AS "seatPoolId", t.code AS "termCode", ${TERM_NAME} AS "termName", t.term_type AS "termType",
  t.start_date::text AS "termStart", t.end_date::text AS "termEnd", t.add_deadline::text AS "addDeadline",
  t.drop_deadline::text AS "dropDeadline", p.capacity, p.over_authorised AS "overAuthorised", p.taken, p.offered,
  p.waiting,
  (SELECT coalesce(json_agg(json_build_object('id', o.id, 'code', oc.code, 'section', o.section) ORDER BY oc.code), '[]')
     FROM class o JOIN course oc ON oc.id = o.course_id
    WHERE o.seat_pool_id = c.seat_pool_id AND o.id <> c.id) AS "combinedWith"`;

export const HEADER_TABLES = `class c JOIN course co ON co.id = c.course_id JOIN cycle y ON y.id = co.cycle_id
  JOIN term t ON t.id = c.term_id JOIN seat_pool p ON p.id = c.seat_pool_id`;

/** A person's name as JSON over the alias, null when there is nobody. */
export const nameJson = (alias: string): string =>
  `CASE WHEN ${alias}.id IS NOT NULL THEN json_build_object('familyName', ${alias}.family_name,
    'personalName', ${alias}.personal_name, 'khmerFamilyName', ${alias}.khmer_family_name,
    'khmerPersonalName', ${alias}.khmer_personal_name) END`;

/** The name of the part `cp` in both languages, a Bilingual. */
export const PART_NAME = "json_build_object('en', cp.name, 'km', cp.name_km)";

const PARTS = `(SELECT coalesce(json_agg(part ORDER BY part."sessionNumber", part.code), '[]') FROM (
  SELECT cp.id, json_build_object('en', cs.name, 'km', cs.name_km) AS "sessionName", cs.number AS "sessionNumber", cp.code, ${PART_NAME} AS name, cp.part_type AS "partType",
         round(cp.weight * 100, 1)::float8 AS "weightPercent",
         (SELECT coalesce(json_agg(json_build_object('id', s.id, 'weekday', s.weekday, 'startMin', s.start_min,
                   'endMin', s.end_min, 'room', r.code, 'teacherId', s.teacher_id, 'teacher', ${nameJson("h")})
                   ORDER BY s.weekday, s.start_min), '[]')
            FROM slot s LEFT JOIN room r ON r.id = s.room_id LEFT JOIN person h ON h.id = s.teacher_id
           WHERE s.delivery_id = cp.delivery_id AND s.live) AS slots
    FROM class_session cs JOIN class_part cp ON cp.session_id = cs.id WHERE cs.class_id = c.id) part)`;

/** A meeting of one class. */
export type ClassMeeting = {
  id: number;
  date: Day;
  startMin: number;
  endMin: number;
  cancelled: boolean;
  cancelReason: string | null;
  room: string | null;
  part: Bilingual;
  teacher: NameParts | null;
};

export type ClassPage = ClassHeader & { parts: ClassPartRow[] };

/** A class with its parts and weekly times, in one statement; null outside the actor's reach. */
export const findClassPage = cache(async (actor: Actor, classId: number): Promise<ClassPage | null> => {
  const reach = classReach(actor);
  const values: unknown[] = [classId];
  const rows = await query<ClassPage>(
    `classes.page.${reach.kind}`,
    `SELECT ${HEADER_COLUMNS}, ${PARTS} AS parts
       FROM ${HEADER_TABLES} WHERE c.id = $1 AND ${classReachSql(reach, values)}`,
    values,
  );
  return rows[0] ?? null;
});

/** The next eight meetings of a class from today on, cancelled ones included; none outside the actor's reach. */
export async function listNextMeetings(actor: Actor, classId: number): Promise<ClassMeeting[]> {
  const reach = classReach(actor);
  const values: unknown[] = [classId, campusToday()];
  return query<ClassMeeting>(
    `classes.next-meetings.${reach.kind}`,
    `SELECT m.id, m.on_date::text AS date, m.start_min AS "startMin", m.end_min AS "endMin", m.cancelled,
            m.cancel_reason AS "cancelReason", r.code AS room, ${PART_NAME} AS part, ${nameJson("h")} AS teacher
       FROM class c JOIN course co ON co.id = c.course_id
       JOIN class_session cs ON cs.class_id = c.id JOIN class_part cp ON cp.session_id = cs.id
       JOIN meeting m ON m.delivery_id = cp.delivery_id
       LEFT JOIN room r ON r.id = m.room_id LEFT JOIN person h ON h.id = m.teacher_id
      WHERE c.id = $1 AND m.on_date >= $2::date AND ${classReachSql(reach, values)}
      ORDER BY m.on_date, m.start_min LIMIT 8`,
    values,
  );
}

/**
 * The head of a class alone.
 * @throws AppError `classes.class_not_found`, also for a class outside the actor's reach
 */
export async function getClassHeader(actor: Actor, classId: number): Promise<ClassHeader> {
  const reach = classReach(actor);
  const values: unknown[] = [classId];
  const rows = await query<ClassHeader>(
    `classes.header.${reach.kind}`,
    `SELECT ${HEADER_COLUMNS} FROM ${HEADER_TABLES} WHERE c.id = $1 AND ${classReachSql(reach, values)}`,
    values,
  );
  const found = rows[0];
  if (!found) throw classNotFound();
  return found;
}
