import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "@/lib/platform/access/actor";
import { dayToDb } from "@/lib/platform/dates/campus";
import { writeTx } from "@/lib/platform/db/transaction";
import { endCycleChangeCommand } from "@/lib/studies/commands/cycle-changes";
import {
  addProgrammeCommand,
  endProgrammeCommand,
  moveCatalogueCommand,
  reopenProgrammeCommand,
} from "@/lib/studies/commands/programmes";
import { insertMemberships } from "@/lib/studies/import/write";
import { getStudyMatters, listProgrammeEnrolments } from "@/lib/studies/queries";
import { accountActor } from "@/tests/factories/actor";
import { makeStudent } from "@/tests/factories/student";
import { auditReasons, type Catalogue, day, makeCatalogue, makeStay } from "@/tests/factories/studies";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

let database: TestDatabase;
let catalogue: Catalogue;
const registrar = accountActor();
const scoped = accountActor({ scopes: [{ kind: "PROGRAMME", ref: "TESOL" }] });

beforeAll(async () => {
  database = await createTestDatabase();
  catalogue = await makeCatalogue();
});
afterAll(() => database.close());

const add = (number: number, programmeCode: string, startDate = day(-30), entryLevel: number | null = null) =>
  addProgrammeCommand(registrar, { number, programmeCode, startDate, entryLevel });
const enrolments = (personId: number) => listProgrammeEnrolments(registrar, personId);
const matters = (personId: number) => getStudyMatters(registrar, personId);

