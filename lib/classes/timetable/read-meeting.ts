import "server-only";
import { classReach, classReachSql } from "@/lib/classes/access";
import type { Actor } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import type { MeetingKind } from "@/lib/platform/db/generated/enums";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";

/** A meeting as the commands about one see it. */
export type LockedMeeting = {
  id: number;
  version: number;
  deliveryId: number;
  date: Day;
  startMin: number;
  endMin: number;
  roomId: number | null;
  teacherId: number | null;
  plannedRoomId: number | null;
  plannedTeacherId: number | null;
  cancelled: boolean;
  kind: MeetingKind;
  note: string | null;
  /** What the weekly time says; null for what has none. */
  slot: { roomId: number | null; teacherId: number | null } | null;
  /** Whether it stands at another day or hour than its weekly time. */
  moved: boolean;
  /** A make-up that is planned for it. */
  makeUpId: number | null;
  termEnd: Day;
  classIds: number[];
};

/**
 * Locks a meeting of a class within the actor's reach, in the version that was shown.
 * @throws AppError not_found `timetable.meeting_not_found`; stale `timetable.meeting_stale`; refused
 * `timetable.meeting_over` when its term is over
 */
export async function lockMeeting(
  tx: Tx,
  actor: Actor,
  { meetingId, version }: { meetingId: number; version: number },
): Promise<LockedMeeting> {
  const reach = classReach(actor);
  const values: unknown[] = [meetingId];
  const within = classReachSql(reach, values);
  const [found] = await tx.$queryRawUnsafe<LockedMeeting[]>(
    `WITH m AS MATERIALIZED (SELECT * FROM meeting WHERE id = $1::bigint FOR NO KEY UPDATE)
     SELECT m.id::integer, m.version, m.delivery_id AS "deliveryId", m.on_date::text AS date, m.start_min AS "startMin",
            m.end_min AS "endMin", m.room_id AS "roomId", m.teacher_id AS "teacherId",
            m.planned_room_id AS "plannedRoomId", m.planned_teacher_id AS "plannedTeacherId", m.cancelled, m.kind, m.note,
            (SELECT json_build_object('roomId', s.room_id, 'teacherId', s.teacher_id) FROM slot s WHERE s.id = m.slot_id) AS slot,
            coalesce((SELECT (s.weekday, s.start_min, s.end_min) <> (extract(isodow FROM m.on_date)::integer, m.start_min, m.end_min)
                        FROM slot s WHERE s.id = m.slot_id), false) AS moved,
            (SELECT u.id::integer FROM meeting u WHERE u.makes_up_for_id = m.id) AS "makeUpId",
            t.end_date::text AS "termEnd", k."classIds"
       FROM m JOIN delivery d ON d.id = m.delivery_id JOIN term t ON t.id = d.term_id
      CROSS JOIN LATERAL (
        SELECT array_agg(DISTINCT c.id ORDER BY c.id) AS "classIds", bool_or(${within}) AS within
          FROM class_part cp JOIN class_session cs ON cs.id = cp.session_id JOIN class c ON c.id = cs.class_id
          JOIN course co ON co.id = c.course_id WHERE cp.delivery_id = m.delivery_id) k
      WHERE k.within`,
    ...values,
  );
  if (!found) throw new AppError("not_found", "timetable.meeting_not_found");
  if (found.version !== version) throw new AppError("stale", "timetable.meeting_stale");
  if (found.termEnd < campusToday()) throw new AppError("refused", "timetable.meeting_over");
  return found;
}
