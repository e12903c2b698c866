import "server-only";
import { TERM_NAME } from "@/lib/calendar/queries";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import { query } from "@/lib/platform/db/pool";
import type { Bilingual } from "@/lib/platform/i18n/names";
import type { TermType } from "../schemas";

/** A term from which, or into which, classes can be copied. */
export type OfferingTerm = {
  code: string;
  name: Bilingual;
  termType: TermType;
  start: Day;
  /** Not over: classes can be copied into it. */
  open: boolean;
  /** Classes that are not cancelled. */
  classes: number;
};

/** Terms of the last two years and those to come, the newest first. @throws AppError forbidden */
export async function listOfferingTerms(actor: Actor): Promise<OfferingTerm[]> {
  authorise(actor, "classes:read");
  return query<OfferingTerm>(
    "classes.offering-terms",
    `SELECT t.code, ${TERM_NAME} AS name, t.term_type AS "termType", t.start_date::text AS start,
            t.is_active AND t.end_date >= $1::date AS open,
            (SELECT count(*)::integer FROM class c WHERE c.term_id = t.id AND c.status <> 'CANCELLED') AS classes
       FROM term t WHERE t.end_date > $1::date - 731 ORDER BY t.start_date DESC, t.code LIMIT 80`,
    [campusToday()],
  );
}
