import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { migrate } from "@/lib/platform/db/migrate/apply";
import { migrationStatus } from "@/lib/platform/db/migrate/status";
import { createTestDatabase } from "../../setup/database";

const root = mkdtempSync(join(tmpdir(), "naga-migrate-"));
for (const path of ["prisma", "lib/platform/db/migrate"]) cpSync(path, join(root, path), { recursive: true });
const database = await createTestDatabase();
const { databaseUrl, pool } = database;
const run = () => migrate({ databaseUrl, root, environment: "test" });

function write(name: string, sql: string): void {
  mkdirSync(join(root, "prisma/migrations", name), { recursive: true });
  writeFileSync(join(root, "prisma/migrations", name, "migration.sql"), sql);
}

afterAll(async () => {
  await database.close();
  rmSync(root, { recursive: true });
});

describe("the migration runner", () => {
  test("does nothing on a database that is up to date", async () => {
    const { migrations, sqlFiles, queue } = await run();
    expect({ migrations, sqlFiles }).toEqual({ migrations: [], sqlFiles: [] });
    expect(queue.from).toBe(queue.to);
  });

  test("applies a file with functions and several statements as the owner", async () => {
    write(
      "30000101000000_one",
      "CREATE TABLE one (id int); CREATE FUNCTION two() RETURNS int LANGUAGE sql AS $$ SELECT 2; $$;",
    );
    expect((await run()).migrations).toEqual(["30000101000000_one"]);
    const { rows } = await pool.query("SELECT tableowner, two() FROM pg_tables WHERE tablename = 'one'");
    expect(rows).toEqual([{ tableowner: "naga_owner", two: 2 }]);
    const { rows: rights } = await pool.query(
      "SELECT has_table_privilege('naga_app', 'one', 'INSERT') AS app",
    );
    expect(rights).toEqual([{ app: true }]);
  });

  test("leaves nothing of a file that fails, and names the line", async () => {
    write("30000102000000_bad", "CREATE TABLE half (id int);\nSELECT nonsense;");
    await expect(run()).rejects.toThrow(
      /30000102000000_bad failed and was rolled back: line 2: column "nonsense"/,
    );
    const { rows } = await pool.query("SELECT to_regclass('half') AS half");
    expect(rows).toEqual([{ half: null }]);
    rmSync(join(root, "prisma/migrations/30000102000000_bad"), { recursive: true });
  });

  test("refuses a file that was edited after it was applied", async () => {
    write("30000101000000_one", "CREATE TABLE other (id int);");
    await expect(run()).rejects.toThrow(/Already applied and edited afterwards: 30000101000000_one/);
    rmSync(join(root, "prisma/migrations/30000101000000_one"), { recursive: true });
  });

  test("runs concurrent indexes outside a transaction", async () => {
    write(
      "30000103000000_index",
      "-- no-transaction\nCREATE INDEX CONCURRENTLY a ON one (id);\nCREATE INDEX CONCURRENTLY b ON one (id);\n",
    );
    expect((await run()).migrations).toEqual(["30000103000000_index"]);
    const { rows } = await pool.query(
      "SELECT count(*)::int AS valid FROM pg_index WHERE indrelid = 'one'::regclass AND indisvalid",
    );
    expect(rows).toEqual([{ valid: 2 }]);
  });

  test("repeats the functions of a domain when their file changed", async () => {
    writeFileSync(
      join(root, "prisma/sql/platform/zz-three.sql"),
      "CREATE OR REPLACE FUNCTION three() RETURNS int LANGUAGE sql AS 'SELECT 3';",
    );
    expect((await run()).sqlFiles).toEqual(["platform/zz-three.sql"]);
    expect((await migrationStatus(databaseUrl, root)).staleSqlFiles).toEqual([]);
  });

  test("several at once wait for each other", async () => {
    write("30000104000000_slow", "SELECT pg_sleep(0.2); CREATE TABLE once (id int);");
    const results = await Promise.all([run(), run(), run()]);
    expect(results.map((result) => result.migrations.length).sort()).toEqual([0, 0, 1]);
  });

  test("refuses a database of another environment", async () => {
    await expect(migrate({ databaseUrl, root, environment: "production" })).rejects.toThrow(
      /marked as "test"/,
    );
  });

  test("the app's role can neither alter tables nor rewrite the history", async () => {
    const client = await pool.connect();
    try {
      await client.query("SET ROLE naga_app");
      await expect(client.query("CREATE TABLE mine (id int)")).rejects.toThrow(/permission denied/);
      await expect(client.query("DROP TABLE student")).rejects.toThrow(/must be owner/);
      await expect(client.query("DELETE FROM _prisma_migrations")).rejects.toThrow(/permission denied/);
    } finally {
      await client.query("RESET ROLE");
      client.release();
    }
  });
});
