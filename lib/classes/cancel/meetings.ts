import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusNow } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import { query } from "@/lib/platform/db/pool";
import type { Tx } from "@/lib/platform/db/transaction";

/** The meetings that are not held when classes are cancelled, and those that were held already. */
export type CancelMeetings = { left: number; first: Day | null; last: Day | null; held: number };

/**
 * Deliveries of which every class is cancelled or is going to be ($1): what others are taught as one with goes on.
 */
const ONLY_THEIRS = `SELECT q.delivery_id FROM class_part q JOIN class_session s ON s.id = q.session_id
   JOIN class c ON c.id = s.class_id
  WHERE q.delivery_id IN (SELECT q2.delivery_id FROM class_part q2 JOIN class_session s2 ON s2.id = q2.session_id
                           WHERE s2.class_id = ANY ($1::integer[]))
  GROUP BY q.delivery_id
 HAVING bool_and(c.status = 'CANCELLED' OR c.id = ANY ($1::integer[]))`;

const LEFT = `m.delivery_id IN (${ONLY_THEIRS}) AND NOT m.cancelled
  AND (m.on_date > $2::date OR (m.on_date = $2::date AND m.start_min >= $3::integer))`;

const COUNT = `SELECT count(*) FILTER (WHERE ${LEFT})::integer AS left,
    min(m.on_date) FILTER (WHERE ${LEFT})::text AS first, max(m.on_date) FILTER (WHERE ${LEFT})::text AS last,
    count(*) FILTER (WHERE NOT m.cancelled
      AND (m.on_date < $2::date OR (m.on_date = $2::date AND m.start_min < $3::integer)))::integer AS held
   FROM meeting m WHERE m.delivery_id IN (SELECT q.delivery_id FROM class_part q JOIN class_session s ON s.id = q.session_id
                                           WHERE s.class_id = ANY ($1::integer[]))`;

const NONE: CancelMeetings = { left: 0, first: null, last: null, held: 0 };

/** What a cancellation of these classes does to their meetings. The caller has found them through the actor's reach. */
export async function listCancelMeetings(actor: Actor, classIds: number[]): Promise<CancelMeetings> {
  authorise(actor, "classes:edit");
  const { day, minutes } = campusNow();
  const [row] = await query<CancelMeetings>("classes.cancel-meetings", COUNT, [classIds, day, minutes]);
  return row ?? NONE;
}

/** The same inside the transaction that cancels. */
export async function countCancelMeetingsInTx(tx: Tx, classIds: number[]): Promise<CancelMeetings> {
  const { day, minutes } = campusNow();
  const [row] = await tx.$queryRawUnsafe<CancelMeetings[]>(COUNT, classIds, day, minutes);
  return row ?? NONE;
}

/**
 * Cancels the meetings that are left and gives their weekly times back to rooms and teachers from today on; what was
 * held stays as it was. The classes are cancelled already. @returns how many meetings
 */
export async function cancelMeetingsOf(tx: Tx, classIds: number[], reason: string): Promise<number> {
  const { day, minutes } = campusNow();
  const count = await tx.$executeRawUnsafe(
    `UPDATE meeting m SET cancelled = true, cancel_reason = $4, version = m.version + 1 WHERE ${LEFT}`,
    classIds,
    day,
    minutes,
    reason,
  );
  await tx.$executeRawUnsafe(
    `UPDATE slot l SET live = l.live AND l.valid_from < $2::date,
            valid_to = CASE WHEN l.valid_from < $2::date THEN $2::date - 1 ELSE l.valid_to END, version = l.version + 1
      WHERE l.delivery_id IN (${ONLY_THEIRS}) AND l.live AND l.valid_to >= $2::date`,
    classIds,
    day,
  );
  return count;
}
