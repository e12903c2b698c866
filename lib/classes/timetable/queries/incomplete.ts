import "server-only";
import type { inferParserType } from "nuqs/server";
import { TERM_NAME } from "@/lib/calendar/queries";
import { classReach, classReachSql } from "@/lib/classes/access";
import { PART_NAME } from "@/lib/classes/queries/get-class";
import type { WeeklyTime } from "@/lib/classes/schemas";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import type { Weekday } from "@/lib/platform/dates/day";
import type { RoomType } from "@/lib/platform/db/generated/enums";
import { COUNT_LIMIT, type Page, toPage } from "@/lib/platform/db/paging";
import { query } from "@/lib/platform/db/pool";
import type { Bilingual } from "@/lib/platform/i18n/names";
import type { incompleteParams, Missing } from "../search-params";

/** A delivery that lacks times, a room or a teacher (domain.md 4.3: accepted, and listed). */
export type IncompleteRow = {
  deliveryId: number;
  classId: number;
  code: string;
  section: string;
  title: string;
  titleKm: string | null;
  /** How many classes sit in it. */
  classes: number;
  part: Bilingual;
  termCode: string;
  termName: Bilingual;
  times: WeeklyTime[];
  missing: Missing[];
  /** What it needs while it has no times. */
  weekdays: Weekday[];
  minutes: number | null;
  roomNeed: RoomType | null;
  people: number;
};

export type IncompleteState = inferParserType<typeof incompleteParams>;

const HAS: Record<Missing, string> = {
  times: "k.slots = 0",
  room: "k.roomless > 0",
  teacher: "k.teacherless > 0",
};

/** The deliveries of terms that are not over and lack something, one row each, those whose term begins first on top. */
export async function listIncomplete(actor: Actor, state: IncompleteState): Promise<Page<IncompleteRow>> {
  authorise(actor, "classes:read");
  const values: unknown[] = [campusToday()];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const where = [classReachSql(classReach(actor), values)];
  if (state.term) where.push(`t.code = ${bind(state.term)}`);
  if (state.type) where.push(`t.term_type = ${bind(state.type)}::term_type`);
  for (const word of state.q.trim().split(/\s+/).filter(Boolean).slice(0, 5)) {
    const like = bind(`%${word.replace(/[\\%_]/g, "\\$&")}%`);
    where.push(
      `(co.code ILIKE ${like} OR co.title ILIKE ${like} OR co.title_km LIKE ${like} OR cp.name ILIKE ${like})`,
    );
  }
  const wanted = state.missing.length > 0 ? state.missing : (Object.keys(HAS) as Missing[]);
  const [offset, limit] = [bind((state.page - 1) * state.size), bind(state.size)];
  const text = `WITH hit AS MATERIALIZED (
      SELECT d.id, min(c.id) AS class_id, count(DISTINCT c.id)::integer AS classes, k.*, t.id AS term_id,
             row_number() OVER (ORDER BY t.start_date, min(co.code), min(c.section), min(cp.code), d.id) AS place
        FROM delivery d JOIN term t ON t.id = d.term_id AND t.is_active AND t.end_date >= $1::date
        JOIN class_part cp ON cp.delivery_id = d.id JOIN class_session cs ON cs.id = cp.session_id
        JOIN class c ON c.id = cs.class_id AND c.status NOT IN ('CANCELLED', 'COMPLETED')
        JOIN course co ON co.id = c.course_id
       CROSS JOIN LATERAL (
         SELECT count(s.id)::integer AS slots,
                (count(s.id) FILTER (WHERE s.valid_to >= $1::date AND s.room_id IS NULL))::integer AS roomless,
                (count(s.id) FILTER (WHERE s.valid_to >= $1::date AND s.teacher_id IS NULL))::integer AS teacherless,
                coalesce(json_agg(json_build_object('weekday', s.weekday, 'startMin', s.start_min, 'endMin', s.end_min)
                  ORDER BY s.weekday) FILTER (WHERE s.id IS NOT NULL), '[]')::jsonb AS times
           FROM (SELECT 1) one
           -- Weekly times that are over, such as those of a first session, are no gap.
           LEFT JOIN slot s ON s.delivery_id = d.id AND s.live) k
       WHERE ${where.join(" AND ")} AND (${wanted.map((each) => HAS[each]).join(" OR ")})
       GROUP BY d.id, t.id, k.slots, k.roomless, k.teacherless, k.times LIMIT ${COUNT_LIMIT + 1}
    ), shown AS MATERIALIZED (SELECT * FROM hit ORDER BY place OFFSET ${offset} LIMIT ${limit})
    SELECT (SELECT count(*) FROM hit)::integer AS counted, (SELECT coalesce(json_agg(line ORDER BY place), '[]') FROM (
      SELECT shown.place, d.id AS "deliveryId", c.id AS "classId", co.code, c.section, co.title, co.title_km AS "titleKm",
             shown.classes, (SELECT ${PART_NAME} FROM class_part cp JOIN class_session cs ON cs.id = cp.session_id
                WHERE cp.delivery_id = d.id AND cs.class_id = c.id LIMIT 1) AS part,
             t.code AS "termCode", ${TERM_NAME} AS "termName", shown.times,
             array_remove(ARRAY[CASE WHEN shown.slots = 0 THEN 'times' END, CASE WHEN shown.roomless > 0 THEN 'room' END,
               CASE WHEN shown.teacherless > 0 THEN 'teacher' END], NULL) AS missing,
             d.weekdays, d.minutes, d.room_need AS "roomNeed", p.taken + p.offered AS people
        FROM shown JOIN delivery d ON d.id = shown.id JOIN class c ON c.id = shown.class_id
        JOIN course co ON co.id = c.course_id JOIN term t ON t.id = shown.term_id
        JOIN seat_pool p ON p.id = c.seat_pool_id) line) AS rows`;
  const [result] = await query<{ counted: number; rows: IncompleteRow[] }>("", text, values);
  return toPage(result?.rows ?? [], result?.counted ?? 0, state.page, state.size);
}
