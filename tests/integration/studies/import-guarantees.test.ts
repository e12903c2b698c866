import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkImportCommand } from "@/lib/people/imports/commands";
import { type AccountActor, systemActor } from "@/lib/platform/access/actor";
import { seesAllColumns } from "@/lib/platform/audit/sight";
import { startApplyCommand, startUndoCommand } from "@/lib/platform/change-sets/commands";
import { getChangeSet, listChangedRows, listLeftRecords } from "@/lib/platform/change-sets/queries";
import { applyChangeSet } from "@/lib/platform/change-sets/run";
import { writeTx } from "@/lib/platform/db/transaction";
import type { JobContext } from "@/lib/platform/jobs/define";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import { applyList, checkList, makeProgrammes, OPTIONS, readList, undoList } from "@/tests/factories/import";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";
import { freshQueue, runWaitingJobs } from "@/tests/setup/run-jobs";

let database: TestDatabase;
let actor: AccountActor;
const folder = mkdtempSync(join(tmpdir(), "naga-import-test-"));

beforeAll(async () => {
  process.env.NAGA_STORAGE_DIR = folder;
  database = await createTestDatabase();
  await freshQueue();
  const { id } = await makeAccount(database.pool);
  actor = accountActor({ accountId: id });
  await makeProgrammes();
});

afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const count = async (table: string) =>
  (await database.pool.query(`SELECT count(*)::int AS n FROM ${table}`)).rows[0].n;
const page = { page: 1, pageSize: 50 };

function listOf(family: string, rows: number): string {
  const letter = (place: number) => String.fromCharCode(65 + (place % 26));
  const name = (place: number) =>
    `${letter(place)}${letter(Math.floor(place / 26))}${letter(Math.floor(place / 676))}`;
  return `Family name,Personal name\n${Array.from({ length: rows }, (_, place) => `${family},${name(place)}`).join("\n")}`;
}

describe("a check", () => {
  test("changes nothing, uses no number up, and shows what the command would do", async () => {
    const { id } = await checkList(actor, listOf("TRY", 3));
    expect(await count("person")).toBe(0);
    const { rows } = await database.pool.query("SELECT is_called FROM student_number_sequence");
    expect(rows).toEqual([{ is_called: false }]);
    const set = await getChangeSet(actor, id);
    expect(set.status).toBe("PREVIEWED");
    expect(set.preview?.counts).toEqual([
      { table: "person", operation: "INSERT", rows: 3 },
      { table: "student", operation: "INSERT", rows: 3 },
      { table: "student_status_change", operation: "INSERT", rows: 3 },
      { table: "programme_enrolment", operation: "INSERT", rows: 3 },
      { table: "cycle_change", operation: "INSERT", rows: 3 },
    ]);
    const sample = await listChangedRows(actor, set, { ...page, table: "person" }, seesAllColumns);
    expect(sample).toMatchObject({
      total: 3,
      rows: [{ operation: "INSERT", new: { family_name: "TRY" } }, {}, {}],
    });
  });
});

