import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import "@/lib/operations/change-set-kinds";
import { startBulkCommand } from "@/lib/people/bulk/commands";
import { bulkSummary } from "@/lib/people/bulk/left-out";
import type { BulkChangeInput } from "@/lib/people/bulk/schemas";
import { changeStatusCommand } from "@/lib/people/commands/change-status";
import { editStudentCommand } from "@/lib/people/commands/edit-student";
import { type PeopleSelection, resolveSelection } from "@/lib/people/selection";
import { type AccountActor, systemActor } from "@/lib/platform/access/actor";
import { startApplyCommand, startUndoCommand } from "@/lib/platform/change-sets/commands";
import { getChangeSet } from "@/lib/platform/change-sets/queries";
import { campusToday } from "@/lib/platform/dates/campus";
import { pool } from "@/lib/platform/db/pool";
import { db } from "@/lib/platform/db/prisma";
import { writeTx } from "@/lib/platform/db/transaction";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import { makeStudent } from "@/tests/factories/student";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";
import { freshQueue, runWaitingJobs } from "@/tests/setup/run-jobs";

let database: TestDatabase;
let registrar: AccountActor;
const today = campusToday();

beforeAll(async () => {
  database = await createTestDatabase();
  await freshQueue();
  const account = await makeAccount(pool());
  registrar = accountActor({ accountId: account.id });
});
afterAll(() => database.close());

const picked = (...ids: number[]): PeopleSelection => ({ kind: "ids", list: "students", ids });
const toStatus = (to: "FROZEN" | "ACTIVE" | "GRADUATED"): BulkChangeInput => ({
  change: "status",
  to,
  effectiveOn: today,
  reason: "a decision of the council",
});

async function prepare(selection: PeopleSelection, wanted: BulkChangeInput) {
  const { id } = await startBulkCommand(registrar, { selection, wanted });
  expect((await runWaitingJobs()).map((run) => run.status)).toEqual(["SUCCEEDED"]);
  return getChangeSet(registrar, id);
}

async function apply(id: number) {
  const { version } = await getChangeSet(registrar, id);
  await startApplyCommand(registrar, { id, version });
  expect((await runWaitingJobs()).map((run) => run.status)).toEqual(["SUCCEEDED"]);
  return getChangeSet(registrar, id);
}

const statusOf = async (personId: number) =>
  (await db().student.findUniqueOrThrow({ where: { personId }, select: { status: true } })).status;

describe("who is selected", () => {
  let ids: number[] = [];
  beforeAll(async () => {
    ids = [];
    for (const number of [501, 502, 503])
      ids.push((await makeStudent({ number, familyName: "LONG", status: "SUSPENDED" })).personId);
  });

  it("are the rows picked, as they were picked, or everybody who matches, in the order of the list", async () => {
    expect(await resolveSelection(registrar, picked(ids[2] ?? 0, ids[0] ?? 0), 10)).toEqual([ids[2], ids[0]]);
    const all: PeopleSelection = {
      kind: "list",
      list: "students",
      params: { status: "SUSPENDED", sort: "-number" },
    };
    expect(await resolveSelection(registrar, all, 10)).toEqual([...ids].reverse());
  });

  it("are no more than may be, somebody, and nobody beyond the reach", async () => {
    const all: PeopleSelection = { kind: "list", list: "students", params: { status: "SUSPENDED" } };
    await expect(resolveSelection(registrar, all, 2)).rejects.toMatchObject({
      code: "people.selection_too_large",
    });
    const none: PeopleSelection = { kind: "list", list: "students", params: { q: "nobodyatall" } };
    await expect(resolveSelection(registrar, none, 2)).rejects.toMatchObject({
      code: "people.selection_empty",
    });
    await expect(resolveSelection(registrar, picked(ids[0] ?? 0, 999_999), 10)).rejects.toMatchObject({
      kind: "not_found",
    });
    const elsewhere = accountActor({ scopes: [{ kind: "PROGRAMME", ref: "NONE" }] });
    await expect(resolveSelection(elsewhere, picked(ids[0] ?? 0), 10)).rejects.toMatchObject({
      kind: "not_found",
    });
  });
});

