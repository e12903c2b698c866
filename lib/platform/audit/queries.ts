import "server-only";
import { type Actor, authorise, authoriseAny } from "@/lib/platform/access/actor";
import { joinAccount } from "@/lib/platform/audit/actor-account";
import type { AuditParams } from "@/lib/platform/audit/search-params";
import { type ColumnSight, withSight } from "@/lib/platform/audit/sight";
import { campusInstant } from "@/lib/platform/dates/campus";
import { addDays } from "@/lib/platform/dates/day";
import { COUNT_LIMIT, type Page, toPage } from "@/lib/platform/db/paging";
import { query } from "@/lib/platform/db/pool";
import { streamRows } from "@/lib/platform/db/stream-rows";

/** One entry of the audit log. `by` is the display name of the account, else the label of the actor. */
export type AuditEntry = {
  id: number;
  /** ISO instant */
  at: string;
  actor: string;
  by: string;
  requestId: string | null;
  reason: string | null;
  changeSetId: number | null;
  table: string;
  record: string | null;
  subjectId: number | null;
  operation: string;
  old: Record<string, unknown> | null;
  new: Record<string, unknown> | null;
  /** Columns whose values the reader may not see and are left out. */
  hidden?: number;
};

/** What the log is filtered by; `subjectId` is the person behind the student number. */
export type AuditFilter = Omit<AuditParams, "page" | "size" | "student"> & {
  subjectId: number | null;
  /** Tables that are left out. */
  without?: string[];
  /** Only entries of these rows. */
  rows?: RecordRows[];
};

/** Rows of a table by the key under which the audit knows them. */
export type RecordRows = { table: string; keys: (number | string)[] };

type Row = Omit<AuditEntry, "at"> & { at: Date };

const COLUMNS = `e.id, e.at, e.actor, coalesce(a.display_name, e.actor) AS by, e.request_id AS "requestId", e.reason,
  e.change_set_id AS "changeSetId", e.table_name AS "table", e.row_key AS record, e.subject_id AS "subjectId",
  e.operation, e.old, e.new`;
const ACCOUNT = joinAccount("e.actor");

function toEntry({ at, ...row }: Row, sight: ColumnSight): AuditEntry {
  return withSight({ ...row, at: at.toISOString() }, sight);
}

/**
 * Labels of the accounts `a` that match, and of the jobs that worked on their behalf. The labels of jobs are found by
 * hops through the index of actors: there are few, and millions of entries.
 */
function labelsOf(match: string): string {
  const next = (after: string) =>
    `(SELECT actor FROM audit.entry WHERE actor > ${after} AND actor < 'system:job;' ORDER BY actor LIMIT 1)`;
  return `WITH RECURSIVE job AS (
      SELECT ${next("'system:job:'")} AS actor
      UNION ALL SELECT ${next("job.actor")} FROM job WHERE job.actor IS NOT NULL)
    SELECT 'account:' || a.id FROM account a WHERE ${match}
    UNION ALL SELECT job.actor FROM job ${joinAccount("job.actor")} WHERE job.actor IS NOT NULL AND (${match})`;
}

function like(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}

/** Conditions over the alias e; `key` names their shape. */
function conditions(filter: AuditFilter, values: unknown[]): { key: string; where: string } {
  const bind = (value: unknown) => `$${values.push(value)}`;
  const parts: [name: string, condition: string][] = [];
  if (filter.who) {
    const pattern = bind(like(filter.who));
    parts.push([
      "who",
      `e.actor = ANY (ARRAY(${labelsOf(`a.display_name ILIKE ${pattern} OR a.email::text ILIKE ${pattern}`)})
         || ${bind(filter.who)}::text)`,
    ]);
  }
  if (filter.table) parts.push(["table", `e.table_name = ${bind(filter.table)}`]);
  if (filter.record) parts.push(["record", `e.row_key = ${bind(filter.record)}`]);
  if (filter.subjectId !== null) parts.push(["subject", `e.subject_id = ${bind(filter.subjectId)}`]);
  if (filter.without) parts.push(["without", `e.table_name <> ALL(${bind(filter.without)}::text[])`]);
  if (filter.rows) {
    const pairs = filter.rows.flatMap(({ table, keys }) => keys.map((key) => ({ table, key: String(key) })));
    parts.push([
      "rows",
      `(e.table_name, e.row_key) IN (SELECT * FROM unnest(${bind(pairs.map((pair) => pair.table))}::text[],
         ${bind(pairs.map((pair) => pair.key))}::text[]))`,
    ]);
  }
  if (filter.from) parts.push(["from", `e.at >= ${bind(campusInstant(filter.from))}`]);
  if (filter.to) parts.push(["to", `e.at < ${bind(campusInstant(addDays(filter.to, 1)))}`]);
  if (filter.request) parts.push(["request", `e.request_id = ${bind(filter.request)}`]);
  if (filter.reason) parts.push(["reason", `e.reason ILIKE ${bind(like(filter.reason))}`]);
  if (filter.operation.length > 0)
    parts.push(["operation", `e.operation = ANY(${bind(filter.operation)}::text[])`]);
  return {
    key: parts.map(([name]) => name).join(" ") || "all",
    where: parts.map(([, condition]) => condition).join(" AND ") || "true",
  };
}