describe("loading is all or nothing", () => {
  test("a job that is stopped in the middle leaves nothing, and the list can be loaded again", async () => {
    const { id } = await checkList(actor, listOf("STOP", 1_200));
    const { version } = await getChangeSet(actor, id);
    await startApplyCommand(actor, { id, version });
    // The third batch of five hundred finds the power gone.
    await database.pool.query(
      `CREATE FUNCTION stop_import() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN IF (SELECT count(*) FROM student) > 800 THEN RAISE EXCEPTION 'the power fails'; END IF; RETURN NULL; END $$`,
    );
    await database.pool.query(
      "CREATE TRIGGER stop_import AFTER INSERT ON student FOR EACH STATEMENT EXECUTE FUNCTION stop_import()",
    );
    const [failed] = await runWaitingJobs();
    expect(failed).toMatchObject({ status: "FAILED", error: { code: "jobs.internal" } });
    expect(await count("person")).toBe(0);
    expect((await getChangeSet(actor, id)).status).toBe("PREVIEWED");
    await database.pool.query("DROP TRIGGER stop_import ON student");
    expect(await applyList(actor, id)).toMatchObject({ added: 1_200 });
    expect(await count("student")).toBe(1_200);
    expect(await undoList(actor, id)).toMatchObject({ undone: 1_200, left: 0 });
  });

  test("a run asked to stop ends as cancelled", async () => {
    const { id } = await checkList(actor, listOf("HALT", 10));
    const { version } = await getChangeSet(actor, id);
    const { jobRunId } = await startApplyCommand(actor, { id, version });
    await database.pool.query("UPDATE job_run SET cancel_requested = true WHERE id = $1", [jobRunId]);
    expect(await runWaitingJobs()).toMatchObject([{ status: "CANCELLED" }]);
    expect(await count("person")).toBe(0);
    expect((await getChangeSet(actor, id)).status).toBe("PREVIEWED");
  });

  test("a second try of a job that had committed does nothing", async () => {
    const { id } = await checkList(actor, listOf("ONCE", 2));
    await applyList(actor, id);
    const people = await count("person");
    const context = { actor: systemActor("job:test"), accountId: actor.accountId } as JobContext;
    expect(await applyChangeSet(id, context)).toBeNull();
    expect(await count("person")).toBe(people);
    await undoList(actor, id);
  });

  test("two clicks make one job; an old page is told", async () => {
    const { id } = await checkList(actor, listOf("CLICK", 1));
    const { version } = await getChangeSet(actor, id);
    await startApplyCommand(actor, { id, version });
    await expect(startApplyCommand(actor, { id, version })).rejects.toMatchObject({
      code: "change_sets.stale",
    });
    await expect(startApplyCommand(actor, { id, version: version + 1 })).rejects.toMatchObject({
      code: "change_sets.not_now",
    });
    await runWaitingJobs();
    await undoList(actor, id);
  });
});

describe("undo", () => {
  test("leaves what was changed since or is in use, each with its reason", async () => {
    const { id } = await checkList(actor, listOf("LATER", 4));
    await applyList(actor, id);
    const { rows: people } = await database.pool.query<{ id: number }>("SELECT id FROM person ORDER BY id");
    const [first, second] = people.map((row) => row.id);
    await writeTx(actor, {}, async (tx) => {
      await tx.person.update({
        where: { id: first },
        data: { personalEmail: "new@mail.example", version: { increment: 1 } },
      });
      await tx.emergencyContact.create({
        data: { personId: second ?? 0, name: "Mother", relationship: "MOTHER", primaryPhone: "012345678" },
      });
    });
    expect(await undoList(actor, id)).toMatchObject({ undone: 2, left: 2 });
    const left = await listLeftRecords(actor, await getChangeSet(actor, id), page);
    expect(left.rows).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ subjectId: first, reason: "changed", by: `account:${actor.accountId}` }),
        expect.objectContaining({ subjectId: second, reason: "in_use", by: "emergency_contact" }),
      ]),
    );
    // All of a record or none: nobody is left without a programme.
    expect(await count("programme_enrolment")).toBe(2);
    expect(await count("student")).toBe(2);
    await expect(
      startUndoCommand(actor, { id, version: (await getChangeSet(actor, id)).version }),
    ).rejects.toMatchObject({
      code: "change_sets.not_now",
    });
  });

  test("is one transaction with its list of what was left: without the list nothing is undone", async () => {
    const { id } = await checkList(actor, listOf("LISTED", 2));
    await applyList(actor, id);
    const before = await count("student");
    const { rows } = await database.pool.query<{ id: number }>(
      "SELECT id FROM person WHERE family_name = 'LISTED' ORDER BY id LIMIT 1",
    );
    await writeTx(actor, {}, (tx) =>
      tx.person.update({
        where: { id: rows[0]?.id ?? 0 },
        data: { personalEmail: "kept@mail.example", version: { increment: 1 } },
      }),
    );
    await database.pool.query(
      `CREATE FUNCTION no_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no space'; END $$`,
    );
    await database.pool.query(
      `CREATE TRIGGER no_disk BEFORE INSERT ON stored_file FOR EACH ROW
         WHEN (NEW.purpose = 'platform.change-set') EXECUTE FUNCTION no_disk()`,
    );
    const { version } = await getChangeSet(actor, id);
    await startUndoCommand(actor, { id, version });
    expect(await runWaitingJobs()).toMatchObject([{ status: "FAILED", error: { code: "jobs.internal" } }]);
    expect(await count("student")).toBe(before);
    expect((await getChangeSet(actor, id)).status).toBe("APPLIED");
    await database.pool.query("DROP TRIGGER no_disk ON stored_file");
    expect(await undoList(actor, id)).toMatchObject({ undone: 1, left: 1 });
    expect((await listLeftRecords(actor, await getChangeSet(actor, id), page)).rows).toHaveLength(1);
  });

  test("is not for everybody", async () => {
    const auditor = accountActor({ accountId: actor.accountId, role: "auditor" });
    expect(() => startUndoCommand(auditor, { id: 1, version: 1 })).toThrow("access.forbidden");
    const { id } = await checkList(actor, listOf("NOBODY", 1));
    const { version } = await getChangeSet(auditor, id);
    // They undo what they may do: lists of courses, but no students.
    const director = accountActor({ accountId: actor.accountId, role: "academic_director" });
    await expect(startUndoCommand(director, { id, version })).rejects.toMatchObject({
      code: "access.forbidden",
    });
    await expect(startApplyCommand(auditor, { id, version })).rejects.toMatchObject({
      code: "access.forbidden",
    });
  });
});

