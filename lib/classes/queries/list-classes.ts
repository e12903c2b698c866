import "server-only";
import { TERM_NAME } from "@/lib/calendar/queries";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { COUNT_LIMIT, type Page, toPage } from "@/lib/platform/db/paging";
import { query } from "@/lib/platform/db/pool";
import type { Bilingual } from "@/lib/platform/i18n/names";
import { classReach, classReachSql } from "../access";
import type { ClassListRow } from "../schemas";
import { type ClassListState, SOON_DAYS } from "../search-params";
import { nameJson } from "./get-class";

const LEFT = "(p.capacity + p.over_authorised - p.taken - p.offered)";

/** Sorts as SQL; the direction stands once per column, ties follow the catalogue. */
function orderOf(sort: ClassListState["sort"]): string {
  const way = sort.direction === "desc" ? "DESC" : "ASC";
  const columns: Record<typeof sort.column, string> = {
    code: `co.code ${way}, c.section ${way}, t.start_date DESC`,
    term: `t.start_date ${way}, t.code ${way}, co.code, c.section`,
    left: `${LEFT} ${way}, co.code, c.section`,
    taken: `p.taken ${way}, co.code, c.section`,
  };
  return `${columns[sort.column]}, c.id`;
}

/**
 * Whether every part of the class `c` has weekly times, each with a room and a teacher (domain.md 4.3: less is accepted,
 * but flagged). An aggregate rather than EXISTS: with "room_id IS NOT NULL" in a WHERE the planner takes the exclusion
 * constraint's GiST index for a look-up by delivery, a hundred times slower.
 */
export const COMPLETE = `coalesce((SELECT bool_and(xs.room_id IS NOT NULL AND xs.teacher_id IS NOT NULL)
  FROM class_session xc JOIN class_part xp ON xp.session_id = xc.id
  LEFT JOIN slot xs ON xs.delivery_id = xp.delivery_id AND xs.live WHERE xc.class_id = c.id), false)`;

const SEATS: Record<"free" | "full" | "waiting", string> = {
  free: "p.waiting = 0 AND p.taken + p.offered < p.capacity + p.over_authorised",
  full: "(p.waiting > 0 OR p.taken + p.offered >= p.capacity + p.over_authorised)",
  waiting: "p.waiting + p.offered > 0",
};

function conditions(state: ClassListState, today: string, values: unknown[]): string[] {
  const bind = (value: unknown) => `$${values.push(value)}`;
  const list: string[] = [];
  if (state.term) list.push(`t.code = ${bind(state.term)}`);
  else if (state.when === "open") list.push(`t.is_active AND t.end_date >= ${bind(today)}::date`);
  else if (state.when === "now") {
    const day = `${bind(today)}::date`;
    list.push(`t.start_date <= ${day} AND t.end_date >= ${day}`);
  } else if (state.when === "soon") {
    const day = `${bind(today)}::date`;
    list.push(`t.is_active AND t.end_date >= ${day} AND t.start_date <= ${day} + ${SOON_DAYS}`);
  }
  if (state.type) list.push(`t.term_type = ${bind(state.type)}::term_type`);
  if (state.status.length > 0) list.push(`c.status = ANY (${bind(state.status)}::class_status[])`);
  if (state.time) list.push(`c.time_of_day = ${bind(state.time)}::time_of_day`);
  if (state.seats) list.push(SEATS[state.seats]);
  if (state.timetable) list.push(state.timetable === "incomplete" ? `NOT ${COMPLETE}` : COMPLETE);
  for (const word of state.q.trim().split(/\s+/).filter(Boolean).slice(0, 5)) {
    const like = bind(`%${word.replace(/[\\%_]/g, "\\$&")}%`);
    list.push(`(co.code ILIKE ${like} OR co.title ILIKE ${like} OR co.title_km ILIKE ${like} OR EXISTS (
      SELECT FROM class_session qs JOIN class_part qp ON qp.session_id = qs.id
        JOIN slot q ON q.delivery_id = qp.delivery_id AND q.live
        LEFT JOIN room qr ON qr.id = q.room_id LEFT JOIN person qh ON qh.id = q.teacher_id
       WHERE qs.class_id = c.id AND (qr.code ILIKE ${like} OR qh.search_key ILIKE ${like}
          OR concat_ws(' ', qh.khmer_family_name, qh.khmer_personal_name) ILIKE ${like})))`);
  }
  return list;
}

