import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";

/** How many meetings fell out for the holidays of a year, by the holiday's id. */
export async function countHolidayMeetings(actor: Actor, year: number): Promise<Map<number, number>> {
  authorise(actor, "classes:read");
  const rows = await query<{ id: number; meetings: number }>(
    "classes.holiday-meetings",
    `SELECT h.id, count(m.id)::integer AS meetings FROM holiday h
       JOIN meeting m ON m.on_date BETWEEN h.start_date AND h.end_date AND m.cancelled AND m.cancel_reason = 'holiday'
      WHERE h.start_date <= make_date($1, 12, 31) AND h.end_date >= make_date($1, 1, 1) GROUP BY h.id`,
    [year],
  );
  return new Map(rows.map(({ id, meetings }) => [id, meetings]));
}
