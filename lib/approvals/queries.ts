import "server-only";
import { type AccountActor, authorise } from "@/lib/platform/access/actor";
import { COUNT_LIMIT, type Page, toPage } from "@/lib/platform/db/paging";
import { pool, query } from "@/lib/platform/db/pool";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { reachedSql, reachKind, visibleSql, waitingSql } from "./access";
import type { ApprovalDto, ApprovalFilter, ApprovalLine } from "./schemas";

const STATUS =
  "CASE WHEN p.status = 'PENDING' AND p.expires_at <= now() THEN 'EXPIRED' ELSE p.status::text END";

const instant = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const LINE = `p.id, p.version, p.kind, ${STATUS} AS status, p.subject_label AS "subjectLabel", p.payload,
  p.amount::text, p.reason, json_build_object('accountId', p.maker_id, 'name', m.display_name) AS maker,
  CASE WHEN p.checker_id IS NOT NULL THEN json_build_object('accountId', p.checker_id, 'name', c.display_name) END AS checker,
  ${instant("p.created_at")} AS "createdAt", ${instant("p.expires_at")} AS "expiresAt",
  ${instant("p.decided_at")} AS "decidedAt", p.decision_reason AS "decisionReason"`;

const FROM = "FROM approval p JOIN account m ON m.id = p.maker_id LEFT JOIN account c ON c.id = p.checker_id";

/** How far the badge counts; beyond it shows "99+". */
export const BADGE_LIMIT = 99;

/** The rows of a tray: its condition, and what of it is shown first. */
function boxSql(actor: AccountActor, box: ApprovalFilter["box"], values: unknown[]): [string, string] {
  switch (box) {
    case "waiting":
      return [waitingSql(actor, values), "p.expires_at, p.id"];
    case "asked":
      return [`p.maker_id = $${values.push(actor.accountId)}`, "p.created_at DESC, p.id DESC"];
    case "decided":
      return [`p.checker_id = $${values.push(actor.accountId)}`, "p.decided_at DESC, p.id DESC"];
    case "all":
      authorise(actor, "approvals:read");
      return ["true", "p.created_at DESC, p.id DESC"];
  }
}

/**
 * A tray of the inbox, a numbered page: what waits for the actor (what dies first stands first), what they asked for,
 * what they decided, or all. @throws AppError forbidden: all of them are for auditors
 */
export async function listApprovals(
  actor: AccountActor,
  filter: ApprovalFilter,
): Promise<Page<ApprovalLine>> {
  const values: unknown[] = [];
  const [box, order] = boxSql(actor, filter.box, values);
  const conditions = [box];
  if (filter.kind) conditions.push(`p.kind = $${values.push(filter.kind)}`);
  if (filter.status) conditions.push(`${STATUS} = $${values.push(filter.status)}`);
  if (filter.search) {
    const search = values.push(filter.search);
    conditions.push(
      `strpos(lower(concat_ws(' ', p.subject_label, m.display_name, c.display_name)), lower($${search})) > 0`,
    );
  }
  const where = conditions.join(" AND ");
  const { page, pageSize } = filter;
  // Not prepared: the text has many shapes, and nobody opens the inbox a hundred times a second.
  const [rows, counts] = await Promise.all([
    pool().query(
      `SELECT ${LINE} ${FROM} WHERE ${where} ORDER BY ${order} LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
      values,
    ),
    pool().query(
      `SELECT count(*) AS n FROM (SELECT 1 ${FROM} WHERE ${where} LIMIT ${COUNT_LIMIT + 1}) f`,
      values,
    ),
  ]);
  return toPage(rows.rows as ApprovalLine[], counts.rows[0].n, page, pageSize);
}

/** What waits for the actor, the next to die first; for the homes. */
export async function listWaiting(actor: AccountActor, limit = 5): Promise<Page<ApprovalLine>> {
  return listApprovals(actor, {
    box: "waiting",
    search: "",
    kind: null,
    status: null,
    page: 1,
    pageSize: limit,
  });
}

/** How many requests wait for the actor, counted to one above BADGE_LIMIT: the badge of the navigation. */
export async function countWaiting(actor: AccountActor): Promise<number> {
  const values: unknown[] = [];
  const where = waitingSql(actor, values);
  const [row] = await query<{ n: number }>(
    `approvals.count_waiting_${reachKind(actor)}`,
    `SELECT count(*) AS n FROM (SELECT 1 FROM approval p WHERE ${where} LIMIT ${BADGE_LIMIT + 1}) f`,
    values,
  );
  return row?.n ?? 0;
}

/** How many requests stand in each tray of the actor, each counted to one above BADGE_LIMIT. */
export async function countBoxes(actor: AccountActor): Promise<{ waiting: number; asked: number }> {
  const values: unknown[] = [];
  const waiting = waitingSql(actor, values);
  const me = values.push(actor.accountId);
  const { rows } = await pool().query<{ waiting: number; asked: number }>(
    `SELECT (SELECT count(*) FROM (SELECT 1 FROM approval p WHERE ${waiting} LIMIT ${BADGE_LIMIT + 1}) f) AS waiting,
            (SELECT count(*) FROM (SELECT 1 FROM approval p WHERE p.maker_id = $${me} AND p.status = 'PENDING'
                                      AND p.expires_at > now() LIMIT ${BADGE_LIMIT + 1}) f) AS asked`,
    values,
  );
  return rows[0] ?? { waiting: 0, asked: 0 };
}

function oneSql(actor: AccountActor, id: number, values: unknown[]): string {
  const reached = reachedSql(actor, values);
  const visible = visibleSql(actor, values);
  return `SELECT ${LINE}, p.subject_id AS "subjectId", p.permission, p.authority_level AS "authorityLevel",
                 ${reached} AS reached ${FROM} WHERE p.id = $${values.push(id)} AND ${visible}`;
}

/**
 * One request. @throws AppError `approvals.not_found`, for an unknown one and one that the actor may not see alike
 */
export async function getApproval(actor: AccountActor, id: number): Promise<ApprovalDto> {
  const values: unknown[] = [];
  const { rows } = await pool().query<ApprovalDto>(oneSql(actor, id, values), values);
  return rows[0] ?? notFound();
}

/**
 * Locks a request for the rest of the transaction and reads it as it is then; whoever comes second waits and sees
 * what the first one did. @throws AppError `approvals.not_found`
 */
export async function lockApproval(tx: Tx, actor: AccountActor, id: number): Promise<ApprovalDto> {
  await tx.$executeRaw`SELECT 1 FROM approval WHERE id = ${id} FOR NO KEY UPDATE`;
  const values: unknown[] = [];
  const sql = oneSql(actor, id, values);
  const [row] = await tx.$queryRawUnsafe<ApprovalDto[]>(sql, ...values);
  return row ?? notFound();
}

function notFound(): never {
  throw new AppError("not_found", "approvals.not_found");
}
