import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import "@/lib/operations/job-definitions";
import "@/lib/operations/file-purposes";
import { printCardsCommand, printListCommand } from "@/lib/people/print/commands";
import { getPrinted } from "@/lib/people/print/queries";
import type { AccountActor } from "@/lib/platform/access/actor";
import { systemActor } from "@/lib/platform/access/actor";
import { flushAccesses } from "@/lib/platform/access-log/buffer";
import { writeTx } from "@/lib/platform/db/transaction";
import { openFile } from "@/lib/platform/storage/files";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import { makeStudent } from "@/tests/factories/student";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";
import { freshQueue, runWaitingJobs } from "@/tests/setup/run-jobs";

let database: TestDatabase;
let registrar: AccountActor;
let colleague: AccountActor;
const ids: number[] = [];
const folder = mkdtempSync(join(tmpdir(), "naga-printed-test-"));

beforeAll(async () => {
  process.env.NAGA_STORAGE_DIR = folder;
  database = await createTestDatabase();
  await freshQueue();
  registrar = accountActor({ accountId: (await makeAccount(database.pool)).id });
  colleague = accountActor({ accountId: (await makeAccount(database.pool)).id });
  for (const personalName of ["DARA", "SOPHEA", "BORA"]) {
    ids.push(
      (await makeStudent({ familyName: "SOK", personalName, isMonk: personalName === "BORA" })).personId,
    );
  }
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const chosen = (...list: number[]) => ({ kind: "ids" as const, list: "students" as const, ids: list });
const cards = (list: number[], over = {}) => ({
  selection: chosen(...list),
  layout: "card" as const,
  validUntil: "2999-12-31",
  ...over,
});
const list = (over = {}) => ({
  list: "students" as const,
  params: { sort: "name" },
  columns: null,
  ids: null,
  words: [],
  ...over,
});

async function bytesOf(actor: AccountActor, id: string): Promise<Buffer> {
  const { stream } = await openFile(actor, id);
  return Buffer.concat(await stream.toArray());
}

/** Sizes of the pages of a PDF, in points. */
const pageSizes = (pdf: Buffer) =>
  [...pdf.toString("latin1").matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
    Math.round(Number(width)),
    Math.round(Number(height)),
  ]);

describe("ID cards", () => {
  test("are a page each of the size of a card, for whoever asked", async () => {
    const { jobRunId } = await printCardsCommand(registrar, cards(ids));
    expect(await runWaitingJobs()).toMatchObject([{ status: "SUCCEEDED", result: { people: 3, pages: 3 } }]);
    const printed = await getPrinted(registrar, jobRunId);
    expect(printed).toMatchObject({
      own: true,
      result: { people: 3 },
      job: { href: `/printed/${jobRunId}` },
    });
    // 85.6 × 54 mm
    expect(pageSizes(await bytesOf(registrar, printed.file?.id ?? ""))).toEqual(Array(3).fill([243, 153]));
    expect(await getPrinted(colleague, jobRunId)).toMatchObject({ own: false, file: null });
    await expect(openFile(colleague, printed.file?.id ?? "")).rejects.toMatchObject({ kind: "not_found" });
  });

  test("stand ten to a sheet of A4", async () => {
    await printCardsCommand(registrar, cards(ids, { layout: "sheet" }));
    const [run] = await runWaitingJobs();
    expect(run?.result).toMatchObject({ people: 3, pages: 1 });
    expect(pageSizes(await bytesOf(registrar, String(run?.result?.fileId)))).toEqual([[595, 842]]);
  });

  test("who was printed by whom is in the audit and in the access log", async () => {
    await printCardsCommand(registrar, cards([ids[0] ?? 0]));
    await runWaitingJobs();
    await flushAccesses();
    const { rows } = await database.pool.query(
      "SELECT subject_id, what, account_id FROM record_access WHERE what = 'people.card' AND subject_id = $1",
      [ids[0]],
    );
    expect(rows).toContainEqual({ subject_id: ids[0], what: "people.card", account_id: registrar.accountId });
    const { rows: events } = await database.pool.query(
      "SELECT actor, subject_id FROM audit.entry WHERE table_name = 'people.cards_printed' ORDER BY id DESC LIMIT 1",
    );
    expect(events).toEqual([{ actor: `account:${registrar.accountId}`, subject_id: ids[0] }]);
  });

  test("carry the photo on file", async () => {
    const { putFile } = await import("@/lib/platform/storage/files");
    const { keepFile } = await import("@/lib/platform/storage/keep");
    const { photoFile } = await import("@/lib/people/photos/files");
    const { Readable } = await import("node:stream");
    const picture = await sharp({ create: { width: 320, height: 360, channels: 3, background: "#336699" } })
      .webp()
      .toBuffer();
    const { id } = await putFile(systemActor("test"), {
      stream: Readable.from([picture]),
      name: "photo.webp",
      purpose: photoFile,
    });
    await writeTx(systemActor("test"), {}, async (tx) => {
      await keepFile(tx, systemActor("test"), id, photoFile);
      await tx.personPhoto.create({
        data: { personId: ids[1] ?? 0, fileId: id, thumbFileId: id, sha256: "a".repeat(64) },
      });
    });
    const sizeWith = async (person: number) => {
      await printCardsCommand(registrar, cards([person]));
      const [run] = await runWaitingJobs();
      return (await bytesOf(registrar, String(run?.result?.fileId))).toString("latin1");
    };
    expect(await sizeWith(ids[1] ?? 0)).toContain("/DCTDecode");
    expect(await sizeWith(ids[0] ?? 0)).not.toContain("/DCTDecode");
  });

  test("are refused for days that are over, for others' students, and without the right", async () => {
    await expect(
      printCardsCommand(registrar, cards(ids, { validUntil: "2020-01-01" })),
    ).rejects.toMatchObject({
      fields: { validUntil: ["documents.valid_in_the_past"] },
    });
    const scoped = accountActor({ ...registrar, scopes: [{ kind: "PROGRAMME", ref: "NONE" }] });
    await expect(printCardsCommand(scoped, cards(ids))).rejects.toMatchObject({ kind: "not_found" });
    const auditor = accountActor({ role: "auditor" });
    await expect(printCardsCommand(auditor, cards(ids))).rejects.toMatchObject({ kind: "forbidden" });
    expect(await runWaitingJobs()).toEqual([]);
  });
});

describe("printed lists", () => {
  test("hold the people of the list with the rights of who asked", async () => {
    const { jobRunId } = await printListCommand(registrar, list({ words: ["Status: Active"] }));
    expect(await runWaitingJobs()).toMatchObject([{ status: "SUCCEEDED", result: { people: 3 } }]);
    const { file } = await getPrinted(registrar, jobRunId);
    expect((await bytesOf(registrar, file?.id ?? "")).subarray(0, 5).toString()).toBe("%PDF-");
    // Nothing of what was searched for stands where operators read it.
    const { rows } = await database.pool.query("SELECT input FROM job_run WHERE id = $1", [jobRunId]);
    expect(Object.keys(rows[0].input)).toEqual(["askFileId"]);
    await flushAccesses();
    const { rows: noted } = await database.pool.query(
      "SELECT target, records FROM record_access WHERE what = 'people.printed_list'",
    );
    expect(noted).toEqual([{ target: "students", records: 3 }]);
  });

  test("narrow as the list does, and say when nobody is left", async () => {
    await printListCommand(registrar, list({ params: { q: "bora" }, columns: ["number", "name"] }));
    expect(await runWaitingJobs()).toMatchObject([{ result: { people: 1, pages: 1 } }]);
    await printListCommand(registrar, list({ params: { q: "zzzz" } }));
    expect(await runWaitingJobs()).toMatchObject([
      { status: "FAILED", error: { code: "people.selection_empty" } },
    ]);
  });

  test("of somebody with a scope hold nobody beyond it", async () => {
    const scoped = accountActor({ ...registrar, scopes: [{ kind: "PROGRAMME", ref: "NONE" }] });
    await printListCommand(scoped, list());
    expect(await runWaitingJobs()).toMatchObject([{ error: { code: "people.selection_empty" } }]);
  });

  test("are refused without the right", async () => {
    await expect(printListCommand(accountActor({ role: "auditor" }), list())).rejects.toMatchObject({
      kind: "forbidden",
    });
  });
});

test("a run of another kind is no printed document", async () => {
  await expect(getPrinted(registrar, "00000000-0000-7000-8000-000000000000")).rejects.toMatchObject({
    kind: "not_found",
  });
});
