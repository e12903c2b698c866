import { afterAll, beforeAll, describe, expect, it } from "vitest";
import "@/lib/operations/file-purposes";
import { askOf } from "@/lib/people/lists/export-answer";
import { startExportCommand } from "@/lib/people/lists/export-command";
import { exportColumns, exportPeople } from "@/lib/people/lists/export-people";
import type { ExportAsk } from "@/lib/people/lists/schemas";
import { headingsOf, toldCells } from "@/lib/people/lists/tell-rows";
import { listProfiles } from "@/lib/people/queries/list-profiles";
import { listStudents } from "@/lib/people/queries/list-students";
import { limitStudents } from "@/lib/people/queries/student-limits";
import { loadProfileListParams, loadStudentListParams } from "@/lib/people/search-params";
import { type AccountActor, systemActor } from "@/lib/platform/access/actor";
import { dayToDb } from "@/lib/platform/dates/campus";
import { pool } from "@/lib/platform/db/pool";
import { db } from "@/lib/platform/db/prisma";
import { writeTx } from "@/lib/platform/db/transaction";
import { readXlsx } from "@/lib/platform/spreadsheet/read-xlsx";
import { getFile, openFile } from "@/lib/platform/storage/files";
import { receive } from "@/lib/platform/storage/receive";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";
import { freshQueue, runWaitingJobs } from "@/tests/setup/run-jobs";

let database: TestDatabase;
let registrar: AccountActor;
const auditor = accountActor({ role: "auditor" });

type Given = {
  number: number;
  name: [string, string];
  gender?: "M" | "F";
  born?: string;
  province?: string;
  admitted?: string;
  khmer?: string;
  phone?: string;
  level?: number;
};

async function makeOne(given: Given, programmeId: number): Promise<void> {
  await writeTx(systemActor("test"), {}, async (tx) => {
    const { id } = await tx.person.create({
      data: {
        familyName: given.name[0],
        personalName: given.name[1],
        khmerFamilyName: given.khmer ?? null,
        searchKey: given.name.join(" ").toLowerCase(),
        gender: given.gender ?? "X",
        dateOfBirth: dayToDb(given.born ?? null),
        birthProvince: given.province ?? null,
        personalEmail: `${given.number}@mail.example`,
        phones: given.phone
          ? { create: { number: given.phone, digits: given.phone, isPreferred: true } }
          : {},
      },
    });
    const began = new Date("2024-01-08");
    await tx.student.create({
      data: {
        personId: id,
        number: given.number,
        status: "ACTIVE",
        statusSince: began,
        admittedOn: dayToDb(given.admitted ?? null),
      },
    });
    if (given.level === undefined) return;
    await tx.programmeEnrolment.create({
      data: { studentId: id, programmeId, startDate: began, catalogueDate: began, currentLevel: given.level },
    });
  });
}

async function makeCampus(): Promise<void> {
  const programmeId = await writeTx(systemActor("test"), {}, async (tx) => {
    const division = await tx.division.create({ data: { code: "LANG", name: "Languages", nameKm: "ភាសា" } });
    const cycle = await tx.cycle.create({
      data: { divisionId: division.id, code: "LANG", name: "Language", nameKm: "ភាសា", rank: 1 },
    });
    await tx.department.createMany({
      data: [
        { code: "LFAC", name: "Language Faculty", nameKm: "ភាសា" },
        { code: "IT", name: "Information", nameKm: "ព័ត៌មាន" },
      ],
    });
    const { id } = await tx.programme.create({
      data: {
        cycleId: cycle.id,
        code: "GESL",
        name: "GESL",
        nameKm: "GESL",
        kind: "LANGUAGE",
        award: "CERT",
      },
    });
    return id;
  });
  const people: Given[] = [
    {
      number: 701,
      name: ["SOK", "DARA"],
      gender: "F",
      born: "1999-12-31",
      province: "KEP",
      admitted: "2019-05-01",
      khmer: "សុខ",
      phone: "012345678",
      level: 3,
    },
    { number: 702, name: ["BUN", "RITHY"], gender: "M", born: "2000-01-01", province: "KAMPOT", level: -2 },
    { number: 703, name: ["CHAN", "LINA"], gender: "F", admitted: "2021-12-31" },
  ];
  for (const each of people) await makeOne(each, programmeId);
  await writeTx(systemActor("test"), {}, async (tx) => {
    const teachers = [
      { number: 101, name: "AUN", degree: "MASTER", departmentCode: "LFAC", status: "ACTIVE" },
      { number: 102, name: "BEN", degree: "BACHELOR", departmentCode: null, status: "ON_LEAVE" },
    ] as const;
    for (const { number, name, degree, ...rest } of teachers) {
      const person = await tx.person.create({
        data: { familyName: name, personalName: "TEACHER", searchKey: `${name.toLowerCase()} teacher` },
      });
      await tx.teacher.create({
        data: {
          personId: person.id,
          number,
          terminalDegree: degree,
          startDate: new Date("2015-01-01"),
          ...rest,
        },
      });
      if (number !== 101) continue;
      const department = await tx.department.findUniqueOrThrow({ where: { code: "LFAC" } });
      await tx.teachingQualification.create({
        data: { teacherId: person.id, departmentId: department.id, validFrom: new Date("2016-01-01") },
      });
      await tx.staff.create({
        data: {
          personId: person.id,
          number: 301,
          jobTitle: "Coder",
          startDate: new Date("2018-01-01"),
          departmentCode: "IT",
        },
      });
    }
  });
}

