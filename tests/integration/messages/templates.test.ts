import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startMergeCommand } from "@/lib/messages/commands/start-merge";
import { createTemplateCommand, editTemplateCommand } from "@/lib/messages/commands/templates";
import { getMerge } from "@/lib/messages/queries/merges";
import { getPreviewFacts } from "@/lib/messages/queries/preview";
import { getTemplate, listTemplates } from "@/lib/messages/queries/templates";
import { createTemplateInput } from "@/lib/messages/schemas";
import type { AccountActor } from "@/lib/platform/access/actor";
import { openFile } from "@/lib/platform/storage/files";
import "@/lib/operations/file-purposes";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import { makeStudent } from "@/tests/factories/student";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";
import { freshQueue, runWaitingJobs } from "@/tests/setup/run-jobs";

let database: TestDatabase;
let registrar: AccountActor;
let colleague: AccountActor;
const folder = mkdtempSync(join(tmpdir(), "naga-letters-test-"));

beforeAll(async () => {
  process.env.NAGA_STORAGE_DIR = folder;
  database = await createTestDatabase();
  await freshQueue();
  registrar = accountActor({ accountId: (await makeAccount(database.pool)).id });
  colleague = accountActor({ accountId: (await makeAccount(database.pool)).id });
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const letter = {
  name: "Invitation",
  medium: "LETTER",
  subjectEn: null,
  subjectKm: "លិខិតអញ្ជើញ",
  bodyEn: "Dear {{name}}",
  bodyKm: "ជូន {{khmer_name}} អត្តលេខ {{number}}",
} as const;

describe("a template", () => {
  test("is kept, found, changed, and its changes are in the audit", async () => {
    const { id } = await createTemplateCommand(registrar, letter);
    expect(await getTemplate(colleague, id)).toMatchObject({
      ...letter,
      version: 1,
      isActive: true,
      merges: 0,
    });
    await editTemplateCommand(colleague, { ...letter, id, version: 1, name: "Invitation 2", isActive: true });
    const stale = editTemplateCommand(registrar, { ...letter, id, version: 1, isActive: true });
    await expect(stale).rejects.toMatchObject({ kind: "stale" });
    const all = { medium: null, active: null, page: 1, size: 50 };
    expect((await listTemplates(registrar, { ...all, q: "INVITATION" })).rows).toHaveLength(1);
    expect((await listTemplates(registrar, { ...all, q: "", medium: "EMAIL" })).rows).toEqual([]);
    const { rows } = await database.pool.query(
      "SELECT operation FROM audit.entry WHERE table_name = 'message_template' AND new ->> 'name' LIKE 'Invitation%' ORDER BY id",
    );
    expect(rows.map((row) => row.operation)).toEqual(["INSERT", "UPDATE"]);
  });

  test.each([
    [{ bodyEn: "Dear {{nmae}} {{x}}" }, { bodyEn: ["messages.unknown_place"] }],
    [{ subjectKm: "{{" }, { subjectKm: ["messages.unknown_place"] }],
    [
      { bodyEn: null, bodyKm: null },
      { bodyEn: ["messages.says_nothing"], bodyKm: ["messages.text_missing"] },
    ],
    [{ medium: "EMAIL" as const }, { subjectEn: ["messages.subject_missing"] }],
    [{ bodyKm: null }, { bodyKm: ["messages.text_missing"] }],
  ])("that could not be sent is refused by the field: %j", async (change, fields) => {
    const words = { ...letter, name: "Wrong", ...change };
    await expect(createTemplateCommand(registrar, words)).rejects.toMatchObject({ kind: "invalid", fields });
  });

  test("with an unknown fact says which", async () => {
    const words = { ...letter, name: "Wrong", bodyEn: "{{nmae}} {{ fee }}" };
    await expect(createTemplateCommand(registrar, words)).rejects.toMatchObject({
      params: { places: "{{nmae}}, {{ fee }}" },
    });
  });

  test("has a name of its own", async () => {
    await createTemplateCommand(registrar, { ...letter, name: "Once" });
    await expect(createTemplateCommand(registrar, { ...letter, name: "Once" })).rejects.toMatchObject({
      code: "messages.name_taken",
    });
  });

  test("a subject of two lines is no subject", () => {
    const parsed = createTemplateInput.safeParse({ ...letter, subjectEn: "a\nBcc: x@example.org" });
    expect(parsed.error?.issues[0]?.message).toBe("messages.subject_one_line");
  });

  test("is changed by nobody without the right", async () => {
    const auditor = accountActor({ ...registrar, role: "auditor", permissions: new Set(["messages:read"]) });
    await expect(createTemplateCommand(auditor, letter)).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("letters", () => {
  test("are one file, a page for each person, for whoever had them made", async () => {
    const { id: templateId } = await createTemplateCommand(registrar, { ...letter, name: "Letters" });
    const hostile = await makeStudent({
      familyName: "O'NEIL",
      personalName: "X",
      khmerFamilyName: "#panic()",
    });
    const dara = await makeStudent({ familyName: "SOK", personalName: "DARA", khmerFamilyName: "សុខ" });
    const choice = { templateId, templateVersion: 1, language: "km" as const };
    const selection = {
      kind: "ids" as const,
      list: "students" as const,
      ids: [dara.personId, hostile.personId],
    };
    const { id } = await startMergeCommand(registrar, { selection, ...choice });
    expect(await runWaitingJobs()).toMatchObject([{ status: "SUCCEEDED", result: { people: 2, pages: 2 } }]);
    const merge = await getMerge(registrar, id);
    expect(merge).toMatchObject({ people: 2, sent: 2, own: true, medium: "LETTER" });
    const { stream, file } = await openFile(registrar, merge.fileId ?? "");
    const chunks = await stream.toArray();
    expect(file.contentType).toBe("application/pdf");
    expect(Buffer.concat(chunks).subarray(0, 5).toString()).toBe("%PDF-");
    await expect(openFile(colleague, merge.fileId ?? "")).rejects.toMatchObject({ kind: "not_found" });
  });

  test("mails are refused where no mail server is set up", async () => {
    const words = { ...letter, name: "A mail", medium: "EMAIL", subjectEn: "x" } as const;
    const { id: templateId } = await createTemplateCommand(registrar, words);
    const { personId } = await makeStudent();
    const selection = { kind: "ids" as const, list: "students" as const, ids: [personId] };
    const choice = { templateId, templateVersion: 1, language: "km" as const };
    await expect(startMergeCommand(registrar, { selection, ...choice })).rejects.toMatchObject({
      code: "messages.mail_off",
    });
  });
});

test("facts for the preview come through the actor's reach", async () => {
  const { number } = await makeStudent({ familyName: "CHAN", personalName: "NARY", number: 742 });
  expect((await getPreviewFacts(registrar, { number })).km).toMatchObject({
    name: "CHAN NARY",
    number: "00742",
  });
  const nobody = accountActor({ ...registrar, scopes: [{ kind: "PROGRAMME", ref: "NONE" }] });
  await expect(getPreviewFacts(nobody, { number })).rejects.toMatchObject({ kind: "not_found" });
});
