import "server-only";
import { classReach, classReachSql } from "@/lib/classes/access";
import { nameJson } from "@/lib/classes/queries/get-class";
import { MEETING_COLUMNS } from "@/lib/classes/queries/teacher-week";
import type { MeetingRow } from "@/lib/classes/schemas";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { addDays, type Day } from "@/lib/platform/dates/day";
import { query } from "@/lib/platform/db/pool";

/** Whose week: the id is the row's (a teacher's is the person's). */
export type WeekOf = { kind: "room" | "teacher" | "class" | "programme"; id: number; monday: Day };

/** A meeting of a week with what a move needs. Classes that are taught as one have one row. */
export type WeekMeeting = MeetingRow & {
  deliveryId: number;
  /** The weekly time behind it, null for what was added by hand. */
  slotId: number | null;
  slotVersion: number | null;
  /** Whether somebody changed it for this day: moving the weekly time leaves it alone. */
  byHand: boolean;
  roomId: number | null;
  teacherId: number | null;
  /** The other classes that sit in it. */
  together: { classId: number; code: string; section: string }[];
};

/**
 * Which meetings. The rooms' weeks are complete for everybody who plans, whatever the reach: a room that looks free and
 * is not would be worse than the code of a class.
 */
function condition({ kind, id, monday }: WeekOf, values: unknown[]): string {
  const me = `$${values.push(id)}::integer`;
  switch (kind) {
    case "room":
      return `m.room_id = ${me}`;
    case "teacher":
      return `m.teacher_id = ${me}`;
    case "class":
      return `c.id = ${me}`;
    case "programme": {
      const day = `$${values.push(monday)}::date`;
      return `EXISTS (SELECT FROM programme pg WHERE pg.id = ${me} AND (pg.code = co.programme_code
        OR EXISTS (SELECT FROM programme_requirement pr WHERE pr.programme_id = pg.id AND pr.course_id = co.id
                      AND pr.valid_from <= ${day} + 6 AND (pr.valid_to IS NULL OR pr.valid_to > ${day}))))`;
    }
  }
}

/** The dated meetings of one week, Monday to Sunday, cancelled ones included, in their order. @throws AppError forbidden */
export async function listWeek(actor: Actor, which: WeekOf): Promise<WeekMeeting[]> {
  authorise(actor, "classes:read");
  const values: unknown[] = [which.monday, addDays(which.monday, 6)];
  const mine = condition(which, values);
  const reach = which.kind === "room" ? ({ kind: "all" } as const) : classReach(actor);
  const within = classReachSql(reach, values);
  return query<WeekMeeting>(
    `classes.week ${which.kind} ${reach.kind}`,
    `SELECT DISTINCT ON (m.on_date, m.start_min, m.id) ${MEETING_COLUMNS}, ${nameJson("h")} AS teacher,
            m.delivery_id AS "deliveryId", m.slot_id AS "slotId", sv.version AS "slotVersion", m.by_hand AS "byHand",
            m.room_id AS "roomId", m.teacher_id AS "teacherId",
            (SELECT coalesce(json_agg(json_build_object('classId', oc.id, 'code', ok.code, 'section', oc.section)
                      ORDER BY ok.code), '[]')
               FROM class_part op JOIN class_session os ON os.id = op.session_id JOIN class oc ON oc.id = os.class_id
               JOIN course ok ON ok.id = oc.course_id WHERE op.delivery_id = m.delivery_id AND oc.id <> c.id) AS together
       FROM meeting m JOIN class_part cp ON cp.delivery_id = m.delivery_id
       JOIN class_session cs ON cs.id = cp.session_id JOIN class c ON c.id = cs.class_id
       JOIN course co ON co.id = c.course_id
       LEFT JOIN slot sv ON sv.id = m.slot_id
       LEFT JOIN room r ON r.id = m.room_id LEFT JOIN person h ON h.id = m.teacher_id
      WHERE m.on_date BETWEEN $1::date AND $2::date AND ${mine} AND ${within}
      ORDER BY m.on_date, m.start_min, m.id, co.code`,
    values,
  );
}
