import { Client } from "pg";
import { readMigrations, readSqlFiles } from "./files";
import { listApplied } from "./history";

export type MigrationStatus = {
  applied: string[];
  pending: string[];
  /** Applied here, unknown to this source tree: the database is newer than the code. */
  unknown: string[];
  edited: string[];
  staleSqlFiles: string[];
  environment: string | null;
};

/** Compares a database with the source tree; reads only. */
export async function migrationStatus(databaseUrl: string, root: string): Promise<MigrationStatus> {
  const client = new Client({ connectionString: databaseUrl, application_name: "naga-migrate" });
  await client.connect();
  try {
    const files = readMigrations(root);
    const rows = (await listApplied(client)).filter((row) => row.finishedAt);
    const names = new Set(rows.map((row) => row.name));
    const onDisk = new Map(files.map((file) => [file.name, file.sha256]));
    return {
      applied: [...names],
      pending: files.map((file) => file.name).filter((name) => !names.has(name)),
      unknown: [...names].filter((name) => !onDisk.has(name)),
      edited: rows
        .filter((row) => (onDisk.get(row.name) ?? row.sha256) !== row.sha256)
        .map((row) => row.name),
      staleSqlFiles: await staleSqlFiles(client, root),
      environment: await environment(client),
    };
  } finally {
    await client.end();
  }
}

async function staleSqlFiles(client: Client, root: string): Promise<string[]> {
  const files = readSqlFiles(root);
  if (!(await exists(client, "naga_sql_file"))) return files.map((file) => file.path);
  const { rows } = await client.query("SELECT path, sha256 FROM naga_sql_file");
  const known = new Map<string, string>(rows.map((row) => [row.path, row.sha256]));
  return files.filter((file) => known.get(file.path) !== file.sha256).map((file) => file.path);
}

async function environment(client: Client): Promise<string | null> {
  if (!(await exists(client, "environment_marker"))) return null;
  const { rows } = await client.query("SELECT environment FROM environment_marker");
  return rows[0]?.environment ?? null;
}

async function exists(client: Client, table: string): Promise<boolean> {
  const { rows } = await client.query("SELECT to_regclass('public.' || $1) IS NOT NULL AS present", [table]);
  return rows[0].present;
}
