import "server-only";
import { listHolidaysWithin } from "@/lib/calendar/holidays/queries";
import { TERM_NAME } from "@/lib/calendar/queries";
import { inOrder, type KeyDate, keyDates, type TermDates } from "@/lib/calendar/rules";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { addDays } from "@/lib/platform/dates/day";
import { query } from "@/lib/platform/db/pool";

/**
 * What comes within so many days, for the homes: dates of the terms given, days on which the campus is closed, and tests
 * that are for all language classes of these terms (domain.md 1.2, 4.1).
 */
export async function listKeyDates(
  actor: Actor,
  terms: readonly TermDates[],
  days: number,
): Promise<KeyDate[]> {
  authorise(actor, "calendar:read");
  const today = campusToday();
  const until = addDays(today, days);
  const [holidays, tests] = await Promise.all([
    listHolidaysWithin(actor, today, until),
    terms.length === 0
      ? []
      : query<KeyDate>(
          "classes.coming-tests",
          `SELECT r.reset_date AS day, r.test_type AS kind, t.code, ${TERM_NAME} AS name
             FROM test_period_reset r JOIN term t ON t.id = r.term_id
            WHERE r.for_all AND r.reset_date BETWEEN $1::date AND $2::date AND t.code = ANY ($3::text[]) LIMIT 50`,
          [today, until, terms.map(({ code }) => code)],
        ),
  ]);
  const closed = holidays.map(
    ({ id, startDate, name, nameKm }): KeyDate => ({
      day: startDate < today ? today : startDate,
      kind: "holiday",
      code: `holiday-${id}`,
      name: { en: name, km: nameKm },
    }),
  );
  return inOrder([...keyDates([...terms], today, days), ...closed, ...tests]);
}
