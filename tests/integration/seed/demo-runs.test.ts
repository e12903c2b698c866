import { afterEach, describe, expect, it } from "vitest";
import { seedDemoCommand } from "@/prisma/seed/command";
import { seedDemo } from "@/prisma/seed/demo";
import { createTestDatabase, type TestDatabase } from "../../setup/database";

const opened: TestDatabase[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});
async function open(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  opened.push(database);
  return database;
}

const small = { scale: "small", anchorDate: "2026-11-25" } as const;

/** A hash over every row of every loaded table, read back from the database. */
async function content(database: TestDatabase, tables: string[]): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const table of [...tables, "person_search_token"]) {
    const { rows } = await database.pool.query(
      `SELECT md5(string_agg(t::text, E'\\n' ORDER BY t::text COLLATE "C")) AS hash FROM "${table}" t`,
    );
    hashes[table] = rows[0].hash;
  }
  return hashes;
}

describe("two runs", () => {
  it("give the same rows for the same anchor, others for another", async () => {
    const first = await open();
    const one = await seedDemo({ databaseUrl: first.databaseUrl, ...small });
    const tables = Object.keys(one.tables);
    const before = await content(first, tables);
    const two = await seedDemo({ databaseUrl: first.databaseUrl, ...small, replace: true });
    expect(two.tables).toEqual(one.tables);
    expect(await content(first, tables)).toEqual(before);
    const other = await seedDemo({
      databaseUrl: first.databaseUrl,
      ...small,
      anchorDate: "2026-12-20",
      replace: true,
    });
    expect(other.tables.term?.sha256).not.toBe(one.tables.term?.sha256);
  });

  it("hold at awkward days: a holiday, the Khmer new year, a Sunday two years on", async () => {
    const database = await open();
    for (const anchorDate of ["2026-11-09", "2027-04-14", "2028-02-27"]) {
      const { tables } = await seedDemo({
        databaseUrl: database.databaseUrl,
        scale: "small",
        anchorDate,
        replace: true,
      });
      expect(tables.term?.rows).toBe(178);
      const { rows } = await database.pool.query(
        `SELECT (SELECT count(*)::int FROM seat_pool_drift()) AS drift,
                (SELECT count(*)::int FROM meeting WHERE on_date = $1::date AND NOT cancelled) AS today,
                (SELECT count(*)::int FROM term WHERE is_active AND $1::date BETWEEN start_date AND end_date) AS running`,
        [anchorDate],
      );
      expect(rows[0]).toMatchObject({ drift: 0, running: 4 });
      expect(rows[0].today).toBeGreaterThan(0);
    }
  });
});

describe("refusals", () => {
  const quiet = { scale: "small", say: () => undefined } as const;

  it("refuses by NAGA_ENV before it connects", async () => {
    for (const environment of ["production", "evaluation", "migration"]) {
      const run = seedDemoCommand({ ...quiet, environment, databaseUrl: "postgres://nowhere.invalid/none" });
      await expect(run).rejects.toThrow(/only where NAGA_ENV/);
    }
  });

  it("refuses a database that is marked as real, whatever NAGA_ENV says", async () => {
    const database = await open();
    for (const [environment, data] of [
      ["production", "REAL"],
      ["staging", "REAL"],
      ["production", "DEMO"],
      ["staging", "ANONYMISED"],
    ]) {
      await database.pool.query(
        "UPDATE environment_marker SET environment = $1, data_class = $2::data_class",
        [environment, data],
      );
      const run = seedDemoCommand({ ...quiet, environment: "local", databaseUrl: database.databaseUrl });
      await expect(run).rejects.toThrow(/invented people are refused/);
    }
    expect((await database.pool.query("SELECT FROM department")).rowCount).toBe(0);
  });

  it("refuses a database with people, and --replace in staging", async () => {
    const database = await open();
    await database.pool.query(
      `BEGIN; SELECT set_config('naga.actor', 'system:test', true);
       INSERT INTO person (public_id, family_name, personal_name, search_key) VALUES (gen_random_uuid(), 'SOK', 'DARA', 'sok dara');
       COMMIT`,
    );
    const command = { ...quiet, environment: "test", databaseUrl: database.databaseUrl };
    await expect(seedDemoCommand(command)).rejects.toThrow(/already has people/);
    await database.pool.query("UPDATE environment_marker SET environment = 'staging'");
    await expect(seedDemoCommand({ ...command, environment: "staging", replace: true })).rejects.toThrow(
      /refused in staging/,
    );
    expect((await database.pool.query("SELECT FROM person")).rowCount).toBe(1);
  });

  it("says what is wrong with an impossible anchor", async () => {
    const run = seedDemoCommand({
      ...quiet,
      environment: "test",
      databaseUrl: "postgres://nowhere.invalid/none",
      anchorDate: "2026-02-30",
    });
    await expect(run).rejects.toThrow(/must be a day/);
  });

  it("leaves nothing behind when it fails half-way", async () => {
    const database = await open();
    await database.pool.query("ALTER TABLE meeting ADD CONSTRAINT stop_here CHECK (id < 100)");
    await expect(seedDemo({ databaseUrl: database.databaseUrl, ...small })).rejects.toThrow(/stop_here/);
    expect((await database.pool.query("SELECT FROM person")).rowCount).toBe(0);
  });
});
