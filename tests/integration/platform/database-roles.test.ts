import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** What became of a statement in the hands of a role: "ok", or the state of the refusal. */
async function as(role: string, sql: string): Promise<string> {
  const client = await database.pool.connect();
  try {
    await client.query(`BEGIN; SET LOCAL ROLE ${role}; SET LOCAL naga.actor = 'system:test'`);
    await client.query(sql);
    return "ok";
  } catch (error) {
    return (error as { code?: string }).code ?? "unknown";
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

const REFUSED = "42501";

describe("what the application's role may not do, whoever takes it over", () => {
  it.each([
    [
      "write into the audit",
      "INSERT INTO audit.entry (actor, table_name, operation) VALUES ('x', 'y', 'EVENT')",
    ],
    ["change the audit", "UPDATE audit.entry SET actor = 'x'"],
    ["empty the audit", "TRUNCATE audit.entry"],
    ["take a trigger away", "DROP TRIGGER audit_row ON person"],
    ["stop a trigger", "ALTER TABLE person DISABLE TRIGGER ALL"],
    ["stop every trigger", "SET session_replication_role = replica"],
    ["empty a table past its row triggers", "TRUNCATE person CASCADE"],
    ["write enrolments past their one writer", "UPDATE enrolment SET status = 'ENROLLED'"],
    ["change seats", "UPDATE seat_pool SET taken = 0"],
    ["rewrite who signed in", "DELETE FROM sign_in_event"],
    ["rewrite overrides", "UPDATE rule_override SET reason = 'because'"],
    ["mark a real campus as a demo", "UPDATE environment_marker SET data_class = 'DEMO'"],
    ["make an object in the schema", "CREATE TABLE public.mine (id integer)"],
    ["become the loader, which skips the audit", "SELECT audit.record_copy('person', 1, 'x')"],
  ])("%s", async (_what, sql) => {
    expect(await as("naga_app", sql)).toBe(REFUSED);
  });
});

describe("what readers may not see", () => {
  it.each([
    ["password hashes", "SELECT password_hash FROM account"],
    ["whole accounts", "SELECT * FROM account"],
    ["stored answers", "SELECT response FROM idempotency_key"],
  ])("%s", async (_what, sql) => {
    expect(await as("naga_readonly", sql)).toBe(REFUSED);
  });

  it("every other column of an account", async () => {
    const { rows } = await database.pool.query<{ columns: string }>(
      `SELECT string_agg(column_name, ', ') AS columns FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name = 'account' AND column_name <> 'password_hash'`,
    );
    expect(await as("naga_readonly", `SELECT ${rows[0]?.columns} FROM account`)).toBe("ok");
    expect(await as("naga_readonly", "UPDATE account SET display_name = 'x'")).toBe(REFUSED);
  });
});

describe("functions that run with more rights than their caller", () => {
  it("name their schemas and are not for everybody", async () => {
    const { rows } = await database.pool.query<{ name: string }>(
      `SELECT p.oid::regprocedure::text AS name FROM pg_proc p
        WHERE p.prosecdef AND p.pronamespace IN ('public'::regnamespace, 'audit'::regnamespace)
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
          AND (NOT coalesce(array_to_string(p.proconfig, ' '), '') ~ 'search_path=(pg_catalog|public), pg_temp'
               OR has_function_privilege('public', p.oid, 'EXECUTE'))`,
    );
    expect(rows).toEqual([]);
  });
});
