import "server-only";
import { type Actor, authorise, systemActor } from "@/lib/platform/access/actor";
import { type ColumnSight, withSight } from "@/lib/platform/audit/sight";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { COUNT_LIMIT, type Page, toPage } from "@/lib/platform/db/paging";
import { query } from "@/lib/platform/db/pool";
import { db } from "@/lib/platform/db/prisma";
import { AppError } from "@/lib/platform/errors";
import { openFile } from "@/lib/platform/storage/files";
import { fromJsonLines } from "@/lib/platform/storage/json-lines";
import type { ChangedRow, ChangeSetDto, LeftRecord, Outcome, Preview } from "./schemas";
import { trueStatus, UNDER_WAY } from "./state";

const listed = {
  id: true,
  kind: true,
  title: true,
  status: true,
  version: true,
  createdById: true,
  jobRunId: true,
  preview: true,
  outcome: true,
  createdAt: true,
  previewedAt: true,
  appliedAt: true,
  undoneAt: true,
} satisfies Prisma.ChangeSetSelect;

type Row = Prisma.ChangeSetGetPayload<{ select: typeof listed }>;
type Filter = { kind?: string; status?: Row["status"]; page: number; pageSize: number };

/** Sets by kind and by the status that is true (state.ts, trueStatus), which the state of its job decides. */
const MATCHING = `
  FROM change_set c LEFT JOIN job_run j ON j.id = c.job_run_id
 WHERE ($1::text IS NULL OR c.kind = $1)
   AND ($2::text IS NULL OR $2 = CASE WHEN j.id IS NULL OR j.status IN ('FAILED', 'CANCELLED')
                                      THEN coalesce($3::jsonb ->> c.status::text, c.status::text)
                                      ELSE c.status::text END)`;

/** Change sets, newest first; by status as it is shown. @throws AppError forbidden */
export async function listChangeSets(actor: Actor, filter: Filter): Promise<Page<ChangeSetDto>> {
  authorise(actor, "change_sets:read");
  const { page, pageSize } = filter;
  const values = [filter.kind ?? null, filter.status ?? null, JSON.stringify(UNDER_WAY)];
  const [found, counted] = await Promise.all([
    query<{ id: number }>(
      "change_sets.list",
      `SELECT c.id ${MATCHING} ORDER BY c.id DESC LIMIT $4 OFFSET $5`,
      [...values, pageSize, (page - 1) * pageSize],
    ),
    query<{ n: number }>(
      "change_sets.count",
      `SELECT count(*)::int AS n FROM (SELECT 1 ${MATCHING} LIMIT ${COUNT_LIMIT + 1}) capped`,
      values,
    ),
  ]);
  const ids = found.map((row) => row.id);
  const rows = await db().changeSet.findMany({
    where: { id: { in: ids } },
    select: listed,
    orderBy: { id: "desc" },
  });
  return toPage(await complete(rows), counted[0]?.n ?? 0, page, pageSize);
}

/** One change set with its input. @throws AppError `change_sets.not_found`, forbidden */
export async function getChangeSet(actor: Actor, id: number): Promise<ChangeSetDto> {
  authorise(actor, "change_sets:read");
  const row = await db().changeSet.findUnique({ where: { id }, select: { ...listed, input: true } });
  const [dto] = row ? await complete([row]) : [];
  if (!row || !dto) throw new AppError("not_found", "change_sets.not_found");
  return { ...dto, input: row.input };
}

