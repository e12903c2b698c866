import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { addDays, type Day } from "@/lib/platform/dates/day";
import { query } from "@/lib/platform/db/pool";

/** Names of the public holidays between two days, by day, in the actor's language (domain.md 4.1 Holiday). */
export async function listHolidays(actor: Actor, from: Day, to: Day): Promise<Map<Day, string>> {
  authorise(actor, "calendar:read");
  const rows = await query<{ name: string; nameKm: string; start: Day; end: Day }>(
    "classes.holidays",
    `SELECT name, name_km AS "nameKm", start_date::text AS start, end_date::text AS "end" FROM holiday
      WHERE start_date <= $2::date AND end_date >= $1::date ORDER BY start_date`,
    [from, to],
  );
  const days = new Map<Day, string>();
  for (const row of rows) {
    const last = row.end < to ? row.end : to;
    for (let day = row.start > from ? row.start : from; day <= last; day = addDays(day, 1)) {
      days.set(day, actor.locale === "km" ? row.nameKm : row.name);
    }
  }
  return days;
}
