import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createTemplateCommand,
  editTemplateCommand,
  endTemplateCommand,
} from "@/lib/curriculum/part-templates/commands";
import { findTemplateFor, showTemplateFor } from "@/lib/curriculum/part-templates/find-template";
import { listTemplates, listTemplateVersions, listUncovered } from "@/lib/curriculum/part-templates/queries";
import type { CreateTemplateInput } from "@/lib/curriculum/part-templates/schemas";
import { createScaleCommand, editScaleCommand, removeScaleCommand } from "@/lib/curriculum/scales/commands";
import { listScales } from "@/lib/curriculum/scales/queries";
import { systemActor } from "@/lib/platform/access/actor";
import { writeTx } from "@/lib/platform/db/transaction";
import { accountActor } from "@/tests/factories/actor";
import { type Campus, makeCampus, makeStudent } from "@/tests/factories/timetable";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

const director = accountActor({ role: "academic_director" });
const registrar = accountActor({ role: "registrar" });
const system = systemActor("test");
let database: TestDatabase;
let campus: Campus;
const programmes: Record<string, number> = {};
const courses: Record<string, number> = {};

beforeAll(async () => {
  database = await createTestDatabase();
  campus = await makeCampus(database.pool);
  await writeTx(system, {}, async (tx) => {
    for (const code of ["GESL", "IEAP"]) {
      const { id } = await tx.programme.create({
        data: {
          cycleId: campus.cycles.language,
          code,
          name: code,
          nameKm: code,
          kind: "LANGUAGE",
          award: "CERT",
        },
      });
      programmes[code] = id;
    }
    const course = async (code: string, level: number | null, programmeCode: string | null) => {
      const { id } = await tx.course.create({
        data: {
          code,
          title: code,
          shortTitle: code,
          cycleId: campus.cycles.language,
          level,
          programmeCode,
          validFrom: new Date("2009-04-01"),
        },
      });
      courses[code] = id;
    };
    await course("GESL-03", 3, "GESL");
    await course("GESL-07", 7, "GESL");
    await course("IEAP-BEG", -1, "IEAP");
    await course("ACCT-101", null, null);
  });
});
afterAll(() => database.close());

const part = (percent: string, over: object = {}) => ({
  session: 1,
  partType: "GRAMMAR" as const,
  name: `Part ${percent}`,
  nameKm: "ផ្នែក",
  weekdays: [3, 1],
  minutes: 90,
  roomNeed: null,
  percent,
  textbookIds: [],
  ...over,
});
const set = (over: Partial<CreateTemplateInput> = {}): CreateTemplateInput => ({
  programmeId: programmes.GESL ?? 0,
  levelFrom: 1,
  levelTo: 6,
  validFrom: "2020-01-01",
  name: "Levels 1 to 6",
  nameKm: "កម្រិត 1 ដល់ 6",
  parts: [part("40"), part("60")],
  replacesId: null,
  ...over,
});
const find = (course: string, day: string) =>
  writeTx(system, {}, (tx) => findTemplateFor(tx, courses[course] ?? 0, day));