async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const value of values) found.push(value);
  return found;
}

beforeAll(async () => {
  database = await createTestDatabase();
  await freshQueue();
  await makeCampus();
  registrar = accountActor({ accountId: (await makeAccount(pool())).id });
});
afterAll(() => database.close());

async function students(query: string, actor = registrar): Promise<string[]> {
  const { term, ...filter } = loadStudentListParams(new URLSearchParams(`sort=number&${query}`));
  const limits = await limitStudents(actor, { term, without: filter.without });
  return (await listStudents(actor, { ...filter, ...limits })).rows.map((row) => row.number);
}

async function profiles(list: "teachers" | "staff", query: string, actor = registrar): Promise<string[]> {
  const filter = loadProfileListParams(list, new URLSearchParams(query));
  return (await listProfiles(actor, list, filter)).rows.map((row) => row.number);
}

describe("filters of students", () => {
  it.each([
    ["gender=F", ["00701", "00703"]],
    ["province=KEP,KAMPOT", ["00701", "00702"]],
    ["born=1999", ["00701"]],
    ["born=2000-", ["00702"]],
    ["born=-1999", ["00701"]],
    ["born=1999-2000", ["00701", "00702"]],
    ["born=nonsense", ["00701", "00702", "00703"]],
    ["admitted=2021", ["00703"]],
    ["admitted=2019-2021", ["00701", "00703"]],
    ["level=3", ["00701"]],
    ["level=-2,3", ["00701", "00702"]],
    ["without=phone", ["00702", "00703"]],
    ["without=khmerName", ["00702", "00703"]],
    ["without=dateOfBirth", ["00703"]],
    ["without=photo", ["00701", "00702", "00703"]],
    ["without=programme", ["00703"]],
    ["gender=F&born=1990-&province=KEP", ["00701"]],
  ])("%s", async (query, found) => {
    expect(await students(query)).toEqual(found);
  });

  it("know at once who got a telephone number and who lost the last one", async () => {
    const one = (number: number) =>
      database.pool.query<{ id: number }>("SELECT person_id AS id FROM student WHERE number = $1", [number]);
    const [first, second] = [(await one(701)).rows[0]?.id, (await one(702)).rows[0]?.id];
    const digits = "12999888";
    await writeTx(systemActor("test"), {}, async (tx) => {
      await tx.$executeRaw`INSERT INTO phone (person_id, number, digits) VALUES (${second}, '012 999 888', ${digits})`;
    });
    expect(await students("without=phone")).toEqual(["00703"]);
    await writeTx(systemActor("test"), {}, async (tx) => {
      await tx.$executeRaw`DELETE FROM phone WHERE person_id IN (${second}, ${first})`;
    });
    expect(await students("without=phone")).toEqual(["00701", "00702", "00703"]);
  });

  it("are nothing for who may only find people: the answer would tell what they may not see", async () => {
    const cashier = accountActor({ role: "cashier" });
    expect(await students("gender=F&born=1999&without=phone", cashier)).toEqual(["00701", "00702", "00703"]);
  });
});

