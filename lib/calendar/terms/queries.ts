import "server-only";
import { cache } from "react";
import { TERM_NAME } from "@/lib/calendar/queries";
import type { TermRecord } from "@/lib/calendar/schemas";
import type { TermListState } from "@/lib/calendar/search-params";
import type { TermType } from "@/lib/calendar/term-days";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { type Page, toPage } from "@/lib/platform/db/paging";
import { query } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors";

/** Columns of a TermRecord over the alias `t`. */
export const TERM_COLUMNS = `t.id, t.version, t.code, ${TERM_NAME} AS name, t.term_type AS "termType",
  t.start_date AS "startDate", t.end_date AS "endDate", t.registration_opens_on AS "registrationOpensOn",
  t.registration_closes_on AS "registrationClosesOn", t.discount_end_date AS "discountEndDate",
  t.add_deadline AS "addDeadline", t.drop_deadline AS "dropDeadline", t.payment_deadline AS "paymentDeadline",
  t.ba_cohort_number AS "baCohortNumber", t.ma_cohort_number AS "maCohortNumber", t.is_active AS "isActive"`;

/** Periods as conditions; $1 is today. */
const WHEN: Record<TermListState["when"], string> = {
  open: "t.end_date >= $1::date",
  now: "t.start_date <= $1::date AND t.end_date >= $1::date",
  coming: "t.start_date > $1::date",
  over: "t.end_date < $1::date",
  all: "$1::date IS NOT NULL",
};

/** One numbered page of terms. @throws AppError forbidden */
export async function listTerms(actor: Actor, state: TermListState): Promise<Page<TermRecord>> {
  authorise(actor, "calendar:read");
  const values: unknown[] = [campusToday(), state.type];
  const conditions = [WHEN[state.when], "($2::text IS NULL OR t.term_type::text = $2)"];
  for (const word of state.q.trim().split(/\s+/).filter(Boolean).slice(0, 5)) {
    const like = `$${values.push(`%${word.replace(/[\\%_]/g, "\\$&")}%`)}`;
    conditions.push(`(t.code ILIKE ${like} OR t.name ILIKE ${like} OR t.name_km ILIKE ${like})`);
  }
  const way = state.sort.direction === "desc" ? "DESC" : "ASC";
  const order = {
    start: `t.start_date ${way}, t.code`,
    code: `t.code ${way}`,
    end: `t.end_date ${way}, t.code`,
  };
  const where = conditions.join(" AND ");
  const limit = values.push(state.size);
  const offset = values.push((state.page - 1) * state.size);
  const rows = await query<TermRecord & { counted: number }>(
    "",
    `SELECT ${TERM_COLUMNS}, count(*) OVER ()::integer AS counted FROM term t WHERE ${where}
      ORDER BY ${order[state.sort.column]} LIMIT $${limit} OFFSET $${offset}`,
    values,
  );
  return toPage(rows, rows[0]?.counted ?? 0, state.page, state.size);
}

/** One term by its code. @throws AppError not_found `calendar.term_not_found`, forbidden */
export const getTerm = cache(async (actor: Actor, code: string): Promise<TermRecord> => {
  authorise(actor, "calendar:read");
  const [row] = await query<TermRecord>(
    "calendar.term",
    `SELECT ${TERM_COLUMNS} FROM term t WHERE t.code = $1`,
    [code],
  );
  if (!row) throw new AppError("not_found", "calendar.term_not_found");
  return row;
});

/** The last terms of a type by their start, from which the next one is derived. */
export async function listLastTerms(actor: Actor, type: TermType): Promise<TermRecord[]> {
  authorise(actor, "calendar:read");
  return query<TermRecord>(
    "calendar.last-terms",
    `SELECT ${TERM_COLUMNS} FROM term t WHERE t.term_type::text = $1 ORDER BY t.start_date DESC LIMIT 2`,
    [type],
  );
}

export type TermNeighbour = { code: string; name: TermRecord["name"] };

/** The terms of the same type before and after one. */
export async function listNeighbours(
  actor: Actor,
  { termType, startDate }: Pick<TermRecord, "termType" | "startDate">,
): Promise<{ before: TermNeighbour | null; after: TermNeighbour | null }> {
  authorise(actor, "calendar:read");
  const rows = await query<TermNeighbour & { later: boolean }>(
    "calendar.term-neighbours",
    `(SELECT t.code, ${TERM_NAME} AS name, false AS later FROM term t
       WHERE t.term_type::text = $1 AND t.start_date < $2::date ORDER BY t.start_date DESC LIMIT 1)
     UNION ALL
     (SELECT t.code, ${TERM_NAME}, true FROM term t
       WHERE t.term_type::text = $1 AND t.start_date > $2::date ORDER BY t.start_date LIMIT 1)`,
    [termType, startDate],
  );
  const find = (later: boolean) => rows.find((row) => row.later === later) ?? null;
  return { before: find(false), after: find(true) };
}
