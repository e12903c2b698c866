import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import "@/lib/operations/change-set-kinds";
import "@/lib/operations/file-purposes";
import { COURSE_HEADINGS, courseCells } from "@/lib/curriculum/courses/file-columns";
import { getVersions, listRequisites } from "@/lib/curriculum/courses/queries/get-course";
import { allCourses } from "@/lib/curriculum/courses/queries/list-courses";
import { loadCourseList } from "@/lib/curriculum/courses/search-params";
import { curriculumLists } from "@/lib/curriculum/import-area";
import { checkImportCommand, createImportCommand } from "@/lib/people/imports/commands";
import { getImport, listProblems } from "@/lib/people/imports/queries";
import type { AccountActor } from "@/lib/platform/access/actor";
import { permissionsOf } from "@/lib/platform/access/roles";
import { startApplyCommand, startUndoCommand } from "@/lib/platform/change-sets/commands";
import { getChangeSet } from "@/lib/platform/change-sets/queries";
import { campusToday } from "@/lib/platform/dates/campus";
import { addDays } from "@/lib/platform/dates/day";
import { pool } from "@/lib/platform/db/pool";
import { csvStream } from "@/lib/platform/spreadsheet/csv";
import { putFile } from "@/lib/platform/storage/files";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import { makeCourses } from "@/tests/factories/curriculum";
import { makeCatalogue } from "@/tests/factories/studies";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";
import { freshQueue, runWaitingJobs } from "@/tests/setup/run-jobs";

const KIND = "curriculum.import-courses";
const FROM = addDays(campusToday(), 30);
let database: TestDatabase;
let director: AccountActor;

beforeAll(async () => {
  database = await createTestDatabase();
  await freshQueue();
  director = accountActor({ accountId: (await makeAccount(pool())).id, role: "academic_director" });
  await makeCatalogue();
  await makeCourses(["AAA-101", "BBB-101", "CCC-101"]);
});
afterAll(() => database.close());

async function succeed(): Promise<void> {
  expect((await runWaitingJobs()).map((run) => run.status)).toEqual(["SUCCEEDED"]);
}

/** Sends a list, takes the guessed columns, and has it tried. */
async function check(content: string) {
  const file = await putFile(director, {
    stream: Readable.from([content]),
    name: "courses.csv",
    purpose: curriculumLists.upload,
  });
  const { id } = await createImportCommand(director, { fileId: file.id, kind: KIND });
  await succeed();
  const { set, draft } = await getImport(director, KIND, id);
  await checkImportCommand(director, {
    id,
    version: set.version,
    mapping: draft.mapping as Record<string, number>,
    options: { from: FROM },
  });
  await succeed();
  const state = await getImport(director, KIND, id);
  if (!state.summary) throw new Error("no summary");
  const { rows } = await listProblems(director, state, { code: null, page: 1, pageSize: 50 });
  const { added, updated, unchanged, rejected } = state.summary;
  return {
    id,
    counts: { added, updated, unchanged, rejected },
    problems: rows.map(({ row, field, code, level }) => `${row} ${field} ${code} ${level}`),
  };
}

async function step(id: number, start: typeof startApplyCommand) {
  const { version } = await getChangeSet(director, id);
  await start(director, { id, version });
  await succeed();
  return getChangeSet(director, id);
}

const stateOf = async (code: string) => ({
  versions: (await getVersions(director, code)).map(({ title, credits, validFrom, validTo }) => ({
    title,
    credits,
    validFrom,
    validTo,
  })),
  asks: (await listRequisites(director, code))
    .filter((row) => row.validTo === null)
    .map((row) => `${row.kind} ${row.group} ${row.code} ${row.minimumLetter}`),
});

