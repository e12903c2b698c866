import { globSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.pool.query("CREATE TABLE held (amount integer)");
});
afterAll(() => database.close());

const hold = (definition: string) =>
  database.pool.query("SELECT hold_constraint('held', 'held_amount', $1)", [definition]);
const stored = async () =>
  (
    await database.pool.query(
      "SELECT oid, pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = 'held_amount'",
    )
  ).rows;

describe("a constraint that is held", () => {
  test("is built once, and anew only when its definition changes", async () => {
    await hold("CHECK (amount > 0)");
    const first = await stored();
    expect(first).toMatchObject([{ definition: "CHECK ((amount > 0))" }]);
    await hold("CHECK (amount > 0)");
    expect(await stored()).toEqual(first);
    await hold("CHECK (amount > 1)");
    expect(await stored()).toMatchObject([{ definition: "CHECK ((amount > 1))" }]);
    expect((await stored())[0].oid).not.toBe(first[0].oid);
  });

  test("replaces one that was made without it", async () => {
    await database.pool.query("COMMENT ON CONSTRAINT held_amount ON held IS NULL");
    await hold("CHECK (amount > 2)");
    expect(await stored()).toMatchObject([{ definition: "CHECK ((amount > 2))" }]);
  });

  test("is the only way in which prisma/sql makes one", () => {
    const files = globSync("prisma/sql/*/*.sql");
    const own = files.filter((file) => /ADD CONSTRAINT/i.test(readFileSync(file, "utf8")));
    expect(own).toEqual(["prisma/sql/platform/00-hold-constraint.sql"]);
    expect(
      files.filter((file) => readFileSync(file, "utf8").includes("hold_constraint(")).length,
    ).toBeGreaterThan(4);
  });
});
