import "server-only";
import { classReach, classReachSql } from "@/lib/classes/access";
import { nameJson } from "@/lib/classes/queries/get-class";
import { MEETING_COLUMNS } from "@/lib/classes/queries/teacher-week";
import type { MeetingRow } from "@/lib/classes/schemas";
import type { Actor } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import { type Page, toPage } from "@/lib/platform/db/paging";
import { query } from "@/lib/platform/db/pool";
import type { MEETING_VIEWS } from "../search-params";

/** A dated meeting with what its change needs. */
export type MeetingLine = MeetingRow & {
  deliveryId: number;
  roomId: number | null;
  teacherId: number | null;
  /** What holds without a change for the day: the weekly time's, or what was planned. */
  regularRoomId: number | null;
  regularTeacherId: number | null;
  /** Day of the meeting that makes up for this one. */
  madeUpOn: Day | null;
};

export const LINE_COLUMNS = `${MEETING_COLUMNS}, ${nameJson("h")} AS teacher, m.delivery_id AS "deliveryId",
  m.room_id AS "roomId", m.teacher_id AS "teacherId",
  CASE WHEN sl.id IS NULL THEN coalesce(m.planned_room_id, m.room_id) ELSE sl.room_id END AS "regularRoomId",
  CASE WHEN sl.id IS NULL THEN coalesce(m.planned_teacher_id, m.teacher_id) ELSE sl.teacher_id END AS "regularTeacherId",
  (SELECT u.on_date::text FROM meeting u WHERE u.makes_up_for_id = m.id) AS "madeUpOn"`;

export const LINE_TABLES = `JOIN class_part cp ON cp.delivery_id = m.delivery_id
  JOIN class_session cs ON cs.id = cp.session_id JOIN class c ON c.id = cs.class_id JOIN course co ON co.id = c.course_id
  LEFT JOIN slot sl ON sl.id = m.slot_id LEFT JOIN room r ON r.id = m.room_id LEFT JOIN person h ON h.id = m.teacher_id`;

/** Whether a meeting `m` differs from the weekly time, or has none. */
export const CHANGED =
  "(m.cancelled OR m.by_hand OR m.kind <> 'REGULAR' OR m.planned_room_id IS NOT NULL OR m.planned_teacher_id IS NOT NULL)";

const SIZE = 50;

const WHICH: Record<(typeof MEETING_VIEWS)[number], { where: string; order: string }> = {
  coming: { where: "m.on_date >= $2::date", order: "ASC" },
  past: { where: "m.on_date < $2::date", order: "DESC" },
  changed: { where: `${CHANGED} AND $2::date IS NOT NULL`, order: "ASC" },
  all: { where: "$2::date IS NOT NULL", order: "ASC" },
};

/** The dated meetings of a class, page by page, cancelled ones included; none outside the actor's reach. */
export async function listClassMeetings(
  actor: Actor,
  classId: number,
  { show, part, page }: { show: (typeof MEETING_VIEWS)[number]; part: number | null; page: number },
): Promise<Page<MeetingLine>> {
  const reach = classReach(actor);
  const values: unknown[] = [classId, campusToday(), part, (page - 1) * SIZE];
  const { where, order } = WHICH[show];
  const rows = await query<MeetingLine & { counted: number }>(
    `classes.meetings ${show} ${reach.kind}`,
    `SELECT ${LINE_COLUMNS}, count(*) OVER ()::integer AS counted FROM meeting m ${LINE_TABLES}
      WHERE c.id = $1::integer AND ($3::integer IS NULL OR cp.id = $3::integer) AND ${where}
        AND ${classReachSql(reach, values)}
      ORDER BY m.on_date ${order}, m.start_min, m.id OFFSET $4::integer LIMIT ${SIZE}`,
    values,
  );
  return toPage(
    rows.map(({ counted: _, ...row }) => row),
    rows[0]?.counted ?? 0,
    page,
    SIZE,
  );
}
