import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";

/** A pool whose counters are not those of the enrolments behind it; seats. */
export type SeatDrift = {
  seatPoolId: number;
  /** The classes that share it, such as "ENGL-101 A, 261012B-T4"; null for a pool without any. */
  classes: string | null;
  taken: number;
  takenByRows: number;
  offered: number;
  offeredByRows: number;
  waiting: number;
  waitingByRows: number;
};

/** Every pool compared with its enrolments, all at one moment. @throws AppError forbidden without registration:read */
export async function findSeatDrift(actor: Actor): Promise<{ pools: number; drifted: SeatDrift[] }> {
  authorise(actor, "registration:read");
  const [found] = await query<{ pools: number; drifted: SeatDrift[] }>(
    "registration.seat-drift",
    `SELECT (SELECT count(*)::integer FROM seat_pool) AS pools,
            (SELECT coalesce(json_agg(json_build_object('seatPoolId', d.seat_pool_id,
                      'classes', (SELECT string_agg(co.code || ' ' || c.section || ', ' || t.code, ' / ' ORDER BY co.code, c.id)
                                    FROM class c JOIN course co ON co.id = c.course_id JOIN term t ON t.id = c.term_id
                                   WHERE c.seat_pool_id = d.seat_pool_id),
                      'taken', d.taken, 'takenByRows', d.taken_by_rows, 'offered', d.offered,
                      'offeredByRows', d.offered_by_rows, 'waiting', d.waiting, 'waitingByRows', d.waiting_by_rows)
                      ORDER BY d.seat_pool_id), '[]') FROM seat_pool_drift() d) AS drifted`,
  );
  if (!found) throw new Error("seat_pool_drift returned nothing");
  return found;
}
