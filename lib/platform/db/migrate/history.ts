import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import type { MigrationFile } from "./files";

/** A row of `_prisma_migrations`, the table that the ordinary Prisma command line reads too. */
export type AppliedMigration = { name: string; sha256: string; finishedAt: Date | null };

const table = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  varchar(36)  PRIMARY KEY,
    checksum            varchar(64)  NOT NULL,
    finished_at         timestamptz,
    migration_name      varchar(255) NOT NULL,
    logs                text,
    rolled_back_at      timestamptz,
    started_at          timestamptz  NOT NULL DEFAULT now(),
    applied_steps_count integer      NOT NULL DEFAULT 0
  );
  CREATE TABLE IF NOT EXISTS naga_sql_file (
    path       text PRIMARY KEY,
    sha256     text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
  );
  REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations, naga_sql_file FROM naga_app, naga_loader;
`;

/** Makes the two tables of the runner; connected as naga_owner. */
export async function ensureHistory(client: Client): Promise<void> {
  const { rows } = await client.query("SELECT to_regclass('public.naga_sql_file') IS NOT NULL AS present");
  if (!rows[0]?.present) await client.query(table);
}

/** What was applied, oldest first; empty on a database that was never migrated. */
export async function listApplied(client: Client): Promise<AppliedMigration[]> {
  const { rows: present } = await client.query("SELECT to_regclass('public._prisma_migrations') AS name");
  if (!present[0]?.name) return [];
  const { rows } = await client.query(
    `SELECT migration_name AS name, checksum AS sha256, finished_at AS "finishedAt"
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at, migration_name`,
  );
  return rows;
}

/** Notes a migration that ran in one transaction with this note. */
export async function recordApplied(client: Client, file: MigrationFile, startedAt: Date): Promise<void> {
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`,
    [randomUUID(), file.sha256, file.name, startedAt],
  );
}

/** Marks an earlier, unfinished run of a migration as rolled back, so that it may run again. */
export async function forgetUnfinished(client: Client, name: string): Promise<void> {
  await client.query(
    `UPDATE _prisma_migrations SET rolled_back_at = now()
      WHERE migration_name = $1 AND finished_at IS NULL AND rolled_back_at IS NULL`,
    [name],
  );
}

/** Notes that a migration begins that cannot run in a transaction. @returns the id for recordFinished */
export async function recordStarted(client: Client, file: MigrationFile): Promise<string> {
  const id = randomUUID();
  await client.query("INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)", [
    id,
    file.sha256,
    file.name,
  ]);
  return id;
}

/** Notes the end of what recordStarted began. */
export async function recordFinished(client: Client, id: string): Promise<void> {
  await client.query(
    "UPDATE _prisma_migrations SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE id = $1",
    [id],
  );
}
