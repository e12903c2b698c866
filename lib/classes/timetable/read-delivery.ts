import "server-only";
import { classReach, classReachSql } from "@/lib/classes/access";
import type { Actor } from "@/lib/platform/access/actor";
import type { Day } from "@/lib/platform/dates/day";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { type Span, sessionSpan } from "./span";

/** A weekly time as it stands on file. */
export type SlotRow = {
  id: number;
  version: number;
  weekday: number;
  startMin: number;
  endMin: number;
  roomId: number | null;
  teacherId: number | null;
  validFrom: Day;
  validTo: Day;
};

/** A delivery with what a change of its times needs. */
export type DeliveryRow = {
  id: number;
  version: number;
  /** The days on which it is taught: the term, or the share of its session. */
  span: Span;
  classIds: number[];
  slots: SlotRow[];
};

type Read = Omit<DeliveryRow, "span"> & { termStart: Day; termEnd: Day; session: number; sessions: number };

/** The one answer for a delivery that does not exist and for one whose classes the actor may not see. */
export function deliveryNotFound(): AppError {
  return new AppError("not_found", "timetable.delivery_not_found");
}

/**
 * Locks a delivery of a class within the actor's reach, so that two changes of its times follow each other.
 * @throws AppError not_found `timetable.delivery_not_found`; refused `timetable.class_over` when all of its classes are
 * finished or cancelled
 */
export async function lockDelivery(tx: Tx, actor: Actor, deliveryId: number): Promise<DeliveryRow> {
  const reach = classReach(actor);
  const values: unknown[] = [deliveryId];
  const within = classReachSql(reach, values);
  const [found] = await tx.$queryRawUnsafe<(Read & { open: boolean })[]>(
    `WITH locked AS MATERIALIZED (SELECT id, version, term_id FROM delivery WHERE id = $1::integer FOR NO KEY UPDATE)
     SELECT d.id, d.version, t.start_date::text AS "termStart", t.end_date::text AS "termEnd", k."classIds", k.open,
            k.session, k.sessions,
            (SELECT coalesce(json_agg(json_build_object('id', s.id, 'version', s.version, 'weekday', s.weekday,
               'startMin', s.start_min, 'endMin', s.end_min, 'roomId', s.room_id, 'teacherId', s.teacher_id,
               'validFrom', s.valid_from, 'validTo', s.valid_to) ORDER BY s.weekday, s.start_min, s.valid_from), '[]')
               FROM slot s WHERE s.delivery_id = d.id AND s.live) AS slots
       FROM locked d JOIN term t ON t.id = d.term_id
      CROSS JOIN LATERAL (
        SELECT array_agg(DISTINCT c.id ORDER BY c.id) AS "classIds", min(cs.number)::integer AS session,
               bool_or(c.status NOT IN ('CANCELLED', 'COMPLETED')) AS open, bool_or(${within}) AS within,
               (SELECT count(*)::integer FROM class_session o WHERE o.class_id = min(c.id)) AS sessions
          FROM class_part cp JOIN class_session cs ON cs.id = cp.session_id JOIN class c ON c.id = cs.class_id
          JOIN course co ON co.id = c.course_id WHERE cp.delivery_id = d.id) k
      WHERE k.within`,
    ...values,
  );
  if (!found) throw deliveryNotFound();
  if (!found.open) throw new AppError("refused", "timetable.class_over");
  const { termStart, termEnd, session, sessions, id, version, classIds, slots } = found;
  const span = sessionSpan({ from: termStart, to: termEnd }, session, sessions);
  return { id, version, classIds, slots, span };
}
