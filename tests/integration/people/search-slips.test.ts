import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countStudents } from "@/lib/people/queries/count-students";
import { listStudents } from "@/lib/people/queries/list-students";
import { searchPeople } from "@/lib/people/queries/search-people";
import type { SearchKind } from "@/lib/people/schemas";
import { loadStudentListParams } from "@/lib/people/search-params";
import { resolveSelection } from "@/lib/people/selection";
import { accountActor } from "@/tests/factories/actor";
import { makeStudent } from "@/tests/factories/student";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

let database: TestDatabase;
const registrar = accountActor();

async function found(q: string, kind: SearchKind = "student", actor = registrar) {
  return (await searchPeople(actor, { q, kind, limit: 10 })).map((hit) => `${hit.number} ${hit.match}`);
}
const numbers = async (q: string) => (await found(q)).map((text) => text.split(" ")[0]);

async function makeTeacher(familyName: string, personalName: string, number: number): Promise<number> {
  const { personId } = await makeStudent({ familyName, personalName });
  await database.pool.query(
    `BEGIN; SELECT set_config('naga.actor', 'system:test', true);
     DELETE FROM student WHERE person_id = ${personId};
     INSERT INTO teacher (person_id, number, terminal_degree, start_date) VALUES (${personId}, ${number}, 'MASTER', '2020-01-06');
     COMMIT`,
  );
  return personId;
}

beforeAll(async () => {
  database = await createTestDatabase();
  await makeStudent({
    number: 101,
    familyName: "CHEA",
    personalName: "SOVANNARITH",
    khmerFamilyName: "ជា",
    khmerPersonalName: "សុវណ្ណារិទ្ធ",
  });
  await makeStudent({
    number: 102,
    familyName: "LIM",
    personalName: "DARA",
    khmerFamilyName: "លឹម",
    khmerPersonalName: "ដារា",
    status: "GRADUATED",
  });
  await makeStudent({ number: 103, familyName: "LIM", personalName: "DARA" });
  await makeStudent({ number: 104, familyName: "CHAN", personalName: "SREY NEANG" });
  await makeStudent({ number: 105, familyName: "CHAN", personalName: "THOU", alias: "L105X" });
});
afterAll(() => database.close());

describe("slips of the pen", () => {
  it.each([
    ["a letter missing", "sovannrith"],
    ["the first letter missing", "ovannarith"],
    ["a letter too many", "sovannarrith"],
    ["a letter in front", "xsovannarith"],
    ["a wrong letter", "sovanmarith"],
    ["a wrong first letter", "tovannarith"],
    ["two letters swapped", "sovannairth"],
    ["the first two swapped", "osvannarith"],
    ["the last two swapped", "sovannariht"],
    ["beside the right family name", "chea sovanmarith"],
    ["behind it", "sovanmarith chea"],
    ["in the family name", "chza sovannarith"],
    ["without the space", "cheasovanmarith"],
  ])("%s", async (_, q) => {
    expect(await found(q)).toEqual(["00101 corrected"]);
  });

  it("in Khmer: a vowel missing, another vowel, none at all", async () => {
    for (const q of ["សវណ្ណារិទ្ធ", "សូវណ្ណារិទ្ធ", "សវណ្ណរទ្ធ", "ជ សវណ្ណរទ្ធ", "ជាសវណ្ណរទ្ធ"])
      expect(await numbers(q), q).toEqual(["00101"]);
    expect(await found("ដរ")).toEqual(["00102 corrected"]);
  });

  it("does not correct words of three letters, nor two slips", async () => {
    expect(await found("lin")).toEqual(["00103 similar", "00102 similar"]);
    expect(await found("sovamarith chea xx")).toEqual([]);
  });

  it("keeps what is right above what is near", async () => {
    await makeStudent({ number: 106, familyName: "LIM", personalName: "DARY" });
    expect(await found("lim dara")).toEqual(["00103 exact", "00102 exact", "00106 corrected"]);
  });
});

describe("names in pieces", () => {
  it("joins what was split and splits what was joined", async () => {
    expect(await numbers("chan srey neang")).toEqual(["00104"]);
    expect(await numbers("sreyneang chan")).toEqual(["00104"]);
    expect(await numbers("chansreyneang")).toEqual(["00104"]);
    expect(await numbers("neang chan")).toEqual(["00104"]);
    expect(await numbers("chan tho")).toEqual(["00105"]);
    expect(await numbers("so ch")).toEqual(["00101"]);
  });

  it("puts who studies now before who has left", async () => {
    expect(await found("dara")).toEqual(["00103 exact", "00102 exact", "00106 corrected"]);
  });
});

