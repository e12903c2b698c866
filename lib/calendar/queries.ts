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

/**
 * The newest terms of all types, newest start first; terms of different types overlap (domain.md 1.2).
 * @param limit rows, at most 200
 */
export async function listRecentTerms(actor: Actor, limit: number): Promise<TermOption[]> {
  authorise(actor, "calendar:read");
  return query<TermOption>(
    "calendar.recent-terms",
    `SELECT id, code, name, term_type AS "termType", start_date AS "startDate", end_date AS "endDate"
        FROM term ORDER BY start_date DESC, code LIMIT $1`,
    [Math.min(limit, 200)],
  );
}
