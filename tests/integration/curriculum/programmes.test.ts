import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createProgrammeCommand,
  editProgrammeCommand,
  openProgrammeCommand,
} from "@/lib/curriculum/programmes/commands";
import { getProgramme, listProgrammeLines } from "@/lib/curriculum/programmes/queries";
import { createProgrammeInput, editProgrammeInput } from "@/lib/curriculum/programmes/schemas";
import { loadProgrammeList } from "@/lib/curriculum/programmes/search-params";
import {
  createCycleCommand,
  createDivisionCommand,
  editCycleCommand,
  editDivisionCommand,
} from "@/lib/curriculum/structure/commands";
import { listStructure } from "@/lib/curriculum/structure/queries";
import { createCycleInput, createDivisionInput } from "@/lib/curriculum/structure/schemas";
import { accountActor } from "@/tests/factories/actor";
import { makeCourses, makeList } from "@/tests/factories/curriculum";
import { type Catalogue, makeCatalogue } from "@/tests/factories/studies";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

let database: TestDatabase;
let catalogue: Catalogue;
const director = accountActor({ role: "academic_director" });
const registrar = accountActor({ role: "registrar" });

beforeAll(async () => {
  database = await createTestDatabase();
  catalogue = await makeCatalogue();
});
afterAll(() => database.close());

const cycleId = async (code: string) =>
  (await listStructure(director)).flatMap(({ cycles }) => cycles).find((cycle) => cycle.code === code)?.id ??
  0;
const programme = async (over: object = {}) =>
  createProgrammeInput.parse({
    code: "law",
    name: "Law",
    nameKm: "ច្បាប់",
    shortName: "",
    kind: "ACADEMIC",
    award: "BA",
    cycleId: String(await cycleId("BA")),
    facultyCode: "ssir",
    facultyName: "",
    creditsRequired: "130",
    displayOrder: "70",
    ...over,
  });

describe("programmes", () => {
  it("are added by who edits the curriculum, with a code in capitals, once", async () => {
    await expect(createProgrammeCommand(registrar, await programme())).rejects.toMatchObject({
      kind: "forbidden",
    });
    expect(await createProgrammeCommand(director, await programme())).toEqual({ code: "LAW" });
    expect(await getProgramme(registrar, "law")).toMatchObject({
      code: "LAW",
      facultyCode: "SSIR",
      shortName: null,
      creditsRequired: 130,
      isActive: true,
    });
    await expect(createProgrammeCommand(director, await programme())).rejects.toMatchObject({
      kind: "conflict",
      code: "curriculum.code_taken",
    });
  });

  it("end with what their kind allows, in the command and in the database", async () => {
    await expect(
      createProgrammeCommand(director, await programme({ code: "FRENCH", kind: "LANGUAGE", award: "BA" })),
    ).rejects.toMatchObject({
      code: "curriculum.award_of_kind",
      fields: { award: ["curriculum.award_of_kind"] },
    });
    await expect(
      database.pool.query(
        `BEGIN; SELECT set_config('naga.actor', 'system:test', true);
         UPDATE programme SET award = 'CERT' WHERE code = 'LAW'; COMMIT`,
      ),
    ).rejects.toThrow(/programme_award_fits/);
    await database.pool.query("ROLLBACK");
  });

  it("change field by field under their version; the loser sees both values", async () => {
    const { id, version } = await getProgramme(director, "TESOL");
    const first = editProgrammeInput.parse({ id, version, creditsRequired: "129" });
    expect(await editProgrammeCommand(director, first)).toEqual({ version: version + 1 });
    const lost = editProgrammeInput.parse({ id, version, creditsRequired: "" });
    await expect(editProgrammeCommand(director, lost)).rejects.toMatchObject({
      kind: "stale",
      explained: { value: { fields: [{ field: "creditsRequired", theirs: 129, mine: null }] } },
    });
    expect(() => editProgrammeInput.parse({ id, version })).toThrow();
    expect(() => editProgrammeInput.parse({ id, version, code: "OTHER" })).toThrow();
  });

  it("close to new students, and open again while their cycle is open", async () => {
    const { id, version } = await getProgramme(director, "MBA");
    await openProgrammeCommand(director, { id, version, isActive: false });
    expect((await getProgramme(director, "MBA")).isActive).toBe(false);
    await expect(openProgrammeCommand(director, { id, version, isActive: true })).rejects.toMatchObject({
      kind: "stale",
    });
    const structure = await listStructure(director);
    const cycle = structure.flatMap(({ cycles }) => cycles).find(({ code }) => code === "MASTERS");
    if (!cycle) throw new Error("no cycle");
    const { code: _code, programmes: _p, courses: _c, ...facts } = cycle;
    await editCycleCommand(director, { ...facts, isActive: false });
    await expect(
      openProgrammeCommand(director, { id, version: version + 1, isActive: true }),
    ).rejects.toMatchObject({ code: "curriculum.cycle_closed" });
  });

  it("are listed with what their lists hold today, searched and filtered", async () => {
    const ids = await makeCourses(["AAA-101", "AAA-102"]);
    await makeList(catalogue.BUSADMIN, Object.values(ids));
    const state = (query: string) => loadProgrammeList(new URLSearchParams(query));
    const all = await listProgrammeLines(registrar, await state(""));
    expect(all.rows.find(({ code }) => code === "BUSADMIN")).toMatchObject({ requirements: 2, credits: 6 });
    const codes = async (query: string) =>
      (await listProgrammeLines(registrar, await state(query))).rows.map(({ code }) => code);
    expect(await codes("q=name+busadmin")).toEqual(["BUSADMIN"]);
    expect(await codes("kind=LANGUAGE")).toEqual(["GESL"]);
    expect(await codes("state=closed")).toEqual(["MBA"]);
    expect(await codes("cycle=BA&sort=-code")).toEqual(["TESOL", "LAW", "BUSADMIN"]);
    expect(await codes("q=%25")).toEqual([]);
  });
});