describe("exact count", () => {
  const counted = (query: string) => {
    const { term: _, ...filter } = loadStudentListParams(new URLSearchParams(query));
    return countStudents(registrar, { ...filter, among: null, except: null });
  };

  it("counts the list in its state, and refuses who may not see it", async () => {
    expect(await counted("q=lim")).toBe(3);
    expect(await counted("q=lim&status=GRADUATED")).toBe(1);
    expect(await counted("q=%25")).toBe(0);
    expect(await counted("")).toBeGreaterThanOrEqual(6);
    await expect(
      countStudents(accountActor({ role: "teacher" }), {
        ...loadStudentListParams(new URLSearchParams()),
        among: null,
        except: null,
      }),
    ).rejects.toMatchObject({ kind: "forbidden" });
  });

  it("is the list, page by page, and whom a selection of all of it means", async () => {
    // Twelve who begin with the joined name, and one whose words stand apart: a search stops before that one.
    for (let i = 0; i < 12; i++) await makeStudent({ familyName: "YOS", personalName: "MONYROTH" });
    await makeStudent({ familyName: "MONY", personalName: "CHAN YOS" });
    const { term: _, ...filter } = loadStudentListParams(new URLSearchParams("q=yos mony"));
    const page = await listStudents(registrar, { ...filter, among: null, except: null });
    expect(page.total).toBe(13);
    expect(await counted("q=yos mony")).toBe(13);
    const selection = { kind: "list", list: "students", params: { q: "yos mony" } } as const;
    expect(await resolveSelection(registrar, selection, 100)).toHaveLength(13);
  });

  it("gives up after its time, and leaves the connection usable", async () => {
    const other = await database.pool.connect();
    await other.query("BEGIN; LOCK TABLE student IN ACCESS EXCLUSIVE MODE");
    try {
      await expect(counted("")).rejects.toMatchObject({ kind: "unavailable", code: "people.count_too_slow" });
    } finally {
      await other.query("ROLLBACK");
      other.release();
    }
    expect(await counted("q=lim")).toBe(3);
  }, 20_000);
});

describe("e-mails, teachers, the reach", () => {
  it("finds an e-mail by its beginning, one's own only for who reads people", async () => {
    await database.pool.query(
      `BEGIN; SELECT set_config('naga.actor', 'system:test', true);
       UPDATE person SET school_email = 'Lim.Dara.103@students.naga.example', personal_email = 'dara@mail.example'
        WHERE id = (SELECT person_id FROM student WHERE number = 103); COMMIT`,
    );
    expect(await found("lim.dara.103@stud")).toEqual(["00103 email"]);
    expect(await found("LIM.DARA.103@students.naga.example")).toEqual(["00103 exact"]);
    expect(await found("dara@mail")).toEqual(["00103 email"]);
    expect(await found("dara@mail", "student", accountActor({ role: "cashier" }))).toEqual([]);
  });

  it("finds teachers among themselves, by name, slip and number, whatever the students are called", async () => {
    for (let i = 0; i < 12; i++) await makeStudent({ familyName: "TEP", personalName: "BOPHA" });
    const teacher = await makeTeacher("TEP", "BOPHA", 77);
    const ids = async (q: string) =>
      (await searchPeople(registrar, { q, kind: "employee", limit: 10 })).map((hit) => hit.personId);
    for (const q of ["tep bopha", "bopha", "tep bophaa", "bopha tep", "tepbopha", "77"])
      expect(await ids(q), q).toEqual([teacher]);
    expect(await ids("sovannarith")).toEqual([]);
    const students = await searchPeople(registrar, { q: "tep bopha", kind: "student", limit: 50 });
    expect(students.map((hit) => hit.personId)).not.toContain(teacher);
    expect(students).toHaveLength(12);
  });

  it("keeps to the programmes of the actor", async () => {
    const director = accountActor({ role: "registrar", scopes: [{ kind: "PROGRAMME", ref: "BUSADMIN" }] });
    expect(await found("sovannarith", "student", director)).toEqual([]);
    expect(await found("tep", "employee", director)).toEqual([]);
    expect(await found("tep", "any", director)).toEqual([]);
    expect(await found("tep", "teacher", director)).toEqual([]);
  });
});