describe("columns", () => {
  test("are remembered for the next list with the same headings, by person", async () => {
    const list = "A,B\nREMEMBER,ME\n";
    const first = await readList(actor, list);
    expect(first.draft).toMatchObject({ remembered: false, mapping: {} });
    const mapping = { personalName: 0, familyName: 1 };
    await checkImportCommand(actor, { id: first.id, version: first.set.version, mapping, options: OPTIONS });
    await runWaitingJobs();
    expect((await readList(actor, list)).draft).toMatchObject({ remembered: true, mapping });
    const { id } = await makeAccount(database.pool);
    expect((await readList(accountActor({ accountId: id }), list)).draft.remembered).toBe(false);
  });

  test("names are needed, and no column twice", async () => {
    const { id, set } = await readList(actor, "A,B\nX,Y\n");
    const step = { id, version: set.version, options: OPTIONS };
    await expect(checkImportCommand(actor, { ...step, mapping: { familyName: 0 } })).rejects.toMatchObject({
      code: "import.columns_missing",
      fields: { "mapping.personalName": ["import.columns_missing"] },
    });
    await expect(
      checkImportCommand(actor, { ...step, mapping: { familyName: 0, personalName: 0 } }),
    ).rejects.toMatchObject({ code: "import.column_twice" });
  });
});

describe("a very large list", () => {
  test("of 52 MB is read and checked with flat memory; one of 61 MB is refused", {
    timeout: 120_000,
  }, async () => {
    const megabytes = (size: number) =>
      Readable.from(
        (function* lines() {
          yield "Family name,Personal name,Gender,Notes\n";
          const notes = "no column of the import, as long as people write them; ".repeat(18);
          const line = `SOK,DARA,neither,${notes}\n`;
          const block = Buffer.from(line.repeat(1_000));
          yield "LARGE,LIST,F,the only row that is right\n";
          for (let sent = 0; sent < size * 1_048_576; sent += block.length) yield block;
        })(),
      );
    const before = process.memoryUsage.rss();
    const { summary } = await checkList(actor, megabytes(52));
    expect(summary.rows).toBeGreaterThan(50_000);
    expect(summary).toMatchObject({ added: 1, problemsKept: 20_000, rejected: summary.rows - 1 });
    expect(process.memoryUsage.rss() - before).toBeLessThan(250 * 1_048_576);
    await expect(readList(actor, megabytes(61))).rejects.toMatchObject({
      code: "storage.too_large",
      kind: "too_large",
    });
  });
});
