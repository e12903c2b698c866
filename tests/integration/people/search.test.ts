import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forgetWords } from "@/lib/people/commands/forget-words";
import { searchPeople } from "@/lib/people/queries/search-people";
import { systemActor } from "@/lib/platform/access/actor";
import { accountActor } from "@/tests/factories/actor";
import { makeStudent } from "@/tests/factories/student";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

let database: TestDatabase;
const registrar = accountActor();

async function numbers(
  q: string,
  kind: "student" | "teacher" | "any" = "student",
): Promise<(string | null)[]> {
  return (await searchPeople(registrar, { q, kind, limit: 10 })).map((hit) => hit.number);
}

beforeAll(async () => {
  database = await createTestDatabase();
  await makeStudent({
    number: 742,
    familyName: "SOK",
    personalName: "STREY",
    khmerFamilyName: "សុខ",
    // SRO + coeng order as the standard wants it: ស្ត្រី
    khmerPersonalName: "ស្ត្រី",
    phones: ["+855 12 345 678", "096 777 8888"],
    alias: "PUC2009A12",
  });
  await makeStudent({ number: 74_211, familyName: "CHAN", personalName: "SOPHEAP", khmerFamilyName: "ចាន់" });
  await makeStudent({ number: 12_345, familyName: "O'BRIEN", personalName: "ANNE-MARIE", status: "DROPPED" });
});
afterAll(() => database.close());

describe("search of people", () => {
  it("finds a number with and without zeros, and by its beginning", async () => {
    expect(await numbers("742")).toEqual(["00742", "74211"]);
    expect(await numbers("00742")).toEqual(["00742"]);
    expect(await numbers("0074")).toEqual(["00742"]);
    expect(await numbers("៧៤២១១")).toEqual(["74211"]);
  });

  it("finds Latin names in any order and part, whatever case and accent", async () => {
    expect(await numbers("strey sok")).toEqual(["00742"]);
    expect(await numbers("Sok St")).toEqual(["00742"]);
    expect(await numbers("sokstrey")).toEqual(["00742"]);
    expect(await numbers("Óbrien")).toEqual(["12345"]);
    expect(await numbers("marie")).toEqual(["12345"]);
  });

  it("finds Khmer names with subscripts in either order, zero width characters, in one piece", async () => {
    expect(await numbers("សុខ ស្ត្រី")).toEqual(["00742"]);
    expect(await numbers("ស\u17d2រ\u17d2តី")).toEqual(["00742"]);
    expect(await numbers("ស្ត្រី\u200bសុខ")).not.toEqual([]);
    expect(await numbers("សុខ\u200bស្ត្រី")).toEqual(["00742"]);
    expect(await numbers("សុ")).toEqual(["00742"]);
  });

  it("finds telephone numbers in every notation, also by their beginning", async () => {
    for (const q of [
      "012345678",
      "+855 12 345 678",
      "00855-12-345-678",
      "012 345",
      "12345678",
      "០១២៣៤៥៦៧៨",
    ]) {
      expect(await numbers(q), q).toContain("00742");
    }
    expect(await numbers("0967778888")).toEqual(["00742"]);
  });

  it("finds older numbers", async () => {
    expect(await numbers("puc2009a12")).toEqual(["00742"]);
    expect(await numbers("PUC 2009")).toEqual(["00742"]);
  });

  it("forgives a slip of the pen and finds the middle of a name", async () => {
    expect(await numbers("sopheep")).toEqual(["74211"]);
    expect(await numbers("pheap")).toEqual(["74211"]);
  });

  it("says nothing to too little or to nothing", async () => {
    for (const q of ["", " ", "s", "\u200b", "%", "'; DROP TABLE person; --zzz"])
      expect(await numbers(q), q).toEqual([]);
  });

  it("follows a change of name and forgets the old one", async () => {
    const { personId } = await makeStudent({ number: 555, familyName: "KEO", personalName: "MAKARA" });
    await database.pool.query(
      `BEGIN; SELECT set_config('naga.actor', 'system:test', true);
       UPDATE person SET search_key = 'keo vichea' WHERE id = ${personId}; COMMIT`,
    );
    expect(await numbers("vichea")).toEqual(["00555"]);
    expect(await numbers("makara")).toEqual([]);
    const { rows } = await database.pool.query(
      "SELECT token FROM person_search_token WHERE person_id = $1 ORDER BY 1",
      [personId],
    );
    expect(rows.map((row) => row.token)).toEqual(["keo", "vichea"]);
  });

  it("learns the words of new names and forgets those that nobody has any more", async () => {
    const known = async () => {
      const { rows } = await database.pool.query(
        "SELECT word, is_part FROM person_search_word WHERE word = ANY ($1) ORDER BY word",
        [["makara", "keomakara", "keo", "vichea"]],
      );
      return rows.map(({ word, is_part }) => `${word} ${is_part}`);
    };
    expect(await known()).toEqual(["keo true", "keomakara false", "makara true", "vichea true"]);
    expect(await forgetWords(systemActor("test"))).toBeGreaterThanOrEqual(2);
    expect(await known()).toEqual(["keo true", "vichea true"]);
  });

  it("lets a cashier find by number and name only, shows nothing personal, and refuses a student", async () => {
    const asCashier = (q: string) =>
      searchPeople(accountActor({ role: "cashier" }), { q, kind: "student", limit: 5 });
    const [hit] = await asCashier("sok strey");
    expect(hit).toMatchObject({ number: "00742", match: "exact" });
    expect(JSON.stringify(hit)).not.toContain("345");
    // Finding somebody by a telephone number would tell whose it is (visible-fields.ts).
    expect(await asCashier("012345678")).toEqual([]);
    expect((await searchPeople(registrar, { q: "012345678", kind: "student", limit: 5 }))[0]?.match).toBe(
      "phone",
    );
    await expect(
      searchPeople(accountActor({ role: "student", personId: 1 }), { q: "sok", kind: "student", limit: 5 }),
    ).rejects.toMatchObject({ kind: "forbidden" });
  });
});
