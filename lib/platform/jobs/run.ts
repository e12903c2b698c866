import "server-only";
import { query } from "@/lib/platform/db/pool";
import { isAppError } from "@/lib/platform/errors";
import { withContext } from "@/lib/platform/observability/context";
import { logger } from "@/lib/platform/observability/logger";
import { metrics } from "@/lib/platform/observability/metrics";
import { jobContext } from "./context";
import { JobCancelled, type JobDefinition, type JobWork } from "./define";

export type RegisteredJob = {
  definition: JobDefinition;
  load: () => Promise<{ work: JobWork<JobDefinition> }>;
};

/** One claim of a job as the queue hands it over. */
export type Claim = {
  id: string;
  name: string;
  lane: string;
  signal: AbortSignal;
  /** False on the last try: an unexpected failure is then final. */
  mayRetry: boolean;
};

type RunRow = {
  id: string;
  name: string;
  input: unknown;
  account_id: number | null;
  request_id: string;
  cancel_requested: boolean;
};

/**
 * Runs one claimed job to its end and writes that end into its job_run. Returns normally when the queue
 * should forget the job (done, refused, cancelled) and throws when the queue should try it again.
 */
export async function runJob(job: RegisteredJob | undefined, claim: Claim): Promise<void> {
  const run = await begin(claim);
  if (!run) return;
  await withContext({ requestId: run.request_id, actor: `system:job:${run.name}` }, async () => {
    if (run.cancel_requested) return finish(run.id, "CANCELLED", {});
    if (!job) return finish(run.id, "FAILED", { error: { code: "jobs.unknown_job" } });
    const started = Date.now();
    try {
      const input = job.definition.input.parse(run.input) as never;
      const { work } = await job.load();
      const context = jobContext({ id: run.id, name: run.name, accountId: run.account_id }, claim.signal);
      const result = await work(input, context);
      await finish(run.id, "SUCCEEDED", { result: result ?? {} });
      logger.info({ job: run.name, jobRunId: run.id, ms: Date.now() - started }, "job done");
    } catch (error) {
      await settle(run, claim, error);
    }
  });
}

/** Marks the run as started; makes the row for a job that a schedule put into the queue. */
async function begin(claim: Claim): Promise<RunRow | undefined> {
  const rows = await query<RunRow>(
    "jobs.begin",
    `INSERT INTO job_run (id, name, lane, status, input, actor, request_id, started_at, attempts)
     VALUES ($1, $2, $3, 'RUNNING', '{}', $4, $5, now(), 1)
     ON CONFLICT (id) DO UPDATE
        SET status = 'RUNNING', started_at = now(), finished_at = NULL, error = NULL,
            progress_done = 0, progress_total = NULL, progress_note = NULL, attempts = job_run.attempts + 1
      WHERE job_run.status IN ('QUEUED', 'RUNNING')
     RETURNING id, name, input, account_id, request_id, cancel_requested`,
    [claim.id, claim.name, claim.lane, "system:schedule", claim.id],
  );
  return rows[0];
}

async function settle(run: RunRow, claim: Claim, error: unknown): Promise<void> {
  if (error instanceof JobCancelled) return finish(run.id, "CANCELLED", {});
  const passing = isAppError(error) && (error.kind === "unavailable" || error.kind === "read_only");
  if (isAppError(error) && !(passing && claim.mayRetry)) {
    logger.info({ job: run.name, jobRunId: run.id, code: error.code }, "job refused");
    return finish(run.id, "FAILED", { error: { code: error.code, params: error.params ?? {} } });
  }
  const details = { code: "jobs.internal", reference: run.request_id };
  logger.error({ job: run.name, jobRunId: run.id, err: error, again: claim.mayRetry }, "job failed");
  if (!claim.mayRetry) {
    metrics().jobFailures.inc({ job: run.name });
    return finish(run.id, "FAILED", { error: details });
  }
  await finish(run.id, "QUEUED", { error: details });
  // The queue keeps what it is told: a reference, not a text that may hold somebody's data.
  throw new Error(`job failed, reference ${run.request_id}`);
}

type End = { result?: unknown; error?: unknown };

async function finish(id: string, status: string, end: End): Promise<void> {
  await query(
    "jobs.finish",
    `UPDATE job_run
        SET status = $2::text::job_status, result = $3::jsonb, error = $4::jsonb,
            progress_done = CASE WHEN $2::text = 'SUCCEEDED' THEN coalesce(progress_total, progress_done) ELSE progress_done END,
            finished_at = CASE WHEN $2::text = 'QUEUED' THEN NULL ELSE now() END
      WHERE id = $1 AND status = 'RUNNING'`,
    [id, status, json(end.result), json(end.error)],
  );
}

function json(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
