import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addAliasCommand, removeAliasCommand } from "@/lib/people/numbers/commands";
import { findNumberToCome, getNumbersAndStatus } from "@/lib/people/numbers/queries";
import { addAliasInput } from "@/lib/people/numbers/schemas";
import { searchPeople } from "@/lib/people/queries/search-people";
import { accountActor } from "@/tests/factories/actor";
import { makeStudent } from "@/tests/factories/student";
import { auditReasons } from "@/tests/factories/studies";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

let database: TestDatabase;
const registrar = accountActor();

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const add = (number: number, alias: string) =>
  addAliasCommand(registrar, addAliasInput.parse({ number, alias, reason: "stands on the old card" }));
const aliases = async (personId: number) =>
  (await getNumbersAndStatus(registrar, personId)).aliases.map(({ alias }) => alias);

describe("older numbers", () => {
  it("are found by search at once, and no longer after they were removed, each with a reason", async () => {
    const { number, personId } = await makeStudent();
    const { id } = await add(number, " puc2009 a12 ");
    expect(await aliases(personId)).toEqual(["PUC2009A12"]);
    const find = async () => searchPeople(registrar, { q: "PUC2009A12", kind: "student", limit: 5 });
    expect(await find()).toMatchObject([{ personId }]);
    await removeAliasCommand(registrar, { number, id, reason: "belongs to the sister" });
    expect(await find()).toEqual([]);
    expect((await auditReasons(database.pool, "student_alias")).slice(0, 2)).toEqual([
      "belongs to the sister",
      "stands on the old card",
    ]);
    await expect(removeAliasCommand(registrar, { number, id, reason: "once more" })).rejects.toMatchObject({
      code: "people.alias_not_found",
    });
  });

  it("lead to one student: never another's alias, however it is written, and never a number", async () => {
    const [one, other] = [await makeStudent(), await makeStudent()];
    await add(one.number, "00A7");
    await expect(add(other.number, "a7")).rejects.toMatchObject({
      code: "people.alias_taken",
      fields: { alias: ["people.alias_taken"] },
    });
    await expect(add(other.number, String(one.number))).rejects.toMatchObject({
      code: "people.alias_is_number",
    });
    await expect(add(other.number, `00${one.number}`)).rejects.toMatchObject({
      code: "people.alias_is_number",
    });
    expect(addAliasInput.safeParse({ number: 1, alias: "ឈ្មោះ", reason: "stands there" }).success).toBe(false);
  });

  it("are nobody's new number: neither given by hand nor by the sequence", async () => {
    const { number } = await makeStudent({ number: 90_000 });
    const coming = await findNumberToCome(registrar);
    expect(coming).toBe(90_001);
    await add(number, "90001");
    expect(await findNumberToCome(registrar)).toBe(90_002);
    const { rows } = await database.pool.query<{ n: number }>("SELECT people_next_student_number() AS n");
    expect(rows[0]?.n).toBe(90_002);
    await expect(makeStudent({ number: 90_001 })).rejects.toMatchObject({ code: "people.number_is_alias" });
  });

  it("are changed by those who may edit people, within their reach", async () => {
    const { number } = await makeStudent();
    const input = { number, alias: "X1", reason: "stands there" };
    await expect(addAliasCommand(accountActor({ role: "auditor" }), input)).rejects.toMatchObject({
      kind: "forbidden",
    });
    const elsewhere = accountActor({ scopes: [{ kind: "PROGRAMME", ref: "TESOL" }] });
    await expect(addAliasCommand(elsewhere, input)).rejects.toMatchObject({ kind: "not_found" });
  });
});
