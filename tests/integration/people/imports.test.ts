import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import "@/lib/operations/change-set-kinds";
import "@/lib/operations/file-purposes";
import { checkImportCommand, createImportCommand } from "@/lib/people/imports/commands";
import { importUpload } from "@/lib/people/imports/files";
import { getImport, listProblems } from "@/lib/people/imports/queries";
import { type AccountActor, systemActor } from "@/lib/platform/access/actor";
import { startApplyCommand, startUndoCommand } from "@/lib/platform/change-sets/commands";
import { getChangeSet } from "@/lib/platform/change-sets/queries";
import { pool } from "@/lib/platform/db/pool";
import { db } from "@/lib/platform/db/prisma";
import { writeTx } from "@/lib/platform/db/transaction";
import { openFile, putFile } from "@/lib/platform/storage/files";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import { makeStudent } from "@/tests/factories/student";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";
import { freshQueue, runWaitingJobs } from "@/tests/setup/run-jobs";

const TEACHERS = "people.import-teachers";
const CONTACTS = "people.import-contacts";
let database: TestDatabase;
let registrar: AccountActor;

beforeAll(async () => {
  database = await createTestDatabase();
  await freshQueue();
  registrar = accountActor({ accountId: (await makeAccount(pool())).id });
  await writeTx(systemActor("test"), {}, (tx) =>
    tx.department.create({ data: { code: "LFAC", name: "Language Faculty", nameKm: "ភាសា" } }),
  );
});
afterAll(() => database.close());

async function succeed(): Promise<void> {
  expect((await runWaitingJobs()).map((run) => run.status)).toEqual(["SUCCEEDED"]);
}

/** Sends a list, takes the guessed columns, and has it tried. */
async function check(kind: string, csv: string, options: Record<string, unknown> = {}) {
  const stream = Readable.from([csv]);
  const file = await putFile(registrar, { stream, name: "list.csv", purpose: importUpload });
  const { id } = await createImportCommand(registrar, { fileId: file.id, kind });
  await succeed();
  const { set, draft } = await getImport(registrar, kind, id);
  const mapping = draft.mapping as Record<string, number>;
  await checkImportCommand(registrar, { id, version: set.version, mapping, options });
  await succeed();
  const state = await getImport(registrar, kind, id);
  if (!state.summary) throw new Error("no summary");
  const { rows } = await listProblems(registrar, state, { code: null, page: 1, pageSize: 50 });
  const problems = rows.map(({ row, field, code }) => `${row} ${field} ${code}`);
  return { id, summary: state.summary, problems, mapping };
}

async function step(id: number, start: typeof startApplyCommand) {
  const { version } = await getChangeSet(registrar, id);
  await start(registrar, { id, version });
  await succeed();
  return getChangeSet(registrar, id);
}

const teacher = (number: number) =>
  db().teacher.findUnique({ where: { number }, include: { person: { include: { phones: true } } } });