describe("a change of many students", () => {
  let active: number;
  let graduated: number;
  let since: number;
  beforeEach(async () => {
    active = (await makeStudent({ familyName: "MANY" })).personId;
    graduated = (await makeStudent({ familyName: "MANY", status: "GRADUATED" })).personId;
    since = (await makeStudent({ familyName: "MANY", status: "FROZEN" })).personId;
  });

  it("moves who may move, says who stays and why, and changes nothing before it is applied", async () => {
    const set = await prepare(picked(active, graduated, since), toStatus("FROZEN"));
    expect(set.status).toBe("PREVIEWED");
    expect(bulkSummary.parse(set.preview?.summary)).toEqual({
      chosen: 3,
      changed: 1,
      left: [
        { reason: "status_move_not_allowed", people: 1 },
        { reason: "same", people: 1 },
      ],
      people: [
        { id: graduated, reason: "status_move_not_allowed", from: "GRADUATED" },
        { id: since, reason: "same", from: "FROZEN" },
      ],
    });
    expect(await statusOf(active)).toBe("ACTIVE");
    await apply(set.id);
    expect(await statusOf(active)).toBe("FROZEN");
    expect(await statusOf(graduated)).toBe("GRADUATED");
    const moves = await db().studentStatusChange.findMany({ where: { studentId: active } });
    expect(moves).toMatchObject([
      { fromStatus: "ACTIVE", toStatus: "FROZEN", reason: "a decision of the council" },
    ]);
  });

  it("is taken back but for who was changed since", async () => {
    const other = (await makeStudent({ familyName: "MANY" })).personId;
    const set = await prepare(picked(active, other), toStatus("FROZEN"));
    await apply(set.id);
    const { number, version } = await db().student.findUniqueOrThrow({ where: { personId: other } });
    await changeStatusCommand(registrar, {
      number,
      version,
      to: "ACTIVE",
      effectiveOn: today,
      reason: "came back the same day",
    });
    const applied = await getChangeSet(registrar, set.id);
    await startUndoCommand(registrar, { id: set.id, version: applied.version });
    await runWaitingJobs();
    const undone = await getChangeSet(registrar, set.id);
    expect(undone.outcome?.undo).toMatchObject({ undone: 1, left: 1 });
    expect(await statusOf(active)).toBe("ACTIVE");
    expect(await db().studentStatusChange.count({ where: { studentId: active } })).toBe(0);
    expect(await db().studentStatusChange.count({ where: { studentId: other } })).toBe(2);
  });

  it("raises the version, so that an edit begun before is a conflict", async () => {
    const { number, version } = await db().student.findUniqueOrThrow({ where: { personId: active } });
    const set = await prepare(picked(active, graduated), { change: "studyTime", to: "MORNING" });
    await apply(set.id);
    expect(
      await db().student.count({ where: { personId: { in: [active, graduated] }, studyTime: "MORNING" } }),
    ).toBe(2);
    await expect(
      editStudentCommand(registrar, { number, version, studyTime: "EVENING" }),
    ).rejects.toMatchObject({ kind: "stale" });
  });

  it("sets and takes the mark of a transfer; who has it is left out", async () => {
    const set = await apply((await prepare(picked(active), { change: "transfer", to: "true" })).id);
    expect(bulkSummary.parse(set.outcome?.summary).changed).toBe(1);
    const again = await prepare(picked(active, since), { change: "transfer", to: "true" });
    expect(bulkSummary.parse(again.preview?.summary)).toMatchObject({
      changed: 1,
      left: [{ reason: "same", people: 1 }],
    });
  });

  it("needs the right of its change", async () => {
    const wanted = toStatus("FROZEN");
    for (const role of ["academic_director", "auditor", "cashier", "teacher"] as const)
      await expect(
        startBulkCommand(accountActor({ role }), { selection: picked(active), wanted }),
      ).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("the department of many", () => {
  let teacher: number;
  beforeAll(async () => {
    await writeTx(systemActor("test"), {}, async (tx) => {
      await tx.department.createMany({
        data: [
          { code: "LANG", name: "Languages", nameKm: "ភាសា" },
          { code: "SHUT", name: "Shut", nameKm: "បិទ", isActive: false },
        ],
      });
      const person = await tx.person.create({
        data: { familyName: "KIM", personalName: "LY", searchKey: "kim ly kimly" },
      });
      teacher = person.id;
      await tx.teacher.create({
        data: { personId: teacher, number: 901, terminalDegree: "MASTER", startDate: new Date("2020-01-01") },
      });
    });
  });

  it("is set for teachers, never for students, and only to one that is open", async () => {
    const selection: PeopleSelection = { kind: "ids", list: "teachers", ids: [teacher] };
    await apply((await prepare(selection, { change: "department", to: "LANG" })).id);
    expect(await db().teacher.findUnique({ where: { personId: teacher } })).toMatchObject({
      departmentCode: "LANG",
      version: 2,
    });
    await expect(
      startBulkCommand(registrar, { selection, wanted: { change: "department", to: "SHUT" } }),
    ).rejects.toMatchObject({ code: "people.department_unknown" });
    await expect(
      startBulkCommand(registrar, { selection: picked(1), wanted: { change: "department", to: "LANG" } }),
    ).rejects.toMatchObject({ code: "people.bulk_wrong_list" });
    await expect(
      startBulkCommand(registrar, { selection, wanted: { change: "studyTime", to: "MORNING" } }),
    ).rejects.toMatchObject({ code: "people.bulk_wrong_list" });
  });
});