/**
 * A page of the audit log, newest first, counted to 10,000, in one statement. Values that the actor may not see of a
 * person (`sight`) are left out.
 * @throws AppError forbidden without audit:read
 */
export async function listAuditEntries(
  actor: Actor,
  filter: AuditFilter & { page: number; size: number },
  sight: ColumnSight,
): Promise<Page<AuditEntry>> {
  authorise(actor, "audit:read");
  return readPage("platform.audit", filter, filter.page, filter.size, sight);
}

async function readPage(
  name: string,
  filter: AuditFilter,
  page: number,
  size: number,
  sight: ColumnSight,
): Promise<Page<AuditEntry>> {
  const values: unknown[] = [];
  const { key, where } = conditions(filter, values);
  const limit = values.push(size);
  const offset = values.push((page - 1) * size);
  const rows = await query<Row & { total: number }>(
    `${name} ${key}`,
    `WITH total AS (
       SELECT count(*) AS n FROM (SELECT 1 FROM audit.entry e WHERE ${where} LIMIT ${COUNT_LIMIT + 1}) AS capped),
     page AS (SELECT e.* FROM audit.entry e WHERE ${where} ORDER BY e.at DESC, e.id DESC LIMIT $${limit} OFFSET $${offset})
     SELECT total.n AS total, ${COLUMNS}
       FROM total LEFT JOIN (page e ${ACCOUNT}) ON true
      ORDER BY e.at DESC, e.id DESC`,
    values,
  );
  const found = rows.filter((row) => row.id !== null).map(({ total: _, ...row }) => toEntry(row, sight));
  return toPage(found, rows[0]?.total ?? 0, page, size);
}

/** All entries of a filter as a stream, newest first, for the CSV file. @throws AppError forbidden without audit:read */
export async function* streamAuditEntries(
  actor: Actor,
  filter: AuditFilter,
  sight: ColumnSight,
): AsyncGenerator<AuditEntry> {
  authorise(actor, "audit:read");
  const values: unknown[] = [];
  const { where } = conditions(filter, values);
  const text = `SELECT ${COLUMNS} FROM audit.entry e ${ACCOUNT} WHERE ${where} ORDER BY e.at DESC, e.id DESC`;
  for await (const row of streamRows<Row>(text, values)) yield toEntry(row, sight);
}

/** Names that stand in the log: tables and events. A walk over the index instead of over every entry. */
export async function listAuditTables(actor: Actor): Promise<string[]> {
  authorise(actor, "audit:read");
  const rows = await query<{ name: string }>(
    "platform.audit-tables",
    `WITH RECURSIVE names AS (
       (SELECT table_name AS name FROM audit.entry ORDER BY table_name LIMIT 1)
       UNION ALL
       SELECT (SELECT table_name FROM audit.entry WHERE table_name > names.name ORDER BY table_name LIMIT 1)
         FROM names WHERE names.name IS NOT NULL)
     SELECT name FROM names WHERE name IS NOT NULL`,
  );
  return rows.map((row) => row.name);
}

const NOTHING = {
  who: null,
  table: null,
  record: null,
  from: null,
  to: null,
  request: null,
  reason: null,
  operation: [],
};

/** Logs that repeat what the row beside them says. */
const TOLD_TWICE = ["student_status_change"];

/**
 * The history of one person, newest first, for the tab of the record. Who may call it for whom is the caller's to
 * decide: the domain has loaded the record through its scope before.
 * @throws AppError forbidden without audit:read_history or audit:read
 */
export async function listHistory(
  actor: Actor,
  subjectId: number,
  page: number,
  size: number,
  sight: ColumnSight,
): Promise<Page<AuditEntry>> {
  authoriseAny(actor, "audit:read_history", "audit:read");
  return readPage("platform.history", { ...NOTHING, subjectId, without: TOLD_TWICE }, page, size, sight);
}

/**
 * The history of a record that is no person: of its row and the rows that belong to it, newest first. Who may call it
 * for what is the caller's to decide, as with listHistory.
 * @throws AppError forbidden without audit:read_history or audit:read
 */
export async function listRecordHistory(
  actor: Actor,
  rows: RecordRows[],
  page: number,
  size: number,
  sight: ColumnSight,
): Promise<Page<AuditEntry>> {
  authoriseAny(actor, "audit:read_history", "audit:read");
  return readPage("platform.history", { ...NOTHING, subjectId: null, rows }, page, size, sight);
}
