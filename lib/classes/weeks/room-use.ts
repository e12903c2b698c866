import "server-only";
import { openDaySql } from "@/lib/calendar/queries";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { addDays, type Day, startOfWeek, type Weekday } from "@/lib/platform/dates/day";
import { query } from "@/lib/platform/db/pool";
import { settingOn } from "@/lib/platform/settings/settings";
import type { RoomUseState, UseSort } from "./room-use-params";
import { type RoomMinutes, type RoomUse, type RoomUseReport, roomUse } from "./room-use-rules";
import { studyBands } from "./study-hours";

/** More rooms than the campus has; a page shows them all. */
const MOST = 100;

const SQL = `WITH band AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset($3::jsonb) AS b(part text, weekday integer, "fromMin" integer, "toMin" integer)
  ), met AS MATERIALIZED (
    SELECT m.room_id, m.start_min, m.end_min, extract(isodow FROM m.on_date)::integer AS weekday FROM meeting m
     WHERE m.on_date BETWEEN $1::date AND $2::date AND NOT m.cancelled
  ), sums AS (
    SELECT room_id, count(*)::integer AS meetings, sum(end_min - start_min)::integer AS minutes FROM met GROUP BY room_id
  ), used AS (
    SELECT room_id, json_agg(json_build_object('part', part, 'weekday', weekday, 'minutes', minutes)) AS used FROM (
      SELECT met.room_id, b.part, b.weekday,
             sum(least(met.end_min, b."toMin") - greatest(met.start_min, b."fromMin"))::integer AS minutes
        FROM met JOIN band b ON b.weekday = met.weekday AND met.start_min < b."toMin" AND b."fromMin" < met.end_min
       GROUP BY met.room_id, b.part, b.weekday) parts GROUP BY room_id
  )
  SELECT r.id, r.code, r.building, r.room_type AS "roomType", r.capacity, coalesce(sums.meetings, 0) AS meetings,
         coalesce(sums.minutes, 0) AS minutes, coalesce(used.used, '[]') AS used
    FROM room r LEFT JOIN sums ON sums.room_id = r.id LEFT JOIN used ON used.room_id = r.id
   WHERE r.is_active AND ($4::building IS NULL OR r.building = $4::building)
     AND CASE WHEN $5::room_type IS NULL THEN r.room_type IN ('CLASS', 'COMP', 'LANG') ELSE r.room_type = $5::room_type END
   ORDER BY r.code LIMIT ${MOST}`;

const OPEN = `SELECT extract(isodow FROM d)::integer AS weekday, count(*)::integer AS days
  FROM generate_series($1::date, $2::date, interval '1 day') d WHERE ${openDaySql("d::date")} GROUP BY 1`;

/** The first and the last day that the address asks for: whole weeks from a Monday. */
export function periodOf({ week, weeks }: RoomUseState, today: Day): { from: Day; to: Day } {
  const from = startOfWeek(week ?? today);
  return { from, to: addDays(from, Number(weeks) * 7 - 1) };
}

const by: Record<UseSort, (a: RoomUse, b: RoomUse) => number> = {
  room: (a, b) => a.code.localeCompare(b.code),
  seats: (a, b) => b.capacity - a.capacity || a.code.localeCompare(b.code),
  hours: (a, b) => b.minutes - a.minutes || a.code.localeCompare(b.code),
  share: (a, b) => (b.share ?? 0) - (a.share ?? 0) || a.code.localeCompare(b.code),
};

/**
 * How much the rooms are used in some weeks: by room, and over all rooms by weekday and time of day. Holidays are no
 * hours in which a room could be used. Complete for everybody who plans, whatever the reach. @throws AppError forbidden
 */
export async function reportRoomUse(actor: Actor, state: RoomUseState, today: Day): Promise<RoomUseReport> {
  authorise(actor, "classes:read");
  const { from, to } = periodOf(state, today);
  const bands = studyBands(await settingOn("classes.study_times", from));
  const [rooms, open] = await Promise.all([
    query<RoomMinutes>("classes.room-use", SQL, [
      from,
      to,
      JSON.stringify(bands),
      state.building,
      state.type,
    ]),
    query<{ weekday: Weekday; days: number }>("classes.open-days", OPEN, [from, to]),
  ]);
  const report = roomUse(rooms, bands, Object.fromEntries(open.map(({ weekday, days }) => [weekday, days])));
  return { ...report, rooms: [...report.rooms].sort(by[state.sort]) };
}