describe("divisions and cycles", () => {
  it("stay open while a programme of theirs takes students, and say how many do", async () => {
    const [division] = await listStructure(director);
    if (!division) throw new Error("no division");
    const { code: _code, cycles: _cycles, ...facts } = division;
    await expect(editDivisionCommand(director, { ...facts, isActive: false })).rejects.toMatchObject({
      kind: "refused",
      code: "curriculum.division_in_use",
    });
    await editDivisionCommand(director, { ...facts, name: "Everything" });
    await expect(editDivisionCommand(director, facts)).rejects.toMatchObject({ kind: "stale" });
  });

  it("are added with a code that stands once", async () => {
    const input = createDivisionInput.parse({
      code: "prof",
      name: "Professional",
      nameKm: "វិជ្ជាជីវៈ",
      description: "",
      displayOrder: "30",
      isActive: true,
    });
    const { id } = await createDivisionCommand(director, input);
    await expect(createDivisionCommand(director, input)).rejects.toMatchObject({
      code: "curriculum.code_taken",
    });
    const cycle = createCycleInput.parse({
      code: "CERTS",
      name: "Certificates",
      nameKm: "វិញ្ញាបនបត្រ",
      divisionId: String(id),
      rank: "1",
      typicalTerms: "",
      displayOrder: "10",
      isActive: true,
    });
    await createCycleCommand(director, cycle);
    await expect(
      createCycleCommand(director, { ...cycle, code: "X9", divisionId: 999_999 }),
    ).rejects.toMatchObject({
      kind: "not_found",
    });
    expect((await listStructure(registrar)).find((each) => each.id === id)?.cycles).toMatchObject([
      { code: "CERTS", typicalTerms: null, programmes: 0 },
    ]);
    await expect(createDivisionCommand(registrar, { ...input, code: "NO" })).rejects.toMatchObject({
      kind: "forbidden",
    });
  });
});
