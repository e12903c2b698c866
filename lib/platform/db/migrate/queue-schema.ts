import type { Client } from "pg";
import { getConstructionPlans, getMigrationPlans } from "pg-boss";
import pgBossPackage from "pg-boss/package.json" with { type: "json" };

const wanted = pgBossPackage.pgboss.schema;

/**
 * Makes or upgrades the schema of the job queue. The app's role owns it, because pg-boss makes partitions
 * for its statistics while it runs; the app itself starts with `migrate: false`.
 *
 * @returns the version before and after, null before when it was made now
 */
export async function migrateQueue(client: Client): Promise<{ from: number | null; to: number }> {
  await client.query("SET ROLE naga_app");
  try {
    const from = await currentVersion(client);
    if (from !== null && from >= wanted) return { from, to: from };
    await client.query(
      from === null
        ? getConstructionPlans("pgboss", { createSchema: false })
        : getMigrationPlans("pgboss", from),
    );
    return { from, to: wanted };
  } finally {
    await client.query("SET ROLE naga_owner");
  }
}

async function currentVersion(client: Client): Promise<number | null> {
  const { rows: tables } = await client.query("SELECT to_regclass('pgboss.version') IS NOT NULL AS present");
  if (!tables[0]?.present) return null;
  const { rows } = await client.query("SELECT version FROM pgboss.version");
  return rows[0] ? Number(rows[0].version) : null;
}
