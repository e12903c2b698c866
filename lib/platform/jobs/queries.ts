import "server-only";
import { type AccountActor, type Actor, authorise, authoriseAny, can } from "@/lib/platform/access/actor";
import type { JobStatus } from "@/lib/platform/db/generated/enums";
import { COUNT_LIMIT, type Page, toPage } from "@/lib/platform/db/paging";
import { query } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors";
import { findJobDefinition, permissionOfRun } from "./define";
import type { JobDto, JobError } from "./schemas";

type Row = {
  id: string;
  name: string;
  lane: string;
  status: JobStatus;
  subject: string | null;
  by: string | null;
  actor: string;
  progress_done: number;
  progress_total: number | null;
  progress_note: string | null;
  attempts: number;
  cancel_requested: boolean;
  error: JobError | null;
  input: unknown;
  result: unknown;
  request_id: string;
  created_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
  seen_at: Date | null;
  account_id: number | null;
};

const SELECT = `
  SELECT r.id, r.name, r.lane, r.status, c.title AS subject, a.display_name AS by, r.actor, r.progress_done,
         r.progress_total, r.progress_note, r.attempts, r.cancel_requested, r.error, r.input, r.result, r.request_id,
         r.created_at, r.started_at, r.finished_at, r.seen_at, r.account_id
    FROM job_run r
    LEFT JOIN account a ON a.id = r.account_id
    LEFT JOIN change_set c ON c.id = (r.input ->> 'changeSetId')::int`;

export type JobFilter = {
  status: readonly JobStatus[];
  name: string | null;
  /** Part of the name of whoever started it. */
  q: string;
  /** Days of the campus, YYYY-MM-DD, both included. */
  from: string | null;
  to: string | null;
  page: number;
  size: number;
};

const WHERE = `
   WHERE (cardinality($1::text[]) = 0 OR r.status::text = ANY ($1)) AND ($2::text IS NULL OR r.name = $2)
     AND ($3::int IS NULL OR r.account_id = $3)
     AND ($4::text = '' OR a.display_name ILIKE '%' || $4 || '%' OR r.name ILIKE '%' || $4 || '%' OR r.request_id = $4)
     AND ($5::date IS NULL OR r.created_at >= $5::date::timestamp AT TIME ZONE 'Asia/Phnom_Penh')
     AND ($6::date IS NULL OR r.created_at < ($6::date + 1)::timestamp AT TIME ZONE 'Asia/Phnom_Penh')`;

/** Runs, newest first: everybody's for `jobs:read`, else one's own. @throws AppError forbidden */
export async function listJobs(actor: AccountActor, filter: JobFilter): Promise<Page<JobDto>> {
  authoriseAny(actor, "jobs:read", "jobs:read_own");
  const own = can(actor, "jobs:read") ? null : actor.accountId;
  const text = filter.q.replace(/[\\%_]/g, "\\$&");
  const values = [filter.status, filter.name, own, text, filter.from, filter.to];
  const [rows, counted] = await Promise.all([
    query<Row>("jobs.list", `${SELECT} ${WHERE} ORDER BY r.created_at DESC, r.id DESC LIMIT $7 OFFSET $8`, [
      ...values,
      filter.size,
      (filter.page - 1) * filter.size,
    ]),
    query<{ n: number }>(
      "jobs.count",
      `SELECT count(*)::int AS n FROM (SELECT FROM job_run r LEFT JOIN account a ON a.id = r.account_id ${WHERE} LIMIT ${COUNT_LIMIT + 1}) found`,
      values,
    ),
  ]);
  return toPage(
    rows.map((row) => toDto(actor, row)),
    counted[0]?.n ?? 0,
    filter.page,
    filter.size,
  );
}

/** Names of the jobs that ever ran, for the filter. */
export async function listJobNames(actor: Actor): Promise<string[]> {
  authoriseAny(actor, "jobs:read", "jobs:read_own");
  const rows = await query<{ name: string }>("jobs.names", "SELECT DISTINCT name FROM job_run ORDER BY name");
  return rows.map((row) => row.name);
}

/**
 * One run: one's own, any with `jobs:read`, and a colleague's where the actor may do what it does, since they look at the
 * same import or change set. Somebody else's is not found. @throws AppError `jobs.not_found`
 */
export async function getJob(actor: AccountActor, id: string): Promise<JobDto> {
  authoriseAny(actor, "jobs:read", "jobs:read_own");
  const [row] = await query<Row>("jobs.get", `${SELECT} WHERE r.id = $1`, [id]);
  if (!row || !mayLook(actor, row)) throw new AppError("not_found", "jobs.not_found");
  return toDto(actor, row);
}

function mayLook(actor: AccountActor, row: Row): boolean {
  if (row.account_id === actor.accountId || can(actor, "jobs:read")) return true;
  const permission = permissionOfRun(row.name, row.input);
  return permission !== undefined && can(actor, permission);
}

/** The actor's runs that wait or run, and those that ended within a day and were not told yet. @throws AppError forbidden */
export async function listMyJobs(actor: AccountActor): Promise<JobDto[]> {
  authorise(actor, "jobs:read_own");
  const rows = await query<Row>(
    "jobs.mine",
    `${SELECT} WHERE r.account_id = $1 AND (r.status IN ('QUEUED', 'RUNNING')
        OR (r.seen_at IS NULL AND r.finished_at > now() - interval '1 day')) ORDER BY r.created_at DESC LIMIT 20`,
    [actor.accountId],
  );
  return rows.map((row) => toDto(actor, row));
}

/**
 * Whether the actor may read what a run works on: names of files, inputs, results. Operators see that a job ran and how
 * it ended, nothing that may name people (domain.md 2.3); what a schedule started holds nothing of anybody.
 */
function mayReadContent(actor: AccountActor, row: Row): boolean {
  if (row.account_id === null || row.account_id === actor.accountId) return true;
  const permission = permissionOfRun(row.name, row.input);
  return can(actor, "change_sets:read") || (permission !== undefined && can(actor, permission));
}

/** The error without the words in it, such as the name of a sheet; figures and the reference stay. */
function withoutWords(error: JobError | null): JobError | null {
  if (!error?.params) return error;
  const params = Object.entries(error.params).map(([name, value]) => [
    name,
    typeof value === "number" ? value : "…",
  ]);
  return { ...error, params: Object.fromEntries(params) };
}

function toDto(actor: AccountActor, row: Row): JobDto {
  const hidden = !mayReadContent(actor, row);
  return {
    id: row.id,
    name: row.name,
    lane: row.lane,
    status: row.status,
    subject: hidden ? null : row.subject,
    href: hidden ? null : hrefOf(row),
    by: row.by ?? (row.actor === "system:schedule" ? null : row.actor),
    done: row.progress_done,
    total: row.progress_total,
    note: row.progress_note,
    attempts: row.attempts,
    cancelRequested: row.cancel_requested,
    restartable:
      (row.status === "FAILED" || row.status === "CANCELLED") &&
      (findJobDefinition(row.name)?.restartable ?? false),
    error: hidden ? withoutWords(row.error) : row.error,
    input: hidden ? null : row.input,
    result: hidden ? null : row.result,
    hidden,
    reference: row.request_id,
    createdAt: row.created_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
    told: row.seen_at !== null,
    accountId: row.account_id,
  };
}

function hrefOf(row: Row): string | null {
  const definition = findJobDefinition(row.name);
  const input = definition?.input.safeParse(row.input);
  return definition?.href && input?.success ? definition.href(input.data as never, row.id) : null;
}
