import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import type { AccessRow } from "@/lib/platform/access-log/schemas";
import type { AccessLogParams } from "@/lib/platform/access-log/search-params";
import { campusInstant } from "@/lib/platform/dates/campus";
import { addDays } from "@/lib/platform/dates/day";
import { Conditions, containing } from "@/lib/platform/db/conditions";
import { COUNT_LIMIT, type Page, toPage } from "@/lib/platform/db/paging";
import { queryPlanned } from "@/lib/platform/db/pool";
import { streamRows } from "@/lib/platform/db/stream-rows";

/** What the log is narrowed by; `subjectId` is the person behind the student number. */
export type AccessFilter = Omit<AccessLogParams, "page" | "size" | "student"> & { subjectId: number | null };

/** Every access to one person's record. */
export const OF_SUBJECT = { who: null, account: null, what: null, from: null, to: null } as const;

type Row = Omit<AccessRow, "at"> & { at: Date };

const COLUMNS = `e.id, e.at, e.account_id AS "accountId", coalesce(a.display_name, 'account:' || e.account_id) AS by, e.role,
  e.subject_id AS "subjectId", e.what, e.target, e.records, e.request_id AS "requestId", e.ip`;
const ACCOUNT = "LEFT JOIN account a ON a.id = e.account_id";

function conditions(filter: AccessFilter): Conditions {
  const found = new Conditions();
  if (filter.who) {
    const pattern = found.bind(containing(filter.who));
    found.add(
      `e.account_id IN (SELECT id FROM account WHERE display_name ILIKE ${pattern} OR email::text ILIKE ${pattern})`,
    );
  }
  if (filter.account !== null) found.add(`e.account_id = ${found.bind(filter.account)}`);
  if (filter.subjectId !== null) found.add(`e.subject_id = ${found.bind(filter.subjectId)}`);
  if (filter.what) found.add(`e.what = ${found.bind(filter.what)}`);
  if (filter.from) found.add(`e.at >= ${found.bind(campusInstant(filter.from))}`);
  if (filter.to) found.add(`e.at < ${found.bind(campusInstant(addDays(filter.to, 1)))}`);
  return found;
}

/**
 * A page of the access log, newest first, counted to 10,000: who opened or took out which record.
 * @throws AppError forbidden without access_log:read
 */
export async function listAccesses(
  actor: Actor,
  filter: AccessFilter & { page: number; size: number },
): Promise<Page<AccessRow>> {
  authorise(actor, "access_log:read");
  const { where, values } = conditions(filter).done();
  const { page, size } = filter;
  const [rows, counted] = await Promise.all([
    queryPlanned<Row>(
      `SELECT ${COLUMNS}
         FROM (SELECT * FROM record_access e WHERE ${where} ORDER BY e.at DESC, e.id DESC
                LIMIT $${values.length + 1} OFFSET $${values.length + 2}) e ${ACCOUNT}
        ORDER BY e.at DESC, e.id DESC`,
      [...values, size, (page - 1) * size],
    ),
    queryPlanned<{ n: number }>(
      `SELECT count(*) AS n FROM (SELECT 1 FROM record_access e WHERE ${where} LIMIT ${COUNT_LIMIT + 1}) AS capped`,
      values,
    ),
  ]);
  return toPage(rows.map(toRow), counted[0]?.n ?? 0, page, size);
}

/** All entries of a filter as a stream, newest first, for the CSV file. @throws AppError forbidden without access_log:read */
export async function* streamAccesses(actor: Actor, filter: AccessFilter): AsyncGenerator<AccessRow> {
  authorise(actor, "access_log:read");
  const { where, values } = conditions(filter).done();
  const text = `SELECT ${COLUMNS} FROM record_access e ${ACCOUNT} WHERE ${where} ORDER BY e.at DESC, e.id DESC`;
  for await (const row of streamRows<Row>(text, values)) yield toRow(row);
}

function toRow({ at, ...row }: Row): AccessRow {
  return { ...row, at: at.toISOString() };
}
