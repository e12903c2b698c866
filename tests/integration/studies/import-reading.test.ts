import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import "@/lib/operations/job-definitions";
import { checkImportCommand, createImportCommand, rereadImportCommand } from "@/lib/people/imports/commands";
import { phaseOf } from "@/lib/people/imports/phase";
import { getImport } from "@/lib/people/imports/queries";
import { readImportList } from "@/lib/people/imports/read-file";
import type { AccountActor } from "@/lib/platform/access/actor";
import { systemActor } from "@/lib/platform/access/actor";
import { getChangeSet } from "@/lib/platform/change-sets/queries";
import { retryJobCommand } from "@/lib/platform/jobs/commands";
import { JobCancelled, type JobContext } from "@/lib/platform/jobs/define";
import { listMyJobs } from "@/lib/platform/jobs/queries";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import { makeProgrammes, OPTIONS, readList, upload } from "@/tests/factories/import";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";
import { freshQueue, getRun, runWaitingJobs } from "@/tests/setup/run-jobs";

let database: TestDatabase;
let actor: AccountActor;
let colleague: AccountActor;
let operator: AccountActor;
const folder = mkdtempSync(join(tmpdir(), "naga-reading-test-"));
const list = "Family name;Personal name\nSOK,SAN;DARA\n";

beforeAll(async () => {
  process.env.NAGA_STORAGE_DIR = folder;
  database = await createTestDatabase();
  await freshQueue();
  const account = async (role: "registrar" | "operator") =>
    accountActor({ accountId: (await makeAccount(database.pool, { role })).id, role });
  actor = await account("registrar");
  colleague = await account("registrar");
  operator = await account("operator");
  await makeProgrammes();
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function begun(): Promise<{ id: number; jobRunId: string }> {
  return createImportCommand(actor, { kind: "studies.import-students", fileId: await upload(actor, list) });
}
const phase = async (who: AccountActor, id: number) => {
  const { set, job, draft } = await getImport(who, "studies.import-students", id);
  return phaseOf({ status: set.status, job, isRead: draft.read !== undefined, wantsColumns: false });
};
const delimiterOf = async (id: number) =>
  (await getImport(actor, "studies.import-students", id)).draft.read?.source;
const reread = async (id: number, delimiter: "," | ";") =>
  rereadImportCommand(actor, { id, version: (await getChangeSet(actor, id)).version, delimiter });

/** Has the next reading end in an error that nobody expected. */
async function failedReading() {
  const { id, jobRunId } = await begun();
  await database.pool.query(
    `CREATE OR REPLACE FUNCTION no_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no space'; END $$;
     CREATE OR REPLACE TRIGGER no_disk BEFORE INSERT ON stored_file FOR EACH ROW
       WHEN (NEW.purpose = 'studies.import-work') EXECUTE FUNCTION no_disk()`,
  );
  expect(await runWaitingJobs()).toMatchObject([{ id: jobRunId, status: "FAILED" }]);
  await database.pool.query("DROP TRIGGER no_disk ON stored_file");
  return { id, jobRunId };
}

describe("a list that is read again while it is being read", () => {
  test("is read as was chosen last; the first reading ends without a word", async () => {
    const { id, jobRunId } = await begun();
    const second = await reread(id, ",");
    expect(second.jobRunId).not.toBe(jobRunId);
    const third = await reread(id, ";");
    expect(await runWaitingJobs()).toMatchObject([{ id: third.jobRunId, status: "SUCCEEDED" }]);
    expect([(await getRun(jobRunId)).status, (await getRun(second.jobRunId)).status]).toEqual([
      "CANCELLED",
      "CANCELLED",
    ]);
    expect(await delimiterOf(id)).toMatchObject({ delimiter: ";" });
    const told = (await listMyJobs(actor)).map((job) => job.id);
    expect(told).toContain(third.jobRunId);
    expect(told).not.toContain(jobRunId);
  });

  test("keeps the newest choice when the first reading ends last", async () => {
    const { id, jobRunId } = await begun();
    await database.pool.query("UPDATE job_run SET status = 'RUNNING' WHERE id = $1", [jobRunId]);
    await reread(id, ";");
    const { rows } = await database.pool.query("SELECT cancel_requested FROM job_run WHERE id = $1", [
      jobRunId,
    ]);
    expect(rows).toEqual([{ cancel_requested: true }]);
    await runWaitingJobs();
    const late = {
      actor: systemActor("test"),
      accountId: actor.accountId,
      jobRunId,
      progress: async () => undefined,
    } as unknown as JobContext;
    await expect(readImportList(id, { delimiter: "," }, late)).rejects.toBeInstanceOf(JobCancelled);
    expect(await delimiterOf(id)).toMatchObject({ delimiter: ";" });
  });
});

describe("a reading that failed and is run again from the list of jobs", () => {
  test("is followed by the page of the import, for its owner and for colleagues", async () => {
    const { id, jobRunId } = await failedReading();
    expect(await phase(actor, id)).toBe("unreadable");
    const { jobRunId: next } = await retryJobCommand(operator, { id: jobRunId });
    expect((await getImport(actor, "studies.import-students", id)).job).toMatchObject({
      id: next,
      accountId: actor.accountId,
    });
    expect(await phase(actor, id)).toBe("reading");
    expect(await phase(colleague, id)).toBe("reading");
    await runWaitingJobs();
    expect(await phase(actor, id)).toBe("columns");
  });

  test("is not run again once another one took its place", async () => {
    const { id, jobRunId } = await failedReading();
    await reread(id, ";");
    await runWaitingJobs();
    const { set, draft } = await getImport(actor, "studies.import-students", id);
    const mapping = { familyName: 0, personalName: 1 };
    await checkImportCommand(actor, { id, version: set.version, mapping, options: OPTIONS });
    await runWaitingJobs();
    await expect(retryJobCommand(operator, { id: jobRunId })).rejects.toMatchObject({
      code: "jobs.not_retryable",
    });
    expect((await getChangeSet(actor, id)).status).toBe("PREVIEWED");
    expect(draft.read?.rows).toBe(1);
  });

  test("asks again for the right to import: of who does it, and of whom it is done for", async () => {
    const { jobRunId } = await failedReading();
    const moved = accountActor({ accountId: actor.accountId, role: "academic_director" });
    await expect(retryJobCommand(moved, { id: jobRunId })).rejects.toMatchObject({ kind: "forbidden" });
    await database.pool.query(
      `BEGIN; SELECT set_config('naga.actor', 'system:test', true);
       UPDATE role_assignment SET valid_to = '2021-01-01' WHERE account_id = ${actor.accountId}; COMMIT`,
    );
    await expect(retryJobCommand(operator, { id: jobRunId })).rejects.toMatchObject({
      kind: "refused",
      code: "jobs.right_taken_away",
    });
    expect(await runWaitingJobs()).toEqual([]);
  });
});

test("a list is read once by two clicks", async () => {
  const { id, set } = await readList(colleague, "Family name,Personal name\nKEO,SOK\n");
  const again = () => rereadImportCommand(colleague, { id, version: set.version });
  const results = await Promise.allSettled([again(), again()]);
  expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await runWaitingJobs()).toHaveLength(1);
});
