import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import type { TermType } from "@/lib/platform/db/generated/enums";
import { query } from "@/lib/platform/db/pool";

export type TermOption = {
  id: number;
  code: string;
  name: string;
  termType: TermType;
  startDate: string;
  endDate: string;
};

const COLUMNS = `id, code, name, term_type AS "termType", start_date AS "startDate", end_date AS "endDate"`;

/**
 * The newest terms of all types, newest start first; terms of different types overlap (domain.md 1.2).
 * @param limit rows, at most 200
 */
export async function listRecentTerms(actor: Actor, limit: number): Promise<TermOption[]> {
  authorise(actor, "calendar:read");
  return query<TermOption>(
    "calendar.recent-terms",
    `SELECT ${COLUMNS} FROM term ORDER BY start_date DESC, code LIMIT $1`,
    [Math.min(limit, 200)],
  );
}

/** The terms that are running on a day (YYYY-MM-DD), one or more a type. */
export async function listTermsOn(actor: Actor, day: string): Promise<TermOption[]> {
  authorise(actor, "calendar:read");
  return query<TermOption>(
    "calendar.terms-on",
    `SELECT ${COLUMNS} FROM term WHERE is_active AND $1::date BETWEEN start_date AND end_date ORDER BY term_type, start_date`,
    [day],
  );
}

/** The term of a code, or null. */
export async function findTermByCode(actor: Actor, code: string): Promise<TermOption | null> {
  authorise(actor, "calendar:read");
  const [term] = await query<TermOption>(
    "calendar.term-by-code",
    `SELECT ${COLUMNS} FROM term WHERE code = $1`,
    [code],
  );
  return term ?? null;
}
