import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import "@/lib/operations/job-definitions";
import type { AccountActor } from "@/lib/platform/access/actor";
import { writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { cancelJobCommand, markSeenCommand, retryJobCommand } from "@/lib/platform/jobs/commands";
import { defineJob, type JobContext } from "@/lib/platform/jobs/define";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { forgetOldRuns } from "@/lib/platform/jobs/jobs";
import { getJob, listJobs, listMyJobs } from "@/lib/platform/jobs/queries";
import { endLostRuns } from "@/lib/platform/jobs/reconcile";
import { type RegisteredJob, runJob } from "@/lib/platform/jobs/run";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";
import { freshQueue, getRun, runWaitingJobs } from "@/tests/setup/run-jobs";

let database: TestDatabase;
let actor: AccountActor;
let colleague: AccountActor;
let operator: AccountActor;

beforeAll(async () => {
  database = await createTestDatabase();
  await freshQueue();
  actor = accountActor({ accountId: (await makeAccount(database.pool)).id });
  colleague = accountActor({ accountId: (await makeAccount(database.pool)).id });
  operator = accountActor({
    accountId: (await makeAccount(database.pool, { role: "operator" })).id,
    role: "operator",
  });
});
afterAll(() => database.close());

const put = (who = actor, uniqueKey?: string) =>
  writeTx(who, {}, (tx) => enqueue(tx, forgetOldRuns, {}, { actor: who, uniqueKey }));
const queued = async (id: string) =>
  (await database.pool.query("SELECT state FROM pgboss.job WHERE id = $1", [id])).rows[0]?.state;
const all = { status: [], name: null, q: "", from: null, to: null, page: 1, size: 50 };

describe("a job exists when its data does", () => {
  test("both commit together, or neither does", async () => {
    const { jobRunId } = await put();
    expect(await queued(jobRunId)).toBe("created");
    let lost = "";
    await writeTx(actor, {}, async (tx) => {
      lost = (await enqueue(tx, forgetOldRuns, {}, { actor })).jobRunId;
      throw new Error("the command failed");
    }).catch(() => undefined);
    expect(await queued(lost)).toBeUndefined();
    await expect(getRun(lost)).rejects.toThrow("no run");
    expect(await runWaitingJobs()).toMatchObject([
      { id: jobRunId, status: "SUCCEEDED", result: { removed: 0 } },
    ]);
  });

  test("with a unique key only one waits or runs", async () => {
    const first = await put(actor, "once");
    expect(await put(actor, "once")).toEqual(first);
    await runWaitingJobs();
    expect(await put(actor, "once")).not.toEqual(first);
    await runWaitingJobs();
  });
});

describe("how a run ends", () => {
  const definition = defineJob({ name: "test.try", input: z.object({}), retryLimit: 1 });
  const job = (work: (context: JobContext) => Promise<unknown>): RegisteredJob => ({
    definition: definition as unknown as RegisteredJob["definition"],
    load: async () => ({ work: (_input, context) => work(context) }),
  });
  async function run(work: (context: JobContext) => Promise<unknown>, mayRetry = false) {
    const { jobRunId: id } = await writeTx(actor, {}, (tx) => enqueue(tx, definition, {}, { actor }));
    const claim = { id, name: "test.try", lane: "quick", signal: new AbortController().signal, mayRetry };
    const thrown = await runJob(job(work), claim).then(
      () => null,
      (error: Error) => error.message,
    );
    return { thrown, run: await getRun(id), id, claim };
  }

  test("an expected error is kept by its code and not tried again", async () => {
    const { thrown, run: ended } = await run(async () => {
      throw new AppError("refused", "people.number_taken", { params: { number: 7 } });
    }, true);
    expect(thrown).toBeNull();
    expect(ended).toMatchObject({
      status: "FAILED",
      error: { code: "people.number_taken", params: { number: 7 } },
    });
  });

  test("an unexpected one is tried again, then ends with a reference and nothing of the inside", async () => {
    const {
      thrown,
      run: waiting,
      id,
      claim,
    } = await run(async () => {
      throw new Error("SOK DARA, 012 345 678");
    }, true);
    expect(thrown).toMatch(/^job failed, reference [\w-]+$/);
    expect(waiting).toMatchObject({ status: "QUEUED", error: { code: "jobs.internal" } });
    await runJob(
      job(async () => Promise.reject(new Error("again"))),
      { ...claim, mayRetry: false },
    );
    const ended = await getRun(id);
    expect(ended.status).toBe("FAILED");
    expect(JSON.stringify(ended)).not.toMatch(/SOK|again/);
  });

  test("progress is seen while the work's transaction is open, and carries on whose behalf it works", async () => {
    const { run: ended } = await run(async (context) => {
      expect(context.actor.name).toBe(`job:test.try@account:${actor.accountId}`);
      return writeTx(context.actor, {}, async () => {
        await context.progress(3, 10, "reading");
        const { rows } = await database.pool.query(
          "SELECT progress_done, progress_total, progress_note FROM job_run WHERE id = $1",
          [context.jobRunId],
        );
        return rows[0];
      });
    });
    expect(ended).toMatchObject({
      status: "SUCCEEDED",
      result: { progress_done: 3, progress_total: 10, progress_note: "reading" },
    });
  });

  test("a run that the queue no longer knows is ended, so that nobody waits for ever", async () => {
    const { jobRunId } = await put();
    await database.pool.query("DELETE FROM pgboss.job WHERE id = $1", [jobRunId]);
    await database.pool.query("UPDATE job_run SET created_at = now() - interval '1 hour' WHERE id = $1", [
      jobRunId,
    ]);
    expect(await endLostRuns()).toBe(1);
    expect(await getRun(jobRunId)).toMatchObject({ status: "FAILED", error: { code: "jobs.lost" } });
  });

  test("a name that nobody registered fails by itself", async () => {
    const unknown = defineJob({ name: "test.unknown", input: z.object({}) });
    await writeTx(actor, {}, (tx) => enqueue(tx, unknown, {}, { actor }));
    expect(await runWaitingJobs()).toMatchObject([{ status: "FAILED", error: { code: "jobs.unknown_job" } }]);
  });
});

describe("steering", () => {
  test("one stops one's own; the colleague's is not found; the operator stops any", async () => {
    const { jobRunId: id } = await put();
    await expect(cancelJobCommand(colleague, { id })).rejects.toMatchObject({ code: "jobs.not_found" });
    expect(await cancelJobCommand(actor, { id })).toEqual({ status: "CANCELLED" });
    expect(await queued(id)).toBe("cancelled");
    await expect(cancelJobCommand(actor, { id })).rejects.toMatchObject({ code: "jobs.ended" });
    const other = await put();
    expect(await cancelJobCommand(operator, { id: other.jobRunId })).toEqual({ status: "CANCELLED" });
    expect(await runWaitingJobs()).toEqual([]);
  });

  test("what failed or was stopped runs again as a new run; what succeeded does not", async () => {
    const { jobRunId: id } = await put();
    await cancelJobCommand(actor, { id });
    const { jobRunId: again } = await retryJobCommand(actor, { id });
    expect(again).not.toBe(id);
    expect(await runWaitingJobs()).toMatchObject([{ id: again, status: "SUCCEEDED" }]);
    await expect(retryJobCommand(actor, { id: again })).rejects.toMatchObject({ code: "jobs.not_retryable" });
  });
});

describe("looking", () => {
  test("everybody sees their own, who runs the system sees all, with filters", async () => {
    const { jobRunId: id } = await put(colleague);
    await expect(getJob(actor, id)).rejects.toMatchObject({ code: "jobs.not_found" });
    expect(await getJob(operator, id)).toMatchObject({ status: "QUEUED", name: "platform.forget-old-runs" });
    expect((await listJobs(colleague, all)).rows.map((row) => row.id)).toEqual([id]);
    const everything = await listJobs(operator, all);
    expect(everything.total).toBeGreaterThan(5);
    expect((await listJobs(operator, { ...all, status: ["QUEUED"] })).rows.map((row) => row.id)).toEqual([
      id,
    ]);
    expect((await listJobs(operator, { ...all, name: "test.try", to: "2020-01-01" })).total).toBe(0);
    await runWaitingJobs();
  });

  test("an operator sees that a job ran and how it ended, not what it worked on", async () => {
    const { rows } = await database.pool.query<{ id: string }>(
      `INSERT INTO job_run (id, name, lane, status, input, result, error, account_id, actor, request_id, finished_at)
       VALUES (gen_random_uuid(), 'people.read-import-file', 'heavy', 'FAILED', '{"sheet": "SOK DARA"}', '{"rows": 2}',
               '{"code": "spreadsheet.no_such_sheet", "params": {"sheet": "SOK DARA", "row": 7}}', $1, 'account', 'r', now())
       RETURNING id`,
      [colleague.accountId],
    );
    const id = rows[0]?.id ?? "";
    const [listed] = (await listJobs(operator, { ...all, name: "people.read-import-file" })).rows;
    for (const job of [await getJob(operator, id), listed]) {
      expect(job).toMatchObject({ id, status: "FAILED", hidden: true, subject: null, href: null });
      expect(job?.error).toEqual({ code: "spreadsheet.no_such_sheet", params: { sheet: "…", row: 7 } });
      expect(JSON.stringify(job)).not.toContain("SOK");
    }
    const auditor = accountActor({ accountId: operator.accountId, role: "auditor" });
    for (const reader of [colleague, auditor])
      expect(await getJob(reader, id)).toMatchObject({ hidden: false, input: { sheet: "SOK DARA" } });
    // What a schedule started is about the system alone.
    await database.pool.query("UPDATE job_run SET account_id = NULL WHERE id = $1", [id]);
    expect(await getJob(operator, id)).toMatchObject({ hidden: false });
  });

  test("what a schedule did well is forgotten after a week, everything else after ninety days", async () => {
    const insert = (name: string, actorName: string, status: string, days: number) =>
      database.pool.query(
        `INSERT INTO job_run (id, name, lane, status, input, actor, request_id, finished_at)
         VALUES (gen_random_uuid(), $1, 'quick', $3::job_status, '{}', $2, 'r', now() - make_interval(days => $4))`,
        [name, actorName, status, days],
      );
    await insert("test.swept", "system:schedule", "SUCCEEDED", 8);
    await insert("test.kept", "system:schedule", "SUCCEEDED", 6);
    await insert("test.kept", "system:schedule", "FAILED", 8);
    await insert("test.kept", "account:1", "SUCCEEDED", 89);
    await insert("test.swept", "account:1", "FAILED", 91);
    await put();
    expect(await runWaitingJobs()).toMatchObject([{ status: "SUCCEEDED", result: { removed: 2 } }]);
    const { rows } = await database.pool.query("SELECT name FROM job_run WHERE name LIKE 'test.%ept'");
    expect(rows).toHaveLength(3);
  });

  test("an end is told once", async () => {
    const { jobRunId: id } = await put();
    expect((await listMyJobs(actor)).find((job) => job.id === id)).toMatchObject({ status: "QUEUED" });
    await runWaitingJobs();
    expect((await listMyJobs(actor)).find((job) => job.id === id)).toMatchObject({ status: "SUCCEEDED" });
    expect(await markSeenCommand(colleague, { ids: [id] })).toEqual({ seen: 0 });
    expect(await markSeenCommand(actor, { ids: [id] })).toEqual({ seen: 1 });
    expect((await listMyJobs(actor)).some((job) => job.id === id)).toBe(false);
  });
});

describe("the worker process", () => {
  test("takes what waits, makes the schedules, and goes when asked", { timeout: 60_000 }, async () => {
    const { jobRunId } = await put();
    const worker = spawn(
      process.execPath,
      ["--conditions=react-server", "--import", "tsx", "jobs/worker.ts"],
      {
        env: { ...process.env, DATABASE_URL: database.databaseUrl, NAGA_LOG_LEVEL: "info" },
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    try {
      await expect.poll(async () => (await getRun(jobRunId)).status, { timeout: 30_000 }).toBe("SUCCEEDED");
      const { rows } = await database.pool.query("SELECT key, timezone FROM pgboss.schedule ORDER BY key");
      expect(rows).toContainEqual({ key: "platform.remove-expired-files", timezone: "Asia/Phnom_Penh" });
      worker.kill("SIGTERM");
      expect(await once(worker, "exit")).toEqual([0, null]);
    } finally {
      worker.kill("SIGKILL");
    }
  });
});