describe("a list of teachers", () => {
  const first = [
    "Number,Family name,Personal name,Khmer family name,Gender,DOB,School e-mail,Phone,Degree,Department,Status,Start date,End date",
    "810,KIM,SOPHEA,គីម,F,01/02/1980,kim@staff.example,012 345 678,Master,Language Faculty,Active,01/09/2015,",
    ",LONG,DARA,,M,,long@staff.example,,PhD,lfac,កំពុងឈប់សម្រាក,2010-01-05,",
    ",BAD,DEGREE,,,,,,Wizard,LFAC,,01/09/2015,",
    ",BAD,OFFICE,,,,,,Master,NOWHERE,,01/09/2015,",
    ",BAD,DAYS,,,,,,Master,,,01/09/2015,01/09/2014",
    ",NOTHING,KNOWN,,,,,,,,,,",
    "811,TWIN,ONE,,,,,,Master,,,01/09/2015,",
    "811,TWIN,TWO,,,,,,Master,,,01/09/2015,",
  ].join("\n");

  it("is checked row by row, loaded, and taken back", async () => {
    const { id, summary, problems } = await check(TEACHERS, first);
    expect(problems).toEqual([
      "4 degree unknown_degree",
      "5 department unknown_department",
      "6 endDate end_before_start",
      "7 degree missing_degree",
      "7 hiredOn missing_start",
      "8 teacherNumber number_twice",
      "9 teacherNumber number_twice",
    ]);
    expect(summary).toMatchObject({ rows: 8, added: 2, updated: 0, rejected: 6 });
    expect(await db().teacher.count()).toBe(0);
    const set = await step(id, startApplyCommand);
    expect(await teacher(810)).toMatchObject({
      terminalDegree: "MASTER",
      departmentCode: "LFAC",
      status: "ACTIVE",
      startDate: new Date("2015-09-01"),
      person: {
        familyName: "KIM",
        khmerFamilyName: "គីម",
        phones: [{ digits: "12345678", isPreferred: true }],
      },
    });
    const long = await db().teacher.findFirstOrThrow({ where: { person: { familyName: "LONG" } } });
    expect(long).toMatchObject({ terminalDegree: "DOCTORATE", status: "ON_LEAVE" });
    expect(long.number).toBeGreaterThan(810);
    const rejected = String(
      (set.outcome?.summary as { rejectedFileId?: string } | undefined)?.rejectedFileId,
    );
    const { stream } = await openFile(registrar, rejected);
    let text = "";
    for await (const chunk of stream) text += String(chunk);
    expect(text).toContain("Wizard");
    expect(text).not.toContain("SOPHEA");
    const undone = await step(id, startUndoCommand);
    expect(undone.outcome?.undo).toMatchObject({ undone: 2, left: 0 });
    expect(await db().teacher.count()).toBe(0);
    expect(await db().person.count({ where: { familyName: { in: ["KIM", "LONG"] } } })).toBe(0);
  });

  it("changes those on file by their number: filled cells only, and only where it was chosen", async () => {
    await step((await check(TEACHERS, first)).id, startApplyCommand);
    const before = await teacher(810);
    const list =
      "Number,Degree,End date,Phone,School e-mail\n810,Doctorate,,,\n9990,Master,,,long@staff.example";
    const refused = await check(TEACHERS, list);
    expect(refused.problems).toContain("2 teacherNumber number_on_file");
    const { id, summary, problems } = await check(TEACHERS, list, { existing: "update" });
    expect(summary).toMatchObject({ updated: 1, rejected: 1 });
    expect(problems).toContain("3 schoolEmail email_on_file");
    await step(id, startApplyCommand);
    expect(await teacher(810)).toMatchObject({
      terminalDegree: "DOCTORATE",
      departmentCode: "LFAC",
      version: (before?.version ?? 0) + 1,
      person: { version: before?.person.version, schoolEmail: "kim@staff.example" },
    });
    const again = await check(TEACHERS, list, { existing: "update" });
    expect(again.summary).toMatchObject({ updated: 0, unchanged: 1 });
  });

  it("needs columns, known options, and the right to load lists", async () => {
    const file = await putFile(registrar, {
      stream: Readable.from(["a,b\n1,2"]),
      name: "x.csv",
      purpose: importUpload,
    });
    const { id } = await createImportCommand(registrar, { fileId: file.id, kind: TEACHERS });
    await runWaitingJobs();
    const { version } = await getChangeSet(registrar, id);
    const wrong = (mapping: Record<string, number>, options: object) =>
      checkImportCommand(registrar, { id, version, mapping, options: { ...options } });
    await expect(wrong({}, {})).rejects.toMatchObject({ code: "import.columns_missing" });
    await expect(wrong({ fullName: 0, phone: 0 }, {})).rejects.toMatchObject({ code: "import.column_twice" });
    await expect(wrong({ fullName: 0, programme: 1 }, {})).rejects.toMatchObject({
      code: "validation.failed",
    });
    await expect(wrong({ fullName: 0 }, { startDate: "2026-01-01" })).rejects.toMatchObject({
      code: "validation.failed",
    });
    await expect(
      createImportCommand(registrar, { fileId: file.id, kind: "people.import-cats" }),
    ).rejects.toMatchObject({ code: "import.unknown_kind" });
    const auditor = accountActor({ role: "auditor" });
    await expect(createImportCommand(auditor, { fileId: file.id, kind: TEACHERS })).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(getImport(registrar, CONTACTS, id)).rejects.toMatchObject({ kind: "not_found" });
  });
});

describe("a list of contacts", () => {
  it("adds phones, addresses and whom to call to students on file, and is taken back", async () => {
    const one = await makeStudent({ number: 9_001, phones: ["012111222"] });
    const two = await makeStudent({ number: 9_002 });
    const list = [
      "Student ID,Phone,Second phone,E-mail,School e-mail,Guardian,Relationship,Guardian phone",
      "9001,012 111 222,011 333 444,one@mail.example,,SOK CHANTHA,Mother,010 999 888",
      "09002,016 555 666,,,two@school.example,,,",
      "9999,012 000 111,,,,,,",
      ",012 000 111,,,,,,",
      "9002,not a phone,,,,,,",
      "9002,,,,,LIM,Robot,010 999 888",
      "9002,,,,,LIM,Father,",
      "9002,,,,,,,",
      "9001,,,,two@school.example,,,",
    ].join("\n");
    const { id, summary, problems } = await check(CONTACTS, list);
    expect(problems).toEqual([
      "4 number unknown_number",
      "5 number missing_number",
      "6 phone phone_format",
      "7 relationship unknown_relationship",
      "8 contactPhone contact_incomplete",
      "9 null nothing_to_take",
      "10 schoolEmail email_twice",
    ]);
    expect(summary).toMatchObject({ rows: 9, added: 0, updated: 2, rejected: 7 });
    await step(id, startApplyCommand);
    const reach = (personId: number) =>
      db().person.findUniqueOrThrow({
        where: { id: personId },
        select: {
          personalEmail: true,
          schoolEmail: true,
          phones: { select: { digits: true, isPreferred: true }, orderBy: { id: "asc" } },
          contacts: { select: { name: true, relationship: true, primaryPhone: true } },
        },
      });
    expect(await reach(one.personId)).toEqual({
      personalEmail: "one@mail.example",
      schoolEmail: null,
      phones: [
        { digits: "12111222", isPreferred: true },
        { digits: "11333444", isPreferred: false },
      ],
      contacts: [{ name: "SOK CHANTHA", relationship: "MOTHER", primaryPhone: "010 999 888" }],
    });
    expect(await reach(two.personId)).toMatchObject({
      schoolEmail: "two@school.example",
      phones: [{ digits: "16555666", isPreferred: true }],
    });
    const twice = await check(CONTACTS, list.split("\n").slice(0, 3).join("\n"));
    expect(twice.summary).toMatchObject({ updated: 0, unchanged: 2 });
    const undone = await step(id, startUndoCommand);
    expect(undone.outcome?.undo).toMatchObject({ undone: 2, left: 0 });
    expect(await reach(one.personId)).toMatchObject({ personalEmail: null, phones: [{}], contacts: [] });
  });
});
