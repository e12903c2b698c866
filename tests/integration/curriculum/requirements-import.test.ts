import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import "@/lib/operations/change-set-kinds";
import "@/lib/operations/file-purposes";
import { curriculumLists } from "@/lib/curriculum/import-area";
import { getCatalogue } from "@/lib/curriculum/requirements/queries";
import { checkImportCommand, createImportCommand } from "@/lib/people/imports/commands";
import { peopleLists } from "@/lib/people/imports/files";
import { getImport, listProblems } from "@/lib/people/imports/queries";
import type { AccountActor } from "@/lib/platform/access/actor";
import { startApplyCommand, startUndoCommand } from "@/lib/platform/change-sets/commands";
import { getChangeSet } from "@/lib/platform/change-sets/queries";
import { pool } from "@/lib/platform/db/pool";
import { putFile } from "@/lib/platform/storage/files";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import { makeCourses, makeList } from "@/tests/factories/curriculum";
import { makeStudent } from "@/tests/factories/student";
import { type Catalogue, makeCatalogue, makeStay } from "@/tests/factories/studies";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";
import { freshQueue, runWaitingJobs } from "@/tests/setup/run-jobs";

const KIND = "studies.import-requirements";
const FROM = "2031-09-01";
let database: TestDatabase;
let catalogue: Catalogue;
let director: AccountActor;

beforeAll(async () => {
  database = await createTestDatabase();
  await freshQueue();
  director = accountActor({ accountId: (await makeAccount(pool())).id, role: "academic_director" });
  catalogue = await makeCatalogue();
  const courses = await makeCourses(["AAA-101", "BBB-101", "CCC-101", "DDD-101"]);
  await makeList(catalogue.TESOL, [courses["AAA-101"], courses["BBB-101"], courses["CCC-101"]] as number[]);
});
afterAll(() => database.close());

async function succeed(): Promise<void> {
  expect((await runWaitingJobs()).map((run) => run.status)).toEqual(["SUCCEEDED"]);
}

/** Sends a list, takes the guessed columns, and has it tried. */
async function check(rows: string[], from = FROM) {
  const csv = ["កម្មវិធីសិក្សា,Place,Course,Name in the list", ...rows].join("\n");
  const file = await putFile(director, {
    stream: Readable.from([csv]),
    name: "degrees.csv",
    purpose: curriculumLists.upload,
  });
  const { id } = await createImportCommand(director, { fileId: file.id, kind: KIND });
  await succeed();
  const { set, draft } = await getImport(director, KIND, id);
  await checkImportCommand(director, {
    id,
    version: set.version,
    mapping: draft.mapping as Record<string, number>,
    options: { from },
  });
  await succeed();
  const state = await getImport(director, KIND, id);
  if (!state.summary) throw new Error("no summary");
  const { rows: found } = await listProblems(director, state, { code: null, page: 1, pageSize: 50 });
  return {
    id,
    summary: state.summary,
    problems: found.map(({ row, field, code }) => `${row} ${field} ${code}`),
  };
}

async function step(id: number, start: typeof startApplyCommand) {
  const { version } = await getChangeSet(director, id);
  await start(director, { id, version });
  await succeed();
  return getChangeSet(director, id);
}

const list = async (programme: keyof Catalogue, on: string) =>
  (await getCatalogue(director, catalogue[programme], on)).lines.map(
    ({ courseCode, name }) => `${courseCode} ${name}`,
  );

const OLD = ["AAA-101 Line 1", "BBB-101 Line 2", "CCC-101 Line 3"];

describe("a file of requirements", () => {
  it("changes whole lists from a day on, is tried before, and taken back", async () => {
    const { id, summary, problems } = await check([
      "tesol,1,AAA-101,Line 1",
      "TESOL,3,bbb 101,Line 2",
      "TESOL,2,DDD-101,",
      "Name of BUSADMIN,,CCC-101,",
      "BUSADMIN,,AAA-101,First of all",
    ]);
    expect(problems).toEqual([]);
    expect(summary).toMatchObject({ rows: 5, added: 3, updated: 1, unchanged: 1, rejected: 0 });
    expect(await list("TESOL", FROM)).toEqual(OLD);

    await step(id, startApplyCommand);
    expect(await list("TESOL", FROM)).toEqual([
      "AAA-101 Line 1",
      "DDD-101 Title of DDD-101",
      "BBB-101 Line 2",
    ]);
    expect(await list("TESOL", "2031-08-31")).toEqual(OLD);
    expect(await list("BUSADMIN", FROM)).toEqual(["CCC-101 Title of CCC-101", "AAA-101 First of all"]);

    const undone = await step(id, startUndoCommand);
    expect(undone.outcome?.undo).toMatchObject({ left: 0 });
    expect(await list("TESOL", FROM)).toEqual(OLD);
    expect(await list("BUSADMIN", FROM)).toEqual([]);
  });

  it("takes a list as a whole or not at all", async () => {
    const { id, summary, problems } = await check([
      "TESOL,1,AAA-101,",
      "TESOL,2,NONE-999,",
      "TESOL,2,AAA-101,",
      "TESOL,x,BBB-101,",
      "GESL,1,AAA-101,",
      "NOWHERE,1,AAA-101,",
      ",1,AAA-101,",
      "BUSADMIN,1,DDD-101,",
    ]);
    expect(problems.sort()).toEqual(
      [
        "2 null list_rejected",
        "3 course unknown_course",
        "4 course requirement_twice",
        "4 sequence sequence_twice",
        "5 sequence sequence_format",
        "6 programme programme_of_language",
        "7 programme unknown_programme",
        "8 programme missing_programme",
      ].sort(),
    );
    expect(summary).toMatchObject({ rows: 8, added: 1, rejected: 7 });
    await step(id, startApplyCommand);
    expect(await list("TESOL", FROM)).toEqual(OLD);
    expect(await list("BUSADMIN", FROM)).toEqual(["DDD-101 Title of DDD-101"]);
    await step(id, startUndoCommand);
  });

  it("says whose list changes, and refuses to change what somebody completed", async () => {
    const stay = async (start: string, over: object = {}) =>
      makeStay((await makeStudent()).personId, catalogue.TESOL, { start, ...over });
    await stay("2025-10-01");
    await stay("2020-10-01", { status: "COMPLETED", end: "2024-01-01" });
    const told = await check(["TESOL,1,AAA-101,"], "2025-01-01");
    expect(told.problems).toEqual(["2 null students_affected"]);
    expect(told.summary).toMatchObject({ rejected: 0, flagged: 1 });
    const refused = await check(["TESOL,1,AAA-101,"], "2020-01-01");
    expect(refused.problems).toContain("2 programme programme_completed");
    expect(refused.summary).toMatchObject({ rejected: 1, added: 0, updated: 0 });
  });

  it("is sent by who edits the curriculum, and is none of the lists of people", async () => {
    const file = await putFile(director, {
      stream: Readable.from(["a,b\n1,2\n"]),
      name: "x.csv",
      purpose: peopleLists.upload,
    });
    await expect(createImportCommand(director, { fileId: file.id, kind: KIND })).rejects.toMatchObject({
      kind: "not_found",
    });
    const registrar = accountActor({ accountId: director.accountId, role: "registrar" });
    await expect(createImportCommand(registrar, { fileId: file.id, kind: KIND })).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(
      createImportCommand(director, { fileId: file.id, kind: "people.import-teachers" }),
    ).rejects.toMatchObject({ kind: "forbidden" });
  });
});