describe("a template of classes", () => {
  it("is found by level and day, follows its versions, and is missed where there is none", async () => {
    const { id } = await createTemplateCommand(director, set());
    expect(await find("GESL-03", "2019-12-31")).toEqual({ kind: "missing", programmeCode: "GESL", level: 3 });
    expect(await find("GESL-07", "2021-01-01")).toMatchObject({ kind: "missing", level: 7 });
    expect(await find("GESL-03", "2020-01-01")).toMatchObject({
      kind: "set",
      setId: id,
      sessions: 1,
      parts: [
        { code: 1, weight: "0.400", weekdays: [1, 3], minutes: 90 },
        { code: 2, weight: "0.600" },
      ],
    });
    expect(await find("ACCT-101", "2021-01-01")).toMatchObject({
      kind: "single",
      parts: [{ partType: "MAIN", weight: "1.000" }],
    });
    const { id: newer } = await createTemplateCommand(
      director,
      set({ validFrom: "2025-01-01", replacesId: id, parts: [part("100")] }),
    );
    expect(await find("GESL-03", "2024-12-31")).toMatchObject({ setId: id });
    expect(await showTemplateFor(registrar, courses["GESL-03"] ?? 0, "2025-01-01")).toMatchObject({
      setId: newer,
      parts: [{ weight: "1.000" }],
    });
    const current = await listTemplates(registrar, { when: "current", programme: "GESL" });
    expect(current.map((row) => row.id)).toEqual([newer]);
    const [row] = current;
    if (!row) throw new Error("no template");
    expect((await listTemplateVersions(registrar, row)).map((each) => each.id)).toEqual([newer, id]);
    expect((await listUncovered(registrar)).map(({ code }) => code)).toEqual(["GESL-07", "IEAP-BEG"]);
    await endTemplateCommand(director, { id: newer, version: 1, validTo: "2026-01-01" });
    expect((await listUncovered(registrar)).map(({ code }) => code)).toContain("GESL-03");
    await expect(
      endTemplateCommand(director, { id: newer, version: 1, validTo: "2027-01-01" }),
    ).rejects.toMatchObject({ kind: "stale" });
  });

  it("keeps its parts when it is corrected, and loses those that are taken away", async () => {
    const { id } = await createTemplateCommand(
      director,
      set({ levelFrom: 7, levelTo: 7, parts: [part("50"), part("30"), part("20")] }),
    );
    const before = await find("GESL-07", "2021-01-01");
    await editTemplateCommand(director, {
      id,
      version: 1,
      name: "Level 7",
      nameKm: "កម្រិត 7",
      parts: [part("70"), part("30")],
    });
    const after = await find("GESL-07", "2021-01-01");
    if (before?.kind !== "set" || after?.kind !== "set") throw new Error("no template");
    expect(after.parts.map(({ id: own, weight }) => [own, weight])).toEqual([
      [before.parts[0]?.id, "0.700"],
      [before.parts[1]?.id, "0.300"],
    ]);
  });

  it("has two sessions in IEAP, and makes one in each", async () => {
    const ieap = { programmeId: programmes.IEAP ?? 0, levelFrom: -2, levelTo: 4 };
    await expect(
      createTemplateCommand(director, set({ ...ieap, parts: [part("100")] })),
    ).rejects.toMatchObject({
      code: "curriculum.template_weights_of",
      params: { session: 2, percent: 0 },
    });
    await createTemplateCommand(
      director,
      set({ ...ieap, parts: [part("100"), part("50", { session: 2 }), part("50", { session: 2 })] }),
    );
    expect(await find("IEAP-BEG", "2021-01-01")).toMatchObject({ sessions: 2 });
  });

  it("is refused where it would not be one", async () => {
    const make = (over: Partial<CreateTemplateInput>) => createTemplateCommand(director, set(over));
    await expect(make({ levelFrom: 5, levelTo: 9 })).rejects.toMatchObject({
      code: "curriculum.template_days_taken",
    });
    await expect(make({ levelFrom: 9, levelTo: 8 })).rejects.toMatchObject({
      code: "curriculum.levels_in_order",
    });
    await expect(make({ programmeId: campus.programmeId })).rejects.toMatchObject({
      code: "curriculum.programme_needed",
    });
    await expect(make({ levelFrom: 9, levelTo: 9, parts: [part("90")] })).rejects.toMatchObject({
      code: "curriculum.template_weights_of",
    });
    await expect(
      make({ levelFrom: 9, levelTo: 9, parts: [part("100", { textbookIds: [999_999] })] }),
    ).rejects.toMatchObject({ code: "curriculum.template_textbook_gone" });
    await expect(createTemplateCommand(registrar, set())).rejects.toMatchObject({ kind: "forbidden" });
  });

  it("weighs one by the database too", async () => {
    await expect(
      writeTx(system, {}, (tx) => tx.partTemplate.updateMany({ data: { weight: 0.3 } })),
    ).rejects.toMatchObject({ code: "curriculum.template_weights" });
    await expect(
      writeTx(system, {}, (tx) =>
        tx.partTemplateSet.updateMany({
          where: { programmeId: programmes.GESL ?? 0 },
          data: { sessions: 2 },
        }),
      ),
    ).rejects.toMatchObject({ code: "curriculum.template_sessions" });
  });
});

