import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportPeople, noteExport } from "@/lib/people/lists/export-people";
import { listStudents } from "@/lib/people/queries/list-students";
import { loadStudentListParams } from "@/lib/people/search-params";
import { systemActor } from "@/lib/platform/access/actor";
import { listAuditEntries } from "@/lib/platform/audit/queries";
import { loadAuditParams } from "@/lib/platform/audit/search-params";
import { seesAllColumns } from "@/lib/platform/audit/sight";
import { writeTx } from "@/lib/platform/db/transaction";
import { csvStream } from "@/lib/platform/spreadsheet/csv";
import { accountActor } from "@/tests/factories/actor";
import { makeStudent } from "@/tests/factories/student";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

let database: TestDatabase;
const registrar = accountActor();
const ids: Record<string, number> = {};

function params(query: string) {
  const { term: _, ...filter } = loadStudentListParams(new URLSearchParams(query));
  return { ...filter, among: null, except: null };
}

function ask(query: string, columns: string[] | null = null) {
  const given = Object.fromEntries(new URLSearchParams(query));
  return { list: "students", format: "csv", params: given, columns, ids: null } as const;
}

async function list(query: string, actor = registrar) {
  const page = await listStudents(actor, params(query));
  return page.rows.map((row) => row.number);
}

beforeAll(async () => {
  database = await createTestDatabase();
  const people = [
    { number: 10_001, familyName: "SOK", personalName: "DARA", phones: ["=1+1 012345678"] },
    { number: 10_002, familyName: "CHAN", personalName: "DARA", status: "DROPPED", isMonk: true },
    { number: 10_003, familyName: "BUN", personalName: "RITHY", status: "FROZEN" },
    { number: 20_000, familyName: "ZHANG", personalName: "DARA" },
  ] as const;
  for (const { phones, ...person } of people.map((each) => ({ phones: [], ...each }))) {
    ids[person.familyName] = (await makeStudent({ ...person, phones: [...phones] })).personId;
  }
  await writeTx(systemActor("seed"), {}, async (tx) => {
    const division = await tx.division.create({ data: { code: "ACAD", name: "Academic", nameKm: "សិក្សា" } });
    const cycle = await tx.cycle.create({
      data: { divisionId: division.id, code: "BA", name: "Bachelor", nameKm: "បរិញ្ញាបត្រ", rank: 2 },
    });
    const programme = await tx.programme.create({
      data: {
        cycleId: cycle.id,
        code: "TESOL",
        name: "TESOL",
        nameKm: "TESOL",
        kind: "ACADEMIC",
        award: "BA",
      },
    });
    const began = new Date("2025-01-06");
    await tx.programmeEnrolment.create({
      data: { studentId: ids.SOK ?? 0, programmeId: programme.id, startDate: began, catalogueDate: began },
    });
  });
});
afterAll(() => database.close());

describe("list of students", () => {
  it("sorts, newest number first unless asked", async () => {
    expect(await list("")).toEqual(["20000", "10003", "10002", "10001"]);
    expect(await list("sort=name")).toEqual(["10003", "10002", "10001", "20000"]);
    expect(await list("sort=-status")).toEqual(["10003", "10002", "20000", "10001"]);
    expect(await list("sort=drop%20table")).toEqual(["20000", "10003", "10002", "10001"]);
  });

  it("filters by what the chips say, together", async () => {
    expect(await list("status=DROPPED,FROZEN")).toEqual(["10003", "10002"]);
    expect(await list("status=DROPPED,FROZEN&monk=true")).toEqual(["10002"]);
    expect(await list("programme=TESOL")).toEqual(["10001"]);
    expect(await list("q=dara&status=ACTIVE&sort=number")).toEqual(["10001", "20000"]);
    expect(await list("q=dara")).toEqual(["10001", "20000", "10002"]);
    expect(await list("q=1000&sort=number")).toEqual(["10001", "10002", "10003"]);
    expect(await list("q=zz")).toEqual([]);
    expect(await list("studyTime=MORNING")).toEqual([]);
  });

  it("is limited to the people of a term", async () => {
    const among = [ids.SOK ?? 0, ids.BUN ?? 0];
    const page = await listStudents(registrar, { ...params("sort=number"), among });
    expect(page.rows.map((row) => row.number)).toEqual(["10001", "10003"]);
  });

  it("pages with a total, also past the end", async () => {
    const page = await listStudents(registrar, { ...params("sort=number"), size: 25, page: 1 });
    expect(page).toMatchObject({ total: 4, totalIsExact: true, page: 1, pageSize: 25 });
    const beyond = await listStudents(registrar, params("page=3"));
    expect(beyond).toMatchObject({ rows: [], total: 4 });
  });

  it("follows the scope", async () => {
    const programme = accountActor({ scopes: [{ kind: "PROGRAMME", ref: "TESOL" }] });
    const division = accountActor({
      role: "academic_director",
      scopes: [{ kind: "DEPARTMENT", ref: "ACAD" }],
    });
    const other = accountActor({ scopes: [{ kind: "DEPARTMENT", ref: "LANG" }] });
    expect(await list("", programme)).toEqual(["10001"]);
    expect(await list("q=dara", division)).toEqual(["10001"]);
    expect(await list("", other)).toEqual([]);
  });

  it("shows a cashier nothing personal, and a teacher nothing", async () => {
    const cashier = accountActor({ role: "cashier" });
    const { rows } = await listStudents(cashier, params("monk=true&sort=number"));
    expect(rows).toHaveLength(4);
    for (const row of rows)
      expect([row.gender, row.isMonk, row.isTransfer]).toEqual([null, undefined, undefined]);
    await expect(list("", accountActor({ role: "teacher" }))).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("export of students", () => {
  it("holds what is filtered, in its order, with formulas made harmless, and is in the audit", async () => {
    const asked = ask("q=dara&sort=number");
    await noteExport(registrar, asked);
    const { rows } = await exportPeople(registrar, asked);
    async function* cells() {
      for await (const row of rows)
        yield [row.number, row.familyName, row.isMonk, row.phone, row.statusSince].map((cell) => cell ?? "");
    }
    const chunks: Buffer[] = [];
    for await (const chunk of csvStream(["a", "b", "c", "d", "e"], cells())) chunks.push(Buffer.from(chunk));
    const text = Buffer.concat(chunks).toString("utf8");
    expect(text.split("\r\n").slice(1)).toEqual([
      "10001,SOK,0,'=1+1 012345678,2025-01-06",
      "10002,CHAN,1,,2025-01-06",
      "20000,ZHANG,0,,2025-01-06",
      "",
    ]);
    const events = { ...loadAuditParams(new URLSearchParams("operation=EVENT")), subjectId: null };
    const log = await listAuditEntries(accountActor({ role: "auditor" }), events, seesAllColumns);
    expect(log.rows[0]).toMatchObject({
      actor: "account:1",
      table: "people.students_exported",
      new: { filter: { q: "dara" }, format: "csv" },
    });
  });

  it("lets go of its connection when the reader goes away", async () => {
    for (let i = 0; i < 15; i++) {
      for await (const _ of (await exportPeople(registrar, ask(""))).rows) break;
    }
    expect(await list("")).toHaveLength(4);
  });

  it("needs its own permission", async () => {
    const cashier = accountActor({ role: "cashier" });
    await expect(exportPeople(cashier, ask(""))).rejects.toMatchObject({ kind: "forbidden" });
    await expect(noteExport(cashier, ask(""))).rejects.toMatchObject({ kind: "forbidden" });
  });
});