describe("entering a programme", () => {
  it("is one active programme a cycle, said by name", async () => {
    const { number, personId } = await makeStudent();
    await add(number, "TESOL");
    await expect(add(number, "BUSADMIN")).rejects.toMatchObject({
      kind: "conflict",
      code: "studies.active_in_cycle",
      explained: { because: [{ inputs: { programme: { en: "Name of TESOL" } } }] },
    });
    await add(number, "GESL", day(-30), 3);
    expect((await enrolments(personId)).map(({ code, status }) => [code, status])).toEqual([
      ["TESOL", "ACTIVE"],
      ["GESL", "ACTIVE"],
    ]);
  });

  it("holds in the database too, whoever writes, also two at one moment", async () => {
    const { personId, number } = await makeStudent();
    await makeStay(personId, catalogue.TESOL, { start: day(-100) });
    await expect(makeStay(personId, catalogue.BUSADMIN, { start: day(-90) })).rejects.toMatchObject({
      code: "studies.active_in_cycle",
    });
    const other = await makeStudent();
    const both = await Promise.allSettled([add(other.number, "TESOL"), add(other.number, "BUSADMIN")]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(number).toBeGreaterThan(0);
  });

  it("wants an active student, a level for languages, and a programme within reach", async () => {
    const frozen = await makeStudent({ status: "FROZEN" });
    await expect(add(frozen.number, "TESOL")).rejects.toMatchObject({
      code: "studies.may_not_enter",
      explained: { because: [{ rule: "studies.status_not_active" }] },
    });
    const { number, personId } = await makeStudent();
    await expect(add(number, "GESL")).rejects.toMatchObject({ fields: { entryLevel: [expect.anything()] } });
    await makeStay(personId, catalogue.TESOL, { start: day(-10) });
    await expect(
      addProgrammeCommand(scoped, { number, programmeCode: "GESL", startDate: day(0), entryLevel: 1 }),
    ).rejects.toMatchObject({ kind: "not_found", code: "studies.programme_not_found" });
    await expect(
      addProgrammeCommand(accountActor({ role: "auditor" }), {
        number,
        programmeCode: "GESL",
        startDate: day(0),
        entryLevel: 1,
      }),
    ).rejects.toMatchObject({ kind: "forbidden" });
    const outside = await makeStudent();
    await expect(
      addProgrammeCommand(scoped, {
        number: outside.number,
        programmeCode: "TESOL",
        startDate: day(0),
        entryLevel: null,
      }),
    ).rejects.toMatchObject({ code: "people.student_not_found" });
  });
});

describe("changes of cycle", () => {
  it("are noted when a programme begins: new, then to the bachelor's, then to the master's, never twice", async () => {
    const { number, personId } = await makeStudent();
    await add(number, "GESL", day(-900), 1);
    await end(personId, number, "GESL", "COMPLETED", "COMP", day(-600));
    await add(number, "TESOL", day(-500));
    await end(personId, number, "TESOL", "COMPLETED", "GRAD", day(-100));
    await add(number, "MBA", day(-50));
    const { cycleChanges, declarations } = await matters(personId);
    expect(cycleChanges).toMatchObject([
      { kind: "B2M", source: { code: "TESOL" }, target: { code: "MBA" }, endedOn: null },
      { kind: "L2B", source: { code: "GESL" }, target: { code: "TESOL" }, endReason: "GRADUATED" },
      { kind: "NEW", source: null, target: { code: "GESL" }, endedOn: day(-600), endReason: "GRADUATED" },
    ]);
    expect(declarations).toMatchObject([
      { programme: { code: "MBA" }, status: "CURRENT" },
      { programme: { code: "TESOL" }, status: "SUPERSEDED" },
    ]);
  });

  it("are noted by an import too, which leaves who studies elsewhere in the cycle as they are", async () => {
    const [fresh, busy] = [await makeStudent(), await makeStudent()];
    await makeStay(busy.personId, catalogue.BUSADMIN, { start: day(-100) });
    const entered = await writeTx(systemActor("seed"), {}, (tx) =>
      insertMemberships(tx, [
        { studentId: fresh.personId, programmeId: catalogue.TESOL, startDate: day(-5) },
        { studentId: busy.personId, programmeId: catalogue.TESOL, startDate: day(-5) },
      ]),
    );
    expect(entered).toEqual([fresh.personId]);
    expect((await matters(fresh.personId)).cycleChanges).toMatchObject([{ kind: "NEW" }]);
  });

  it("end by hand with a reason that the audit keeps", async () => {
    const { number, personId } = await makeStudent();
    await add(number, "TESOL");
    const [change] = (await matters(personId)).cycleChanges;
    if (!change) throw new Error("no change of cycle was noted");
    const input = {
      number,
      id: change.id,
      version: 1,
      endReason: "OTHER" as const,
      reason: "fee was waived",
    };
    await expect(endCycleChangeCommand(registrar, { ...input, endedOn: day(-31) })).rejects.toMatchObject({
      code: "studies.ends_before_start",
    });
    await endCycleChangeCommand(registrar, { ...input, endedOn: day(0) });
    expect((await matters(personId)).cycleChanges).toMatchObject([{ endReason: "OTHER", endedOn: day(0) }]);
    expect((await auditReasons(database.pool, "cycle_change"))[0]).toBe("fee was waived");
    await expect(endCycleChangeCommand(registrar, { ...input, endedOn: day(0) })).rejects.toMatchObject({
      kind: "stale",
    });
  });
});

async function end(
  personId: number,
  number: number,
  code: string,
  status: "COMPLETED" | "WITHDRAWN" | "INACTIVE",
  exitReason: "GRAD" | "COMP" | "FIN" | "PERS",
  endDate = day(-1),
) {
  const found = (await enrolments(personId)).find((each) => each.code === code && each.status === "ACTIVE");
  if (!found) throw new Error(`not active in ${code}`);
  const { id, version } = found;
  await endProgrammeCommand(registrar, { number, id, version, status, exitReason, endDate, note: "" });
  return { id, version: version + 1 };
}

describe("ending and taking up again", () => {
  it("keeps status, reason and day; the current programme of the list follows", async () => {
    const { number, personId } = await makeStudent();
    await add(number, "TESOL");
    const row = await end(personId, number, "TESOL", "WITHDRAWN", "FIN");
    expect(await enrolments(personId)).toMatchObject([
      { status: "WITHDRAWN", exitReason: "FIN", endDate: day(-1) },
    ]);
    expect((await matters(personId)).cycleChanges).toMatchObject([{ endReason: "WITHDRAWN" }]);
    await expect(
      reopenProgrammeCommand(registrar, { number, id: row.id, version: 1, reason: "came back" }),
    ).rejects.toMatchObject({ kind: "stale", code: "studies.stale" });
    await reopenProgrammeCommand(registrar, { number, ...row, reason: "came back" });
    expect(await enrolments(personId)).toMatchObject([{ status: "ACTIVE", exitReason: null, endDate: null }]);
    expect((await matters(personId)).cycleChanges).toMatchObject([{ endedOn: null }]);
    expect((await auditReasons(database.pool, "programme_enrolment"))[0]).toBe("came back");
  });

  it("refuses a reason that does not fit, a second end, and taking up beside another one", async () => {
    const { number, personId } = await makeStudent();
    const { id } = await add(number, "TESOL");
    const input = { number, id, version: 1, endDate: day(0), note: "" };
    await expect(
      endProgrammeCommand(registrar, { ...input, status: "COMPLETED", exitReason: "FIN" }),
    ).rejects.toMatchObject({ explained: { because: [{ rule: "studies.reason_of_ending" }] } });
    await endProgrammeCommand(registrar, { ...input, status: "WITHDRAWN", exitReason: "PERS" });
    await expect(
      endProgrammeCommand(registrar, { ...input, version: 2, status: "WITHDRAWN", exitReason: "PERS" }),
    ).rejects.toMatchObject({ code: "studies.ended_already" });
    await makeStay(personId, catalogue.BUSADMIN, { start: day(0) });
    await expect(
      reopenProgrammeCommand(registrar, { number, id, version: 2, reason: "came back" }),
    ).rejects.toMatchObject({ code: "studies.active_in_cycle" });
  });

  it("finds no programme of another student", async () => {
    const [one, other] = [await makeStudent(), await makeStudent()];
    const { id } = await add(one.number, "TESOL");
    await expect(
      endProgrammeCommand(registrar, {
        number: other.number,
        id,
        version: 1,
        status: "WITHDRAWN",
        exitReason: "PERS",
        endDate: day(0),
        note: "",
      }),
    ).rejects.toMatchObject({ kind: "not_found" });
  });
});

describe("degree rules", () => {
  it("are taken over from a later day, never back, whoever writes", async () => {
    const { number } = await makeStudent();
    const { id } = await add(number, "TESOL", day(-400));
    const move = (catalogueDate: string, version: number) =>
      moveCatalogueCommand(registrar, { number, id, version, catalogueDate, reason: "new curriculum" });
    await move(day(-100), 1);
    await expect(move(day(-200), 2)).rejects.toMatchObject({
      code: "studies.catalogue_refused",
      explained: { because: [{ rule: "studies.catalogue_back" }] },
    });
    await expect(move(day(1), 2)).rejects.toMatchObject({
      explained: { because: [{ rule: "studies.catalogue_future" }] },
    });
    await expect(
      writeTx(systemActor("seed"), {}, (tx) =>
        tx.programmeEnrolment.update({ where: { id }, data: { catalogueDate: dayToDb(day(-300)) } }),
      ),
    ).rejects.toMatchObject({ code: "studies.catalogue_not_back" });
  });
});
