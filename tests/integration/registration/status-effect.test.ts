import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AccountActor, systemActor } from "@/lib/platform/access/actor";
import { writeTx } from "@/lib/platform/db/transaction";
import { changeStatusWithEffectsCommand } from "@/lib/registration/commands/change-status";
import { enrolStudentCommand } from "@/lib/registration/commands/enrol-student";
import { getStatusEffect } from "@/lib/registration/queries/status-effect";
import { listProgrammeEnrolments } from "@/lib/studies/queries";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import { day, makeStay } from "@/tests/factories/studies";
import {
  type Campus,
  makeCampus,
  makeClass,
  makeCourse,
  makeStudent,
  makeTerm,
} from "@/tests/factories/timetable";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

let database: TestDatabase;
let campus: Campus;
let registrar: AccountActor;

beforeAll(async () => {
  database = await createTestDatabase();
  campus = await makeCampus(database.pool);
  const { id, email } = await makeAccount(database.pool, { role: "registrar", authorityLevel: 2 });
  registrar = accountActor({ role: "registrar", accountId: id, email, authorityLevel: 2 });
});
afterAll(() => database.close());

async function aStudent() {
  const personId = await makeStudent(database.pool);
  const { number } = await database.prisma.student.findUniqueOrThrow({ where: { personId } });
  return { personId, number };
}
let made = 0;
async function aClass(over: { termId?: number; capacity?: number } = {}) {
  made += 1;
  const courseId = await makeCourse(database.pool, campus.cycles.bachelor, `S-${made}`);
  return makeClass(database.pool, { courseId, termId: campus.termId, ...over });
}
const enrol = (studentId: number, classId: number) =>
  enrolStudentCommand(registrar, { studentId, items: [{ classId }] });
const effect = (
  number: number,
  to: "DROPPED" | "INACTIVE" | "GRADUATED",
  effectiveOn = day(0),
  actor = registrar,
) => getStatusEffect(actor, { number, to, effectiveOn });
const change = (
  number: number,
  over: {
    dropClassIds?: number[];
    endProgrammes?: { id: number; version: number }[];
    to?: "DROPPED" | "INACTIVE";
  } = {},
  actor = registrar,
) =>
  changeStatusWithEffectsCommand(actor, {
    number,
    version: 1,
    to: "DROPPED",
    effectiveOn: day(0),
    reason: "left for another country",
    dropClassIds: [],
    endProgrammes: [],
    ...over,
  });
const seats = async (poolId: number) =>
  database.prisma.seatPool.findUniqueOrThrow({
    where: { id: poolId },
    select: { taken: true, waiting: true },
  });
const enrolments = (studentId: number) =>
  database.prisma.enrolment.findMany({
    where: { studentId },
    select: { classId: true, status: true, endReason: true },
    orderBy: { id: "asc" },
  });

describe("what a change of status will mean", () => {
  it("names the running classes with the share that goes back by the term's dates, and the programmes that end", async () => {
    const { personId, number } = await aStudent();
    const stay = await makeStay(personId, campus.programmeId, { start: day(-100) });
    const late = await makeTerm(database.pool, { code: "LATE", start: -40, end: 50, add: -10, drop: -5 });
    const [open, half] = [await aClass(), await aClass({ termId: late })];
    await enrol(personId, open.id);
    await enrol(personId, half.id);
    const shown = await effect(number, "DROPPED");
    expect(shown).toMatchObject({
      move: { value: true },
      hold: { value: "comes" },
      leaving: true,
      mayDrop: true,
      programmes: [{ id: stay, ending: { status: "DROPPED", exitReason: "UNK" } }],
    });
    expect(
      shown.classes.map(({ classId, endsAs, refund }) => [classId, endsAs, refund?.value]).sort(),
    ).toEqual(
      [
        [open.id, "DROPPED", 100],
        [half.id, "WITHDRAWN", 50],
      ].sort(),
    );
    // Another day, another share: the schedule is asked for the day on which the student left.
    const before = await effect(number, "DROPPED", day(-6));
    expect(before.classes.find(({ classId }) => classId === half.id)?.refund?.value).toBe(100);
    expect(await effect(number, "INACTIVE")).toMatchObject({
      leaving: false,
      programmes: [{ ending: null }],
    });
    expect((await effect(number, "DROPPED", day(1))).move.value).toBe(false);
  });

  it("finds nobody beyond reach and is for those who may change the status", async () => {
    const { number } = await aStudent();
    const elsewhere = { ...registrar, scopes: [{ kind: "PROGRAMME" as const, ref: "TESOL" }] };
    await expect(effect(number, "DROPPED", day(0), elsewhere)).rejects.toMatchObject({ kind: "not_found" });
    await expect(effect(number, "DROPPED", day(0), accountActor({ role: "auditor" }))).rejects.toMatchObject({
      kind: "forbidden",
    });
  });
});