const TABLES = `class c JOIN course co ON co.id = c.course_id JOIN term t ON t.id = c.term_id
  JOIN seat_pool p ON p.id = c.seat_pool_id`;

/** One numbered page of classes with seats, times, rooms and teachers; page and count in one statement. */
export async function listClasses(actor: Actor, state: ClassListState): Promise<Page<ClassListRow>> {
  authorise(actor, "classes:read");
  const values: unknown[] = [];
  const where = [classReachSql(classReach(actor), values), ...conditions(state, campusToday(), values)].join(
    " AND ",
  );
  const offset = values.push((state.page - 1) * state.size);
  const limit = values.push(state.size);
  const text = `WITH hit AS MATERIALIZED (
      SELECT c.id, row_number() OVER (ORDER BY ${orderOf(state.sort)}) AS place FROM ${TABLES} WHERE ${where}
      LIMIT ${COUNT_LIMIT + 1}
    ), shown AS MATERIALIZED (SELECT * FROM hit ORDER BY place OFFSET $${offset} LIMIT $${limit})
    SELECT (SELECT count(*) FROM hit)::integer AS counted, (SELECT coalesce(json_agg(line ORDER BY place), '[]') FROM (
      SELECT shown.place, c.id, co.code, co.title, co.title_km AS "titleKm", c.section, t.code AS "termCode",
             ${TERM_NAME} AS "termName", c.status, c.time_of_day AS "timeOfDay", p.capacity,
             p.over_authorised AS "overAuthorised", p.taken, p.offered, p.waiting,
             coalesce(w.times, '[]') AS times, coalesce(w.rooms, '[]') AS rooms,
             coalesce(w.teachers, '[]') AS teachers, ${COMPLETE} AS "timetableComplete"
        FROM shown JOIN ${TABLES.replace("class c", "class c ON c.id = shown.id")}
        LEFT JOIN LATERAL (
          SELECT json_agg(DISTINCT jsonb_build_object('weekday', s.weekday, 'startMin', s.start_min, 'endMin', s.end_min)) AS times,
                 json_agg(DISTINCT r.code) FILTER (WHERE r.id IS NOT NULL) AS rooms,
                 json_agg(DISTINCT (${nameJson("h")})::jsonb) FILTER (WHERE h.id IS NOT NULL) AS teachers
            FROM class_session cs JOIN class_part cp ON cp.session_id = cs.id
            JOIN slot s ON s.delivery_id = cp.delivery_id AND s.live
            LEFT JOIN room r ON r.id = s.room_id LEFT JOIN person h ON h.id = s.teacher_id
           WHERE cs.class_id = c.id) w ON true) line) AS rows`;
  const [result] = await query<{ counted: number; rows: ClassListRow[] }>("", text, values);
  return toPage(result?.rows ?? [], result?.counted ?? 0, state.page, state.size);
}

/** The ids of all classes that a list shows with this state, whatever its page; at most `max`. */
export async function listMatchingIds(actor: Actor, state: ClassListState, max: number): Promise<number[]> {
  authorise(actor, "classes:read");
  const values: unknown[] = [];
  const where = [classReachSql(classReach(actor), values), ...conditions(state, campusToday(), values)].join(
    " AND ",
  );
  const limit = `$${values.push(max)}`;
  const rows = await query<{ id: number }>(
    "",
    `SELECT c.id FROM ${TABLES} WHERE ${where} ORDER BY ${orderOf(state.sort)} LIMIT ${limit}`,
    values,
  );
  return rows.map(({ id }) => id);
}

/** Terms a list can be narrowed to: those not over for more than a year, the newest first. */
export async function listTermChoices(actor: Actor): Promise<{ code: string; name: Bilingual }[]> {
  authorise(actor, "classes:read");
  return query<{ code: string; name: Bilingual }>(
    "classes.term-choices",
    `SELECT t.code, ${TERM_NAME} AS name FROM term t
      WHERE t.end_date > $1::date - 366 AND EXISTS (SELECT FROM class c WHERE c.term_id = t.id)
      ORDER BY t.start_date DESC, t.code LIMIT 60`,
    [campusToday()],
  );
}
