import type { ClientBase } from "pg";

const ALLOWED = ["local", "test", "staging"] as const;

/** A refusal of the seed: a sentence for the person at the terminal. */
export class SeedRefused extends Error {
  override name = "SeedRefused";
}

/** @throws SeedRefused when NAGA_ENV is not one in which invented people may live (operations.md 2) */
export function requireSeedEnvironment(environment: string): void {
  if ((ALLOWED as readonly string[]).includes(environment)) return;
  throw new SeedRefused(
    `The demo campus is loaded only where NAGA_ENV is ${ALLOWED.join(", ")}; here it is "${environment}".`,
  );
}

/**
 * Refuses a database that does not say that it is for invented data: the marker row decides, not the address.
 * @returns the environment that the database belongs to
 * @throws SeedRefused
 */
export async function requireDemoDatabase(client: ClientBase): Promise<string> {
  const { rows: tables } = await client.query("SELECT to_regclass('public.environment_marker') AS marker");
  if (!tables[0]?.marker)
    throw new SeedRefused("This database has no tables yet. Run: npm run naga -- db migrate");
  const { rows } = await client.query(
    "SELECT environment, data_class::text AS data_class FROM environment_marker",
  );
  const marker = rows[0] as { environment: string; data_class: string } | undefined;
  if (!marker)
    throw new SeedRefused("This database is not marked with an environment. Run: npm run naga -- db migrate");
  if (marker.data_class !== "DEMO" || !(ALLOWED as readonly string[]).includes(marker.environment)) {
    throw new SeedRefused(
      `This database is marked as ${marker.environment} with ${marker.data_class} data: invented people are refused there.`,
    );
  }
  return marker.environment;
}

/** @throws SeedRefused when somebody is on file already */
export async function requireEmpty(client: ClientBase): Promise<void> {
  const { rows } = await client.query("SELECT EXISTS (SELECT FROM person) AS people");
  if (rows[0]?.people) {
    throw new SeedRefused(
      "This database already has people. Start from an empty one, or add --replace (local and test only).",
    );
  }
}

/** What describes the database itself and outlives its content. */
const KEPT = ["_prisma_migrations", "environment_marker", "setting"];

/**
 * Empties every table, the audit log included: its rows would point at people who no longer exist. For laptops and
 * tests only, where nobody answers for the content.
 * @throws SeedRefused elsewhere
 */
export async function emptyDatabase(client: ClientBase, environment: string): Promise<void> {
  if (environment !== "local" && environment !== "test") {
    throw new SeedRefused(`--replace is refused in ${environment}: it would delete what people entered.`);
  }
  const { rows } = await client.query(
    "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL ($1)",
    [KEPT],
  );
  await client.query(`TRUNCATE ${rows.map((row) => row.name).join(", ")}, audit.entry`);
}
