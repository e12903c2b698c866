import "server-only";
import type { HolidayRecord } from "@/lib/calendar/schemas";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";

const COLUMNS = `h.id, h.version, h.name, h.name_km AS "nameKm", h.start_date AS "startDate", h.end_date AS "endDate",
  h.is_active AS "isActive", h.notes`;

/** More holidays than this no year has; the country keeps about thirty days. */
const MOST = 100;

/** The holidays of a year, those taken back among them, by their first day (domain.md 4.1 Holiday). */
export async function listHolidaysOfYear(actor: Actor, year: number): Promise<HolidayRecord[]> {
  authorise(actor, "calendar:read");
  return query<HolidayRecord>(
    "calendar.holidays-of-year",
    `SELECT ${COLUMNS} FROM holiday h
      WHERE h.start_date <= make_date($1, 12, 31) AND h.end_date >= make_date($1, 1, 1)
      ORDER BY h.start_date, h.name LIMIT ${MOST}`,
    [year],
  );
}

/** The holidays in force that touch a span of days, such as a term. */
export async function listHolidaysWithin(actor: Actor, from: string, to: string): Promise<HolidayRecord[]> {
  authorise(actor, "calendar:read");
  return query<HolidayRecord>(
    "calendar.holidays-within",
    `SELECT ${COLUMNS} FROM holiday h WHERE h.is_active AND h.start_date <= $2::date AND h.end_date >= $1::date
      ORDER BY h.start_date, h.name LIMIT ${MOST}`,
    [from, to],
  );
}

/** First and last year that any holiday on file falls into; null while there is none. */
export async function listHolidayYears(actor: Actor): Promise<{ from: number; to: number } | null> {
  authorise(actor, "calendar:read");
  const [row] = await query<{ from: number | null; to: number | null }>(
    "calendar.holiday-years",
    `SELECT extract(year FROM min(start_date))::integer AS "from", extract(year FROM max(end_date))::integer AS "to" FROM holiday`,
  );
  return row?.from && row.to ? { from: row.from, to: row.to } : null;
}
