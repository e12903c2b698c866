import "server-only";
import { classReach, classReachSql } from "@/lib/classes/access";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import type { Day } from "@/lib/platform/dates/day";
import { query } from "@/lib/platform/db/pool";
import { CHANGED, LINE_COLUMNS, LINE_TABLES, type MeetingLine } from "./class-meetings";

/** More changes than this no day has. */
const MOST = 300;

/** Meetings of a day that differ from the weekly times, one row per class; without those that a holiday cancels alone. */
export async function listDayChanges(actor: Actor, day: Day): Promise<MeetingLine[]> {
  authorise(actor, "classes:read");
  const reach = classReach(actor);
  const values: unknown[] = [day];
  return query<MeetingLine>(
    `classes.day-changes ${reach.kind}`,
    `SELECT ${LINE_COLUMNS} FROM meeting m ${LINE_TABLES}
      WHERE m.on_date = $1::date AND ${CHANGED} AND m.cancel_reason IS DISTINCT FROM 'holiday' AND c.status <> 'CANCELLED' AND ${classReachSql(reach, values)}
      ORDER BY m.start_min, co.code, c.section, m.id LIMIT ${MOST}`,
    values,
  );
}

/** How many meetings each day has, and how many of them are changed, for the days around one. */
export async function countDayChanges(
  actor: Actor,
  from: Day,
  to: Day,
): Promise<{ day: Day; meetings: number; changed: number }[]> {
  authorise(actor, "classes:read");
  const reach = classReach(actor);
  const values: unknown[] = [from, to];
  return query<{ day: Day; meetings: number; changed: number }>(
    `classes.day-counts ${reach.kind}`,
    `SELECT m.on_date::text AS day, count(DISTINCT m.id)::integer AS meetings,
            count(DISTINCT m.id) FILTER (WHERE ${CHANGED})::integer AS changed
       FROM meeting m ${LINE_TABLES}
      WHERE m.on_date BETWEEN $1::date AND $2::date AND c.status <> 'CANCELLED' AND ${classReachSql(reach, values)}
      GROUP BY m.on_date ORDER BY 1`,
    values,
  );
}