async function complete(rows: Row[]): Promise<ChangeSetDto[]> {
  const jobIds = rows.flatMap((row) => row.jobRunId ?? []);
  const [accounts, jobs] = await Promise.all([
    db().account.findMany({
      where: { id: { in: rows.map((row) => row.createdById) } },
      select: { id: true, displayName: true },
    }),
    db().jobRun.findMany({ where: { id: { in: jobIds } }, select: { id: true, status: true } }),
  ]);
  const names = new Map(accounts.map((account) => [account.id, account.displayName]));
  const statuses = new Map(jobs.map((job) => [job.id, job.status]));
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    title: row.title,
    status: trueStatus(row.status, statuses.get(row.jobRunId ?? "") ?? null),
    version: row.version,
    input: null,
    preview: row.preview as unknown as Preview | null,
    outcome: row.outcome as unknown as Outcome | null,
    createdBy: { accountId: row.createdById, name: names.get(row.createdById) ?? "" },
    jobRunId: row.jobRunId,
    createdAt: row.createdAt.toISOString(),
    previewedAt: row.previewedAt?.toISOString() ?? null,
    appliedAt: row.appliedAt?.toISOString() ?? null,
    undoneAt: row.undoneAt?.toISOString() ?? null,
  }));
}

type DiffFilter = { table?: string; page: number; pageSize: number };

/**
 * Changed rows of a set, in the order of the run: the audit itself once applied, the kept sample before; without the
 * values that the actor may not see of a person (`sight`).
 */
export async function listChangedRows(
  actor: Actor,
  set: ChangeSetDto,
  filter: DiffFilter,
  sight: ColumnSight,
): Promise<Page<ChangedRow>> {
  authorise(actor, "change_sets:read");
  const page = await changedRows(actor, set, filter);
  return { ...page, rows: page.rows.map((row) => withSight(row, sight)) };
}

async function changedRows(actor: Actor, set: ChangeSetDto, filter: DiffFilter): Promise<Page<ChangedRow>> {
  if (set.outcome) return appliedRows(set.id, set.outcome, filter);
  const sample = set.preview?.sampleFileId
    ? await readLines<ChangedRow>(actor, set.preview.sampleFileId)
    : [];
  return slice(filter.table ? sample.filter((row) => row.table === filter.table) : sample, filter);
}

async function appliedRows(id: number, outcome: Outcome, filter: DiffFilter): Promise<Page<ChangedRow>> {
  const { table, page, pageSize } = filter;
  const total = outcome.counts
    .filter((count) => !table || count.table === table)
    .reduce((sum, count) => sum + count.rows, 0);
  const rows = await db().$queryRaw<ChangedRow[]>`
    SELECT table_name AS "table", row_key AS key, operation, subject_id AS "subjectId", old, new
      FROM audit.entry
     WHERE change_set_id = ${id} AND id <= ${outcome.lastEntry} AND table_name <> 'change_set'
       AND operation IN ('INSERT', 'UPDATE', 'DELETE') AND (${table ?? null}::text IS NULL OR table_name = ${table ?? null})
     ORDER BY id OFFSET ${(page - 1) * pageSize} LIMIT ${pageSize}`;
  return { rows, page, pageSize, total, totalIsExact: true };
}

/** Records that an undo left as they are, with the reason. */
export async function listLeftRecords(
  actor: Actor,
  set: ChangeSetDto,
  filter: { page: number; pageSize: number },
): Promise<Page<LeftRecord>> {
  authorise(actor, "change_sets:read");
  const id = set.outcome?.undo?.leftFileId;
  return slice(id ? await readLines<LeftRecord>(actor, id) : [], filter);
}

/**
 * All lines of a file that a run of a set wrote; one whose days are over reads as empty.
 * @throws AppError forbidden
 */
export async function readLines<T>(actor: Actor, id: string): Promise<T[]> {
  authorise(actor, "change_sets:read");
  try {
    const { stream } = await openFile(systemActor("change-sets"), id);
    const rows: T[] = [];
    for await (const row of fromJsonLines<T>(stream)) rows.push(row);
    return rows;
  } catch (error) {
    if (error instanceof AppError && error.kind === "not_found") return [];
    throw error;
  }
}

function slice<T>(rows: T[], { page, pageSize }: { page: number; pageSize: number }): Page<T> {
  return {
    rows: rows.slice((page - 1) * pageSize, page * pageSize),
    page,
    pageSize,
    total: rows.length,
    totalIsExact: true,
  };
}