describe("a grading scale", () => {
  const letter = (name: string, minPercent: string, points: string, passes = true) => ({
    letter: name,
    minPercent,
    points,
    passes,
    earnsCredit: passes,
  });
  const grades = [letter("A", "90", "4"), letter("B", "60", "3"), letter("F", "0", "0", false)];
  const make = (validFrom: string, over: object = {}) =>
    createScaleCommand(director, { kind: "ACADEMIC", name: `From ${validFrom}`, validFrom, grades, ...over });

  it("has versions by date; a new one ends the one before, and may be taken back while nobody was graded by it", async () => {
    const first = await make("2009-04-01");
    const second = await make("2018-01-01");
    const spans = async () =>
      (await listScales(registrar)).map(({ id, validFrom, validTo }) => [id, validFrom, validTo]);
    expect(await spans()).toEqual([
      [second.id, "2018-01-01", null],
      [first.id, "2009-04-01", "2018-01-01"],
    ]);
    // Between the two: the new one takes over the end of the one that it follows.
    const between = await make("2015-01-01");
    expect(await spans()).toContainEqual([between.id, "2015-01-01", "2018-01-01"]);
    await removeScaleCommand(director, { id: between.id, version: 1 });
    expect(await spans()).toContainEqual([first.id, "2009-04-01", "2018-01-01"]);
    await expect(make("2018-01-01")).rejects.toMatchObject({ code: "curriculum.scale_days_taken" });
    await expect(removeScaleCommand(director, { id: first.id, version: 4 })).rejects.toMatchObject({
      code: "curriculum.scale_is_first",
    });
  });

  it("keeps the letters by which somebody was graded, and the terms that were graded", async () => {
    const scale = (await listScales(registrar)).find(({ validFrom }) => validFrom === "2018-01-01");
    if (!scale) throw new Error("no scale");
    const edited = await editScaleCommand(director, {
      id: scale.id,
      version: scale.version,
      name: "Academic",
      grades: [letter("A", "80", "4"), letter("F", "0", "0", false)],
    });
    const studentId = await makeStudent(database.pool);
    await writeTx(system, {}, (tx) =>
      tx.courseResult.create({
        data: {
          studentId,
          courseId: courses["ACCT-101"] ?? 0,
          termId: campus.termId,
          credits: 3,
          letter: "A",
          points: 4,
          scaleId: scale.id,
          passes: true,
          earnsCredit: true,
          countsInGpa: true,
          source: "LEGACY",
        },
      }),
    );
    const change = { id: scale.id, version: edited.version, name: "Academic", grades };
    await expect(editScaleCommand(director, change)).rejects.toMatchObject({
      code: "curriculum.scale_in_use",
    });
    await expect(
      writeTx(system, {}, (tx) =>
        tx.scaleGrade.updateMany({ where: { scaleId: scale.id, letter: "A" }, data: { points: 3 } }),
      ),
    ).rejects.toMatchObject({ code: "curriculum.scale_in_use" });
    await expect(make("2019-01-01")).rejects.toMatchObject({ code: "curriculum.scale_graded_since" });
    const { id } = await make("2999-01-01");
    expect((await listScales(registrar)).find((each) => each.id === id)).toMatchObject({ used: 0 });
    expect((await listScales(registrar)).find((each) => each.id === scale.id)).toMatchObject({
      used: 1,
      validTo: "2999-01-01",
    });
  });

  it("is refused where letters make none, by the command and by the database", async () => {
    await expect(make("2030-01-01", { grades: grades.slice(0, 2) })).rejects.toMatchObject({
      code: "curriculum.scale_invalid",
      fields: { "grades.1.minPercent": ["curriculum.scale_begins_at_zero"] },
    });
    await expect(
      createScaleCommand(registrar, { kind: "ACADEMIC", name: "X", validFrom: "2030-01-01", grades }),
    ).rejects.toMatchObject({ kind: "forbidden" });
    const insert = (points: number) =>
      writeTx(system, {}, (tx) =>
        tx.gradingScale.create({
          data: {
            code: "IEAP",
            name: "IEAP",
            kind: "LANGUAGE_IEAP",
            validFrom: new Date("2020-01-01"),
            grades: {
              create: [
                { letter: "A", minPercent: 50, points, passes: true, earnsCredit: true, displayOrder: 1 },
                {
                  letter: "F",
                  minPercent: points === 4 ? 10 : 0,
                  points: 1,
                  passes: false,
                  earnsCredit: false,
                  displayOrder: 2,
                },
              ],
            },
          },
        }),
      );
    await expect(insert(0)).rejects.toMatchObject({ code: "curriculum.scale_letters_in_order" });
    await expect(insert(4)).rejects.toMatchObject({ code: "curriculum.scale_begins_at_zero" });
  });
});
