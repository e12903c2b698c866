import "server-only";
import { type Actor, authoriseAny, can } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";
import type { WishRow } from "../draft-timetable/schemas";

const COLUMNS = `w.id, w.version, w.weekday, w.start_min AS "startMin", w.end_min AS "endMin", w.kind, w.note,
  CASE WHEN t.id IS NOT NULL THEN json_build_object('id', t.id, 'code', t.code) END AS term`;

/** A wish for a term that is over counts no more, and is not shown. */
const CURRENT = "(t.id IS NULL OR t.end_date >= (now() AT TIME ZONE 'Asia/Phnom_Penh')::date)";

/**
 * When a teacher cannot, would rather not, or likes to teach, by the day. The caller has found the teacher through the
 * actor's reach. @throws AppError forbidden
 */
export async function listWishes(actor: Actor, teacherId: number): Promise<WishRow[]> {
  authoriseAny(actor, "people:read", "timetable:wish_own");
  if (!can(actor, "people:read") && actor.personId !== teacherId) return [];
  return query<WishRow>(
    "classes.wishes",
    `SELECT ${COLUMNS} FROM teacher_wish w LEFT JOIN term t ON t.id = w.term_id
      WHERE w.teacher_id = $1 AND ${CURRENT} ORDER BY w.weekday, w.start_min, w.id LIMIT 100`,
    [teacherId],
  );
}

/** Terms for which something can still be wished. @throws AppError forbidden */
export async function listWishTerms(actor: Actor): Promise<{ id: number; code: string }[]> {
  authoriseAny(actor, "people:read", "timetable:wish_own");
  return query<{ id: number; code: string }>(
    "classes.wish-terms",
    `SELECT t.id, t.code FROM term t WHERE t.is_active AND t.end_date >= (now() AT TIME ZONE 'Asia/Phnom_Penh')::date
      ORDER BY t.start_date, t.code LIMIT 40`,
  );
}

/** The teacher number of the actor; null for who teaches nothing. */
export async function ownTeacherNumber(actor: Actor): Promise<number | null> {
  authoriseAny(actor, "timetable:wish_own", "people:read");
  if (actor.personId === null) return null;
  const [row] = await query<{ number: number }>(
    "classes.own-teacher-number",
    "SELECT number FROM teacher WHERE person_id = $1",
    [actor.personId],
  );
  return row?.number ?? null;
}
