import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "@/lib/platform/access/actor";
import { dayToDb } from "@/lib/platform/dates/campus";
import type { StudentStatus } from "@/lib/platform/db/generated/enums";
import { writeTx } from "@/lib/platform/db/transaction";
import { listJourney } from "@/lib/studies/journey/queries";
import { accountActor } from "@/tests/factories/actor";
import { makeStudent } from "@/tests/factories/student";
import { type Catalogue, day, makeCatalogue, makeStay } from "@/tests/factories/studies";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

let database: TestDatabase;
let catalogue: Catalogue;
const registrar = accountActor();
const seed = systemActor("seed");

beforeAll(async () => {
  database = await createTestDatabase();
  catalogue = await makeCatalogue();
});
afterAll(() => database.close());

const move = (
  studentId: number,
  from: StudentStatus | null,
  to: StudentStatus,
  on: number,
  reason = "because",
) =>
  writeTx(seed, {}, (tx) =>
    tx.studentStatusChange.create({
      data: {
        studentId,
        fromStatus: from,
        toStatus: to,
        effectiveOn: dayToDb(day(on)),
        reason,
        actor: "system:seed",
      },
    }),
  );

let terms = 0;
/** A level of GESL that was sat from one day to another. */
const sit = (studentId: number, level: number, from: number, to: number, passes: boolean) =>
  writeTx(seed, {}, async (tx) => {
    terms += 1;
    const code = `GESL-0${level}`;
    const cycle = await tx.cycle.findFirstOrThrow({ where: { code: "LANG" } });
    const course =
      (await tx.course.findFirst({ where: { code } })) ??
      (await tx.course.create({
        data: {
          code,
          title: code,
          shortTitle: code,
          cycleId: cycle.id,
          level,
          programmeCode: "GESL",
          validFrom: new Date("2009-01-01"),
        },
      }));
    const term = await tx.term.create({
      data: {
        code: `J${terms}`,
        name: `J${terms}`,
        nameKm: `J${terms}`,
        termType: "ENG_A",
        startDate: dayToDb(day(from)),
        endDate: dayToDb(day(to)),
      },
    });
    await tx.courseResult.create({
      data: {
        studentId,
        courseId: course.id,
        termId: term.id,
        credits: 0,
        attempt: terms,
        passes,
        earnsCredit: passes,
        countsInGpa: true,
        source: "EXAM",
      },
    });
  });
const declareIn = (studentId: number, programmeId: number, on: number, status: "CURRENT" | "SUPERSEDED") =>
  writeTx(seed, {}, (tx) =>
    tx.majorDeclaration.create({
      data: {
        studentId,
        programmeId,
        declaredOn: dayToDb(day(on)),
        effectiveOn: dayToDb(day(on)),
        status,
        reason: "wants to teach",
      },
    }),
  );

const told = async (personId: number) =>
  (await listJourney(registrar, personId)).map(({ kind, on, programme, level }) =>
    `${on} ${kind} ${programme?.code ?? ""}${level ?? ""}`.trim(),
  );

