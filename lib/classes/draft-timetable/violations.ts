import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";
import type { Tx } from "@/lib/platform/db/transaction";

/** A hard rule that an item of a proposal breaks, and the item or other thing that it breaks it with. */
export type Violation = {
  rule:
    | "room_twice"
    | "teacher_twice"
    | "class_twice"
    | "students_twice"
    | "room_small"
    | "room_kind"
    | "teacher_unavailable"
    | "teacher_gone";
  itemId: number;
  deliveryId: number;
  /** The other item, when it is one. */
  otherId: number | null;
};

/**
 * Items of the proposal $1 that would stand, on the days of their session: a share of the whole weeks of the term
 * (domain.md 4.1), from the day $2 on. Everything below asks the tables anew; nothing of what the solver believed is used.
 */
const ITEMS = `item AS MATERIALIZED (
    SELECT i.id, i.delivery_id, i.weekday, i.start_min, i.end_min, i.room_id, i.teacher_id, d.term_id, d.room_need,
           greatest($2::date, t.start_date + 7 * floor(w.weeks * (k.session - 1)::numeric / k.sessions)::integer) AS from_day,
           CASE WHEN k.session >= k.sessions THEN t.end_date
                ELSE t.start_date + 7 * floor(w.weeks * k.session::numeric / k.sessions)::integer - 1 END AS to_day
      FROM proposal_item i JOIN delivery d ON d.id = i.delivery_id JOIN term t ON t.id = d.term_id
     CROSS JOIN LATERAL (SELECT floor((t.end_date - t.start_date + 1) / 7.0)::integer AS weeks) w
     CROSS JOIN LATERAL (
       SELECT min(cs.number)::integer AS session, max((SELECT count(*) FROM class_session o WHERE o.class_id = cs.class_id))::integer AS sessions
         FROM class_part cp JOIN class_session cs ON cs.id = cp.session_id WHERE cp.delivery_id = d.id) k
     WHERE i.proposal_id = $1::integer AND i.weekday IS NOT NULL AND i.decision <> 'REJECTED'),
  -- Everything else that will be there: weekly times and dated meetings of what the proposal leaves alone.
  other AS MATERIALIZED (
    SELECT s.delivery_id, s.weekday, s.start_min, s.end_min, s.room_id, s.teacher_id, s.valid_from AS from_day, s.valid_to AS to_day
      FROM slot s WHERE s.live AND s.valid_to >= $2::date AND s.valid_from <= (SELECT max(to_day) FROM item)
       AND s.delivery_id NOT IN (SELECT delivery_id FROM item)
    UNION ALL
    SELECT m.delivery_id, extract(isodow FROM m.on_date)::integer, m.start_min, m.end_min, m.room_id, m.teacher_id, m.on_date, m.on_date
      FROM meeting m LEFT JOIN slot s ON s.id = m.slot_id AND s.live
     WHERE NOT m.cancelled AND m.on_date BETWEEN $2::date AND (SELECT max(to_day) FROM item)
       AND (m.slot_id IS NULL OR m.delivery_id NOT IN (SELECT delivery_id FROM item))
       -- A meeting that is where its weekly time says adds nothing to it.
       AND (s.id IS NULL OR s.room_id IS DISTINCT FROM m.room_id OR s.teacher_id IS DISTINCT FROM m.teacher_id
         OR s.start_min <> m.start_min OR s.end_min <> m.end_min OR s.weekday <> extract(isodow FROM m.on_date))),
  standing AS MATERIALIZED (
    SELECT id, delivery_id, weekday, start_min, end_min, room_id, teacher_id, from_day, to_day FROM item
    UNION ALL SELECT NULL, delivery_id, weekday, start_min, end_min, room_id, teacher_id, from_day, to_day FROM other)`;

const MEETS = `b.delivery_id <> a.delivery_id AND b.weekday = a.weekday AND b.start_min < a.end_min
  AND a.start_min < b.end_min AND b.from_day <= a.to_day AND a.from_day <= b.to_day`;

