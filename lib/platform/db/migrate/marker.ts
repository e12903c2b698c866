import type { Client } from "pg";

const dataClasses: Record<string, "DEMO" | "REAL"> = {
  local: "DEMO",
  test: "DEMO",
  staging: "DEMO",
  migration: "REAL",
  evaluation: "REAL",
  production: "REAL",
};

/**
 * Before anything is touched: a database of another environment is left alone.
 *
 * @param environment the value of NAGA_ENV
 * @returns what the database is marked as, null when it is new
 * @throws Error when that is another environment
 */
export async function requireEnvironment(client: Client, environment: string): Promise<string | null> {
  const { rows: tables } = await client.query("SELECT to_regclass('public.environment_marker') AS name");
  if (!tables[0]?.name) return null;
  const { rows } = await client.query("SELECT environment FROM environment_marker");
  const marked: string | undefined = rows[0]?.environment;
  if (marked && marked !== environment) throw new Error(mismatch(marked, environment));
  return marked ?? null;
}

/** Writes the marker row of a new database (operations.md 2). */
export async function markEnvironment(
  client: Client,
  environment: string,
  say: (text: string) => void,
): Promise<void> {
  if (await requireEnvironment(client, environment)) return;
  await client.query(
    "INSERT INTO environment_marker (id, environment, data_class) VALUES (1, $1, $2::data_class)",
    [environment, dataClasses[environment] ?? "REAL"],
  );
  say(`marked as ${environment}`);
}

/** The sentence for a database that belongs to another environment. */
export function mismatch(marked: string, environment: string): string {
  return (
    `This database is marked as "${marked}", but NAGA_ENV is "${environment}". ` +
    "Point DATABASE_URL at the right database, or set NAGA_ENV to what the database is."
  );
}