describe("the journey", () => {
  it("knows the fourteen milestones, each from what happened", async () => {
    const { personId: id } = await makeStudent();
    await move(id, null, "ACTIVE", -2000);
    await makeStay(id, catalogue.GESL, {
      status: "COMPLETED",
      start: day(-1990),
      end: day(-1700),
      exitReason: "COMP",
      level: 1,
    });
    await sit(id, 1, -1990, -1900, true);
    await sit(id, 2, -1890, -1800, false);
    await sit(id, 2, -1790, -1700, true);
    await makeStay(id, catalogue.BUSADMIN, {
      status: "TRANSFERRED",
      start: day(-1650),
      end: day(-1400),
      exitReason: "TRAN_INT",
    });
    await makeStay(id, catalogue.TESOL, {
      status: "COMPLETED",
      start: day(-1400),
      end: day(-800),
      exitReason: "GRAD",
    });
    await declareIn(id, catalogue.BUSADMIN, -1650, "SUPERSEDED");
    await declareIn(id, catalogue.TESOL, -1400, "CURRENT");
    await move(id, "ACTIVE", "GRADUATED", -800);
    await move(id, "GRADUATED", "ACTIVE", -700);
    await makeStay(id, catalogue.MBA, {
      status: "FAILED",
      start: day(-700),
      end: day(-500),
      exitReason: "DISM",
    });
    await writeTx(seed, {}, (tx) =>
      tx.leaveOfAbsence.create({
        data: {
          studentId: id,
          startsOn: dayToDb(day(-650)),
          returnsOn: dayToDb(day(-600)),
          kind: "FAMILY",
          reason: "x",
          status: "APPROVED",
        },
      }),
    );
    await move(id, "ACTIVE", "TRANSFERRED", -490);
    await makeStay(id, catalogue.GESL, {
      status: "WITHDRAWN",
      start: day(-480),
      end: day(-470),
      exitReason: "PERS",
    });
    const kinds = new Set((await listJourney(registrar, id)).map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(
      [
        "PROGRAMME_START",
        "LEVEL_ADVANCE",
        "MAJOR_DECLARED",
        "MAJOR_CHANGED",
        "LEVEL_COMPLETE",
        "PROGRAMME_COMPLETE",
        "DEGREE_EARNED",
        "CERTIFICATE_EARNED",
        "WITHDRAWAL",
        "DISMISSAL",
        "LEAVE_OF_ABSENCE",
        "TRANSFER",
        "READMISSION",
        "STATUS_CHANGE",
        "GAP",
      ].sort(),
    );
    const lines = await told(id);
    expect(lines).toContain(`${day(-1890)} LEVEL_ADVANCE GESL2`);
    expect(lines).toContain(`${day(-1700)} LEVEL_COMPLETE GESL2`);
    expect(lines).toContain(`${day(-1400)} MAJOR_CHANGED TESOL`);
    expect(lines.filter((line) => line.includes("LEVEL_ADVANCE"))).toHaveLength(1);
    expect(lines).toEqual([...lines].sort((a, b) => b.slice(0, 10).localeCompare(a.slice(0, 10))));
  });

  it("checks graduation first: who completed has not dropped out, and has no gap", async () => {
    const { personId: graduate } = await makeStudent({ status: "DROPPED" });
    await makeStay(graduate, catalogue.TESOL, {
      status: "COMPLETED",
      start: day(-3000),
      end: day(-1500),
      exitReason: "GRAD",
    });
    await move(graduate, "ACTIVE", "DROPPED", -760, "no_class_two_years");
    expect(await told(graduate)).toEqual([
      `${day(-760)} STATUS_CHANGE`,
      `${day(-1500)} DEGREE_EARNED TESOL`,
      `${day(-1500)} PROGRAMME_COMPLETE TESOL`,
      `${day(-3000)} PROGRAMME_START TESOL`,
    ]);
    const { personId: dropped } = await makeStudent({ status: "DROPPED" });
    await makeStay(dropped, catalogue.TESOL, {
      status: "DROPPED",
      start: day(-3000),
      end: day(-1500),
      exitReason: "UNK",
    });
    await move(dropped, "ACTIVE", "DROPPED", -760, "no_class_two_years");
    expect(await told(dropped)).toEqual([
      `${day(-760)} WITHDRAWAL`,
      `${day(-1500)} WITHDRAWAL TESOL`,
      `${day(-3000)} GAP`,
      `${day(-3000)} PROGRAMME_START TESOL`,
    ]);
  });

  it("shows half a year without a class as a gap, closed by what comes next; a leave is none", async () => {
    const { personId: id } = await makeStudent();
    await makeStay(id, catalogue.GESL, { start: day(-1000), level: 1 });
    await sit(id, 1, -1000, -900, true);
    await sit(id, 2, -700, -600, true);
    await writeTx(seed, {}, (tx) =>
      tx.leaveOfAbsence.create({
        data: {
          studentId: id,
          startsOn: dayToDb(day(-600)),
          returnsOn: dayToDb(day(-350)),
          kind: "WORK",
          reason: "x",
          status: "APPROVED",
        },
      }),
    );
    await sit(id, 3, -340, -250, true);
    const gaps = (await listJourney(registrar, id)).filter(({ kind }) => kind === "GAP");
    expect(gaps).toMatchObject([{ on: day(-900), until: day(-700) }]);
  });

  it("is empty beyond the actor's reach and refused without the right", async () => {
    const { personId } = await makeStudent();
    await makeStay(personId, catalogue.TESOL, { start: day(-10) });
    const elsewhere = accountActor({ scopes: [{ kind: "PROGRAMME", ref: "MBA" }] });
    expect(await listJourney(elsewhere, personId)).toEqual([]);
    expect(await listJourney(registrar, personId)).toHaveLength(1);
    await expect(listJourney(accountActor({ role: "cashier" }), personId)).rejects.toMatchObject({
      kind: "forbidden",
    });
  });
});
