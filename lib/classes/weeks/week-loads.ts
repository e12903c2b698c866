import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { addDays, type Day } from "@/lib/platform/dates/day";
import { query } from "@/lib/platform/db/pool";
import type { Bilingual, NameParts } from "@/lib/platform/i18n/names";
import type { WeekKind } from "./schemas";

/** Something that has a week, with what happens in it. */
export type WeekLoad = {
  ref: string;
  code: string;
  name: NameParts | Bilingual | null;
  meetings: number;
  minutes: number;
};

const MOST = 100;

const PERSON = `json_build_object('familyName', p.family_name, 'personalName', p.personal_name,
  'khmerFamilyName', p.khmer_family_name, 'khmerPersonalName', p.khmer_personal_name)`;

/** Meetings of the week, each once, however many classes sit in it. */
const WEEK = `SELECT m.id, m.delivery_id, m.room_id, m.teacher_id, m.end_min - m.start_min AS minutes FROM meeting m
  WHERE m.on_date BETWEEN $1::date AND $2::date AND NOT m.cancelled`;

const SUMS = "count(*)::integer AS meetings, sum(w.minutes)::integer AS minutes";

function statement(kind: Exclude<WeekKind, "class">): string {
  switch (kind) {
    case "room":
      return `SELECT r.code AS ref, r.code, NULL AS name, count(w.id)::integer AS meetings,
                     coalesce(sum(w.minutes), 0)::integer AS minutes
                FROM room r LEFT JOIN (${WEEK}) w ON w.room_id = r.id
               WHERE r.is_active AND r.room_type IN ('CLASS', 'COMP', 'LANG') GROUP BY r.id ORDER BY r.code LIMIT ${MOST}`;
    case "teacher":
      return `SELECT te.number::text AS ref, te.number::text AS code, ${PERSON} AS name, ${SUMS}
                FROM (${WEEK}) w JOIN teacher te ON te.person_id = w.teacher_id JOIN person p ON p.id = te.person_id
               GROUP BY te.person_id, p.id ORDER BY p.family_name, p.personal_name LIMIT ${MOST}`;
    case "programme":
      // Each meeting is brought to its course once, and from there to the programmes.
      return `WITH taught AS (
                  SELECT DISTINCT w.id, w.minutes, co.id AS course_id, co.programme_code FROM (${WEEK}) w
                    JOIN class_part cp ON cp.delivery_id = w.delivery_id JOIN class_session cs ON cs.id = cp.session_id
                    JOIN class c ON c.id = cs.class_id JOIN course co ON co.id = c.course_id),
                counted AS (
                  SELECT own.id AS programme_id, t.id, t.minutes FROM taught t
                    JOIN programme own ON own.code = t.programme_code
                   UNION
                  SELECT pr.programme_id, t.id, t.minutes FROM taught t
                    JOIN programme_requirement pr ON pr.course_id = t.course_id AND pr.valid_from <= $2::date
                     AND (pr.valid_to IS NULL OR pr.valid_to > $1::date)),
                sums AS (SELECT w.programme_id, ${SUMS} FROM counted w GROUP BY w.programme_id)
              SELECT pg.code AS ref, pg.code, json_build_object('en', pg.name, 'km', pg.name_km) AS name,
                     coalesce(sums.meetings, 0) AS meetings, coalesce(sums.minutes, 0) AS minutes
                FROM programme pg LEFT JOIN sums ON sums.programme_id = pg.id
               WHERE pg.is_active ORDER BY pg.display_order, pg.code LIMIT ${MOST}`;
  }
}

/**
 * Rooms, teachers or programmes with the hours of a week, for choosing whose week to open; at most a hundred. Classes
 * are too many: they come from the list of classes. @throws AppError forbidden
 */
export async function listWeekLoads(actor: Actor, kind: WeekKind, monday: Day): Promise<WeekLoad[]> {
  authorise(actor, "classes:read");
  if (kind === "class") return [];
  return query<WeekLoad>(`classes.week-loads ${kind}`, statement(kind), [monday, addDays(monday, 6)]);
}