const SQL = `WITH ${ITEMS},
  taught AS MATERIALIZED (
    SELECT DISTINCT cp.delivery_id, cs.class_id FROM class_part cp JOIN class_session cs ON cs.id = cp.session_id
     WHERE cp.delivery_id IN (SELECT delivery_id FROM standing)),
  sits AS MATERIALIZED (
    SELECT DISTINCT taught.delivery_id, e.student_id FROM taught
      JOIN enrolment e ON e.class_id = taught.class_id AND e.status IN ('ENROLLED', 'OFFERED')
      JOIN class c ON c.id = taught.class_id AND c.status IN ('DRAFT', 'SCHEDULED', 'ACTIVE')),
  shared AS MATERIALIZED (
    SELECT DISTINCT x.delivery_id AS one, y.delivery_id AS two FROM sits x JOIN sits y USING (student_id)
     WHERE x.delivery_id IN (SELECT delivery_id FROM item) AND y.delivery_id <> x.delivery_id)
  SELECT 'room_twice' AS rule, a.id AS "itemId", a.delivery_id AS "deliveryId", b.id AS "otherId"
    FROM item a JOIN standing b ON b.room_id = a.room_id AND ${MEETS}
  UNION SELECT 'teacher_twice', a.id, a.delivery_id, b.id FROM item a JOIN standing b ON b.teacher_id = a.teacher_id AND ${MEETS}
  UNION SELECT 'class_twice', a.id, a.delivery_id, b.id FROM item a JOIN taught x ON x.delivery_id = a.delivery_id
    JOIN taught y ON y.class_id = x.class_id JOIN standing b ON b.delivery_id = y.delivery_id AND ${MEETS}
  UNION SELECT 'students_twice', a.id, a.delivery_id, b.id FROM item a JOIN shared ON shared.one = a.delivery_id
    JOIN standing b ON b.delivery_id = shared.two AND ${MEETS}
  UNION SELECT 'room_small', a.id, a.delivery_id, NULL FROM item a JOIN room r ON r.id = a.room_id
    CROSS JOIN LATERAL (SELECT sum(CASE WHEN $3::text = 'enrolled' AND p.taken + p.offered > 0 THEN p.taken + p.offered ELSE p.capacity END) AS people
      FROM seat_pool p WHERE p.id IN (SELECT c.seat_pool_id FROM taught x JOIN class c ON c.id = x.class_id WHERE x.delivery_id = a.delivery_id)) s
    WHERE r.capacity < s.people OR NOT r.is_active
  UNION SELECT 'room_kind', a.id, a.delivery_id, NULL FROM item a JOIN room r ON r.id = a.room_id
    WHERE r.room_type <> coalesce(a.room_need, 'CLASS')
      AND NOT ($4::boolean AND r.room_type = 'CLASS' AND a.room_need IN ('COMP', 'LANG'))
  UNION SELECT 'teacher_unavailable', a.id, a.delivery_id, NULL FROM item a
    JOIN teacher_wish w ON w.teacher_id = a.teacher_id AND w.kind = 'UNAVAILABLE' AND w.weekday = a.weekday
     AND w.start_min < a.end_min AND a.start_min < w.end_min AND (w.term_id IS NULL OR w.term_id = a.term_id)
  UNION SELECT 'teacher_gone', a.id, a.delivery_id, NULL FROM item a JOIN teacher te ON te.person_id = a.teacher_id
    WHERE te.status IN ('INACTIVE', 'SUSPENDED') OR te.end_date < a.to_day
  ORDER BY 2, 1, 4`;

type Options = { size: string; standIn: boolean };

/**
 * Hard rules that a proposal breaks, by tables alone: two in one room or with one teacher, of whatever term; one class,
 * or students, in two places; rooms that are too small or of another kind; teachers who cannot. Rejected items count as
 * left where they are. None for a draft of the solver: this is the proof of it.
 *
 * @param from the first day that counts, YYYY-MM-DD
 * @throws AppError forbidden
 */
export async function listViolations(
  actor: Actor,
  proposalId: number,
  options: Options,
  from: string,
): Promise<Violation[]> {
  authorise(actor, "timetable:draft");
  return query<Violation>("draft-timetable.violations", SQL, [
    proposalId,
    from,
    options.size,
    options.standIn,
  ]);
}

/** The same inside a transaction whose command was authorised. */
export async function violationsInTx(
  tx: Tx,
  proposalId: number,
  options: Options,
  from: string,
): Promise<Violation[]> {
  return tx.$queryRawUnsafe<Violation[]>(SQL, proposalId, from, options.size, options.standIn);
}