describe("lists of teachers and staff", () => {
  it.each([
    ["", ["101", "102"]],
    ["sort=-number", ["102", "101"]],
    ["status=ON_LEAVE", ["102"]],
    ["department=LFAC", ["101"]],
    ["department=none", ["102"]],
    ["degree=MASTER,DOCTORATE", ["101"]],
    ["qualification=LFAC", ["101"]],
    ["qualification=none", ["102"]],
    ["q=ben", ["102"]],
    ["q=101", ["101"]],
  ])("teachers %s", async (query, found) => {
    expect(await profiles("teachers", query)).toEqual(found);
  });

  it("staff by status, department and name", async () => {
    expect(await profiles("staff", "department=IT&status=ACTIVE&q=aun")).toEqual(["301"]);
    expect(await profiles("staff", "department=LFAC")).toEqual([]);
  });

  it("follow the reach, and are closed to who does not read people", async () => {
    const director = accountActor({
      role: "academic_director",
      scopes: [{ kind: "DEPARTMENT", ref: "LFAC" }],
    });
    expect(await profiles("teachers", "", director)).toEqual(["101"]);
    expect(await profiles("staff", "", director)).toEqual([]);
    for (const role of ["cashier", "teacher", "admin"] as const)
      await expect(profiles("teachers", "", accountActor({ role }))).rejects.toMatchObject({
        kind: "forbidden",
      });
  });
});

describe("what is taken out of a list", () => {
  const ask = (query: string) => askOf("students", new URLSearchParams(query));

  it("is what is seen: columns, order, filter, and the rows that were marked", async () => {
    const asked = ask("format=xlsx&columns=name.number.gender&gender=F&sort=-number&page=3&view=off");
    const found = await exportPeople(registrar, asked);
    expect(headingsOf(found.columns, "km")[0]).toBe("លេខ");
    expect(await all(toldCells(found, "en"))).toEqual([
      ["00703", "CHAN", "LINA", "", "", "Female"],
      ["00701", "SOK", "DARA", "សុខ", "", "Female"],
    ]);
    const { id } = await db().person.findFirstOrThrow({ where: { familyName: "BUN" } });
    const marked = await exportPeople(registrar, ask(`columns=number&gender=F&ids=${id}`));
    expect(await all(toldCells(marked, "en"))).toEqual([["00702"]]);
  });

  it("holds no column that its reader may not see", () => {
    const keys = (actor: AccountActor) => exportColumns(actor, "students", null).map(({ key }) => key);
    expect(keys(registrar)).toContain("personalEmail");
    const officer = accountActor({ role: "admissions_officer" });
    expect(keys(officer)).toContain("personalEmail");
    expect(keys(officer)).not.toContain("isMonk");
    expect(keys(accountActor({ role: "cashier" }))).not.toContain("dateOfBirth");
  });

  it("is made by the worker with the rights of who asked, for them alone, and noted", async () => {
    const asked: ExportAsk = { list: "teachers", format: "xlsx", params: {}, columns: null, ids: null };
    const scoped: AccountActor = {
      ...registrar,
      scopes: [{ kind: "DEPARTMENT", ref: "LFAC" }],
      locale: "km",
    };
    await startExportCommand(scoped, asked);
    const [run] = await runWaitingJobs();
    expect(run).toMatchObject({ name: "people.export-list", status: "SUCCEEDED", result: { rows: 1 } });
    const fileId = String(run?.result?.fileId);
    await expect(getFile({ ...auditor, accountId: 4_711 }, fileId)).rejects.toMatchObject({
      kind: "not_found",
    });
    const { stream, file } = await openFile(registrar, fileId);
    expect(file.name).toMatch(/^សាស្ត្រាចារ្យ \d{4}-\d\d-\d\d\.xlsx$/);
    const local = await receive(stream, Number.POSITIVE_INFINITY);
    const rows = [];
    for await (const row of readXlsx(local.path, "សាស្ត្រាចារ្យ")) rows.push(row.cells);
    await local.discard();
    expect(rows[0]?.slice(0, 2)).toEqual(["លេខ", "នាមត្រកូល"]);
    expect(rows.slice(1).map((cells) => cells[1])).toEqual(["AUN"]);
    const [noted] = await pool()
      .query(
        "SELECT new FROM audit.entry WHERE table_name = 'people.teachers_exported' ORDER BY id DESC LIMIT 1",
      )
      .then((result) => result.rows);
    expect(noted.new).toMatchObject({ format: "xlsx", filter: {} });
  });

  it("needs the right to export", async () => {
    const asked = ask("");
    for (const role of ["cashier", "admissions_officer", "teacher", "admin"] as const) {
      const actor = accountActor({ role });
      await expect(startExportCommand(actor, asked)).rejects.toMatchObject({ kind: "forbidden" });
      await expect(exportPeople(actor, asked)).rejects.toMatchObject({ kind: "forbidden" });
    }
  });
});