describe("the change itself", () => {
  it("leaves the chosen classes, gives their seats to the queue and ends the programmes, in one step", async () => {
    const [leaver, waiter] = [await aStudent(), await aStudent()];
    const stay = await makeStay(leaver.personId, campus.programmeId, { start: day(-100) });
    const [full, kept] = [await aClass({ capacity: 1 }), await aClass()];
    await enrol(leaver.personId, full.id);
    await enrol(leaver.personId, kept.id);
    await writeTx(systemActor("seed"), {}, async (tx) => {
      await tx.$queryRaw`SELECT apply_cart('system:seed', ${waiter.personId}::integer, 0, '{}'::jsonb,
        ${JSON.stringify([{ take: full.id, wait: true }])}::jsonb)::text`;
    });
    expect(await seats(full.seatPoolId)).toEqual({ taken: 1, waiting: 1 });
    const result = await change(leaver.number, {
      dropClassIds: [full.id],
      endProgrammes: [{ id: stay, version: 1 }],
    });
    expect(result).toEqual({ version: 2, dropped: 1, ended: 1 });
    expect(await enrolments(leaver.personId)).toEqual([
      { classId: full.id, status: "DROPPED", endReason: "left for another country" },
      { classId: kept.id, status: "ENROLLED", endReason: null },
    ]);
    // The seat is offered to who waited.
    expect(await enrolments(waiter.personId)).toMatchObject([{ status: "OFFERED" }]);
    expect(await listProgrammeEnrolments(registrar, leaver.personId)).toMatchObject([
      { status: "DROPPED", exitReason: "UNK", endDate: day(0) },
    ]);
    expect(await database.prisma.student.findUnique({ where: { personId: leaver.personId } })).toMatchObject({
      status: "DROPPED",
    });
    const { rows } = await database.pool.query("SELECT count(*)::int AS n FROM seat_pool_drift()");
    expect(rows[0].n).toBe(0);
  });

  it("is all or nothing: what was left meanwhile or is no move stops everything", async () => {
    const { personId, number } = await aStudent();
    const one = await aClass();
    await enrol(personId, one.id);
    await expect(change(number, { dropClassIds: [one.id, 999_999] })).rejects.toMatchObject({
      code: "registration.not_enrolled",
    });
    await expect(
      changeStatusWithEffectsCommand(registrar, {
        number,
        version: 1,
        to: "DROPPED",
        effectiveOn: day(3),
        reason: "left for another country",
        dropClassIds: [one.id],
        endProgrammes: [],
      }),
    ).rejects.toMatchObject({ code: "people.status_move_refused" });
    await expect(
      change(number, { to: "INACTIVE", endProgrammes: [{ id: 1, version: 1 }] }),
    ).rejects.toMatchObject({
      kind: "not_found",
    });
    expect(await enrolments(personId)).toMatchObject([{ status: "ENROLLED" }]);
    expect(await database.prisma.student.findUnique({ where: { personId } })).toMatchObject({
      status: "ACTIVE",
      version: 1,
    });
  });

  it("drops classes only for whoever may", async () => {
    const { personId, number } = await aStudent();
    const { id } = await aClass();
    await enrol(personId, id);
    const permissions = new Set([...registrar.permissions].filter((name) => name !== "registration:drop"));
    const clerk = { ...registrar, permissions };
    expect(await effect(number, "DROPPED", day(0), clerk)).toMatchObject({ mayDrop: false });
    await expect(change(number, { dropClassIds: [id] }, clerk)).rejects.toMatchObject({ kind: "forbidden" });
    await change(number, {}, clerk);
    expect(await enrolments(personId)).toMatchObject([{ status: "ENROLLED" }]);
  });
});
