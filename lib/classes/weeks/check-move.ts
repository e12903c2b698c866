import "server-only";
import { listHolidays } from "@/lib/calendar/queries";
import { classReach, classReachSql } from "@/lib/classes/access";
import { checkPlacement } from "@/lib/classes/timetable/check-placement";
import { closedFinding, wantedOn } from "@/lib/classes/timetable/look-at-day";
import { readPlacement } from "@/lib/classes/timetable/placement-facts";
import { judgePlacement, type PlacementFinding } from "@/lib/classes/timetable/placement-rules";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusNow } from "@/lib/platform/dates/campus";
import { type Day, weekday } from "@/lib/platform/dates/day";
import { query } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors";
import { hasBegun, moveFrom, sameWeek } from "./move-from";
import type { CheckMoveQuery } from "./schemas";

type Movable = {
  deliveryId: number;
  date: Day;
  startMin: number;
  roomId: number | null;
  teacherId: number | null;
  slotId: number | null;
  slotTeacherId: number | null;
  slotTo: Day | null;
  students: number;
};

/** What a move would mean: what stands in the way, and whom and how much it touches. */
export type MoveEffect = {
  findings: PlacementFinding[];
  /** Meetings that move, the students who sit in them, and the last day on which the weekly time holds. */
  meetings: number;
  students: number;
  from: Day;
  until: Day;
};

async function findMovable(actor: Actor, meetingId: number): Promise<Movable> {
  const reach = classReach(actor);
  const values: unknown[] = [meetingId];
  const [found] = await query<Movable>(
    `classes.movable.${reach.kind}`,
    `SELECT m.delivery_id AS "deliveryId", m.on_date::text AS date, m.start_min AS "startMin", m.room_id AS "roomId",
            m.teacher_id AS "teacherId", s.id AS "slotId", s.teacher_id AS "slotTeacherId", s.valid_to::text AS "slotTo",
            (SELECT count(DISTINCT e.student_id)::integer FROM class_part ep JOIN class_session es ON es.id = ep.session_id
               JOIN enrolment e ON e.class_id = es.class_id AND e.status = 'ENROLLED'
              WHERE ep.delivery_id = m.delivery_id) AS students
       FROM meeting m LEFT JOIN slot s ON s.id = m.slot_id AND s.live
      WHERE m.id = $1::bigint AND EXISTS (
        SELECT FROM class_part cp JOIN class_session cs ON cs.id = cp.session_id JOIN class c ON c.id = cs.class_id
          JOIN course co ON co.id = c.course_id WHERE cp.delivery_id = m.delivery_id AND ${classReachSql(reach, values)})`,
    values,
  );
  if (!found) throw new AppError("not_found", "timetable.meeting_not_found");
  return found;
}

/**
 * Looks at a place to which somebody drags a meeting, without writing anything: the same rules as the move itself.
 * @throws AppError not_found `timetable.meeting_not_found`; refused `timetable.no_weekly_time`; forbidden
 */
export async function checkMove(actor: Actor, asked: CheckMoveQuery): Promise<MoveEffect> {
  authorise(actor, "classes:edit");
  const meeting = await findMovable(actor, asked.meeting);
  const { deliveryId, slotId, students } = meeting;
  const place = { startMin: asked.start, endMin: asked.end, roomId: asked.room ?? null };
  const now = campusNow();
  const over =
    hasBegun(now, meeting.date, meeting.startMin) ||
    hasBegun(now, asked.date, asked.start) ||
    !sameWeek(meeting.date, asked.date);
  const past: PlacementFinding[] = over
    ? [{ severity: "refuse", rule: "timetable.in_the_past", inputs: {} }]
    : [];
  if (asked.scope === "once") {
    const wanted = wantedOn({
      ...place,
      deliveryId,
      meetingId: asked.meeting,
      onDate: asked.date,
      teacherId: meeting.teacherId,
    });
    const [facts, closed] = await Promise.all([
      readPlacement(actor, wanted),
      listHolidays(actor, asked.date, asked.date),
    ]);
    if (!facts) throw new AppError("not_found", "timetable.delivery_not_found");
    const findings = [
      ...past,
      ...(closed.has(asked.date) ? [closedFinding(asked.date)] : []),
      ...judgePlacement(facts, wanted),
    ];
    return { findings, meetings: 1, students, from: asked.date, until: asked.date };
  }
  if (slotId === null || meeting.slotTo === null) throw new AppError("refused", "timetable.no_weekly_time");
  const [from, until] = [moveFrom(meeting.date, asked.date), meeting.slotTo];
  const [findings, count] = await Promise.all([
    checkPlacement(actor, {
      ...place,
      deliveryId,
      slotId,
      weekday: weekday(asked.date),
      teacherId: meeting.slotTeacherId,
      validFrom: from,
      validTo: until,
    }),
    countToCome(actor, slotId, from),
  ]);
  return { findings: [...past, ...findings], meetings: count, students, from, until };
}

/** Meetings of a weekly time from a day on that follow it. */
async function countToCome(actor: Actor, slotId: number, from: Day): Promise<number> {
  authorise(actor, "classes:edit");
  const [row] = await query<{ n: number }>(
    "classes.meetings-to-come",
    `SELECT count(*)::integer AS n FROM meeting
      WHERE slot_id = $1 AND on_date >= $2::date AND NOT cancelled AND NOT by_hand`,
    [slotId, from],
  );
  return row?.n ?? 0;
}