describe("the import of courses", () => {
  it("adds, renames at once, begins versions from the day, writes requisites; and is taken back", async () => {
    const before = await stateOf("BBB-101");
    const { id, counts, problems } = await check(
      [
        "Course code,ចំណងជើង,Cycle,Credits,Prerequisites,Co-requisites",
        "DDD-201,New one,BA,3,EEE-201 (C) & AAA-101 / BBB-101,CCC-101",
        "EEE-201,Another,Bachelor,3,,",
        "BBB-101,,,4,,",
        "CCC-101,Renamed,,,,",
        "AAA-101,Title of AAA-101,,3,,",
      ].join("\n"),
    );
    expect(problems.sort()).toEqual([
      "2 prerequisites unknown_requisite warning",
      "3 cycle unknown_cycle error",
    ]);
    expect(counts).toEqual({ added: 1, updated: 2, unchanged: 1, rejected: 1 });
    // Nothing of a trial stays.
    expect(await stateOf("BBB-101")).toEqual(before);
    await step(id, startApplyCommand);
    expect((await stateOf("BBB-101")).versions).toMatchObject([
      { credits: 3, validTo: FROM },
      { credits: 4, validFrom: FROM, validTo: null },
    ]);
    expect((await stateOf("CCC-101")).versions).toMatchObject([{ title: "Renamed" }]);
    // One of its courses was refused: what it asks for is left, and said.
    expect((await stateOf("DDD-201")).asks).toEqual([]);
    const undone = await step(id, startUndoCommand);
    expect(undone.status).toBe("UNDONE");
    expect(await stateOf("BBB-101")).toEqual(before);
    await expect(getVersions(director, "DDD-201")).rejects.toMatchObject({ kind: "not_found" });
  });

  it("takes what an export wrote as no change at all", async () => {
    const rows = await allCourses(director, loadCourseList(new URLSearchParams()));
    expect(rows.length).toBeGreaterThan(2);
    const chunks: Buffer[] = [];
    for await (const chunk of csvStream(COURSE_HEADINGS, rows.map(courseCells)))
      chunks.push(Buffer.from(chunk));
    const { counts, problems } = await check(Buffer.concat(chunks).toString("utf8"));
    expect(problems).toEqual([]);
    expect(counts).toEqual({ added: 0, updated: 0, unchanged: rows.length, rejected: 0 });
  });

  it("writes what courses ask for of one list, in whatever order they stand; circles are left out", async () => {
    const { id, counts, problems } = await check(
      [
        "Code,Title,Cycle,Prerequisites",
        "FFF-301,Last,BA,GGG-201 (B)",
        "GGG-201,Middle,BA,AAA-101",
        "AAA-101,,,FFF-301",
        "HHH-101,Wrong,BA,NONE-999",
        "HHH-102,Unreadable,BA,something (Z)",
        "HHH-103,,BA,",
        "HHH-103,Twice,BA,",
        "HHH-104,,BA,",
      ].join("\n"),
    );
    expect(problems.sort()).toEqual([
      "4 prerequisites requisite_circle warning",
      "5 prerequisites unknown_requisite warning",
      "6 prerequisites requisites_format error",
      "7 code course_code_twice error",
      "8 code course_code_twice error",
      "9 title missing_title error",
    ]);
    expect(counts).toEqual({ added: 3, updated: 0, unchanged: 1, rejected: 4 });
    await step(id, startApplyCommand);
    expect((await stateOf("FFF-301")).asks).toEqual(["PREREQUISITE 1 GGG-201 B"]);
    expect((await stateOf("AAA-101")).asks).toEqual([]);
    await step(id, startUndoCommand);
    await expect(getVersions(director, "GGG-201")).rejects.toMatchObject({ kind: "not_found" });
  });

  it("takes no list of who reaches a part of the campus, and none of another right", async () => {
    const part = {
      ...director,
      scopes: [{ kind: "PROGRAMME" as const, ref: "TESOL" }],
      permissions: permissionsOf("academic_director", false),
    };
    const file = await putFile(director, {
      stream: Readable.from(["Code\nAAA-101"]),
      name: "courses.csv",
      purpose: curriculumLists.upload,
    });
    await expect(createImportCommand(part, { fileId: file.id, kind: KIND })).rejects.toMatchObject({
      kind: "forbidden",
    });
    const registrar = accountActor({ accountId: director.accountId, role: "registrar" });
    await expect(createImportCommand(registrar, { fileId: file.id, kind: KIND })).rejects.toMatchObject({
      kind: "forbidden",
    });
  });
});
