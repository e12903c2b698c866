import "server-only";
import type { TermDates } from "@/lib/calendar/rules";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { addDays, type Day } from "@/lib/platform/dates/day";
import type { TermType } from "@/lib/platform/db/generated/enums";
import { query } from "@/lib/platform/db/pool";
import type { Tx } from "@/lib/platform/db/transaction";
import type { Bilingual } from "@/lib/platform/i18n/names";

/** The name of the term `t` in both languages, a Bilingual. */
export const TERM_NAME = "json_build_object('en', t.name, 'km', t.name_km)";

export type TermOption = {
  id: number;
  code: string;
  name: Bilingual;
  termType: TermType;
  startDate: string;
  endDate: string;
};

/**
 * The newest terms of all types, newest start first; terms of different types overlap (domain.md 1.2).
 * @param limit rows, at most 200
 */
export async function listRecentTerms(actor: Actor, limit: number): Promise<TermOption[]> {
  authorise(actor, "calendar:read");
  return query<TermOption>(
    "calendar.recent-terms",
    `SELECT t.id, t.code, ${TERM_NAME} AS name, t.term_type AS "termType", t.start_date AS "startDate",
            t.end_date AS "endDate" FROM term t ORDER BY start_date DESC, code LIMIT $1`,
    [Math.min(limit, 200)],
  );
}

/** A term that is not over, with all of its dates (domain.md 1.2). */
export type CurrentTerm = Required<TermDates> & { termType: TermType };

/** The active terms that are not over, by their start. @throws AppError forbidden */
export async function listCurrentTerms(actor: Actor): Promise<CurrentTerm[]> {
  authorise(actor, "calendar:read");
  return query<CurrentTerm>(
    "calendar.current-terms",
    `SELECT t.code, ${TERM_NAME} AS name, term_type AS "termType", start_date AS "startDate", end_date AS "endDate",
            discount_end_date AS "discountEndDate", add_deadline AS "addDeadline", drop_deadline AS "dropDeadline",
            payment_deadline AS "paymentDeadline", registration_opens_on AS "registrationOpensOn",
            registration_closes_on AS "registrationClosesOn"
       FROM term t WHERE is_active AND end_date >= $1::date ORDER BY start_date, code`,
    [campusToday()],
  );
}

/** Names of the public holidays between two days, by day, in the actor's language (domain.md 4.1 Holiday). */
export async function listHolidays(actor: Actor, from: Day, to: Day): Promise<Map<Day, string>> {
  authorise(actor, "calendar:read");
  const rows = await query<{ name: string; nameKm: string; start: Day; end: Day }>(
    "calendar.holidays",
    `SELECT name, name_km AS "nameKm", start_date::text AS start, end_date::text AS "end" FROM holiday
      WHERE is_active AND start_date <= $2::date AND end_date >= $1::date ORDER BY start_date`,
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

/**
 * Condition in SQL that the day of an expression is no public holiday; days that were taken back are open again. Whoever
 * makes meetings by one statement puts it into its WHERE.
 */
export function openDaySql(day: string): string {
  return `NOT EXISTS (SELECT FROM holiday hd WHERE hd.is_active AND ${day} BETWEEN hd.start_date AND hd.end_date)`;
}

/** The days from one to another on which the campus is closed by a public holiday (domain.md 4.1 Holiday). */
export async function closedDays(tx: Tx, from: Day, to: Day): Promise<ReadonlySet<Day>> {
  const rows = await tx.$queryRaw<{ day: Day }[]>`
    SELECT DISTINCT d::date::text AS day FROM holiday h
     CROSS JOIN generate_series(greatest(h.start_date, ${from}::date), least(h.end_date, ${to}::date), interval '1 day') d
     WHERE h.is_active AND h.start_date <= ${to}::date AND h.end_date >= ${from}::date`;
  return new Set(rows.map((row) => row.day));
}
