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
 * Writes the marker row of a new database and compares it on every later run (operations.md 2).
 *
 * @param environment the value of NAGA_ENV
 * @throws Error when the row names another environment
 */
export async function markEnvironment(
  client: Client,
  environment: string,
  say: (text: string) => void,
): Promise<void> {
  const { rows: tables } = await client.query("SELECT to_regclass('public.environment_marker') AS name");
  if (!tables[0]?.name) return;
  const { rows } = await client.query("SELECT environment FROM environment_marker");
  const marked: string | undefined = rows[0]?.environment;
  if (marked === environment) return;
  if (marked) throw new Error(mismatch(marked, environment));
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
