import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { type MigrationFile, readMigrations, readSqlFiles } from "./files";
import {
  type AppliedMigration,
  ensureHistory,
  forgetUnfinished,
  listApplied,
  recordApplied,
  recordFinished,
  recordStarted,
} from "./history";
import { markEnvironment, requireEnvironment } from "./marker";
import { migrateQueue } from "./queue-schema";
import { isNoTransaction, splitStatements } from "./statements";

export type MigrateOptions = {
  /** A direct connection, not through a pooler; its user must be able to act as naga_owner. */
  databaseUrl: string;
  /** The folder that holds `prisma/`. */
  root: string;
  /** Written into the marker row of a database that has none, and compared with it otherwise. */
  environment: string;
  /** One line per thing that was done. */
  onStep?: (text: string) => void;
};

export type MigrateResult = {
  migrations: string[];
  sqlFiles: string[];
  queue: { from: number | null; to: number };
};

/** Any constant will do, as long as every runner takes the same lock. */
const lockKey = 7_062_416;

/**
 * Brings a database to the state of this source tree: roles and extensions, migrations, functions and triggers,
 * the queue's schema, the marker row. Safe to run at any time and by several at once: they wait for each other.
 *
 * @throws Error when an applied migration was edited afterwards, or when the marker names another environment
 */
export async function migrate(options: MigrateOptions): Promise<MigrateResult> {
  const say = options.onStep ?? (() => undefined);
  const client = new Client({ connectionString: options.databaseUrl, application_name: "naga-migrate" });
  await client.connect();
  try {
    await client.query("SET ROLE NONE; SET statement_timeout = 0; SET timezone = 'UTC'");
    await client.query("SELECT set_config('naga.actor', 'system:migrate', false), pg_advisory_lock($1)", [
      lockKey,
    ]);
    await requireEnvironment(client, options.environment);
    await applyRoles(client, options.root);
    await client.query("SET ROLE naga_owner; SET search_path = public");
    await ensureHistory(client);
    const migrations = await applyMigrations(client, options.root, say);
    const sqlFiles = await applySqlFiles(client, options.root, migrations.length > 0, say);
    const queue = await migrateQueue(client);
    if (queue.from !== queue.to) say(`job queue: version ${queue.to}`);
    await markEnvironment(client, options.environment, say);
    return { migrations, sqlFiles, queue };
  } finally {
    await client.end();
  }
}

/** Roles belong to the whole server, so that two databases migrating at once can collide: then once more. */
async function applyRoles(client: Client, root: string): Promise<void> {
  const sql = readFileSync(join(root, "lib/platform/db/migrate/roles.sql"), "utf8");
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query(sql);
      return;
    } catch (error) {
      const concurrent = /concurrently updated|already exists|duplicate key|deadlock/.test(String(error));
      if (!concurrent || attempt === 8) throw explainRoles(error);
      await sleep(50 * attempt);
    }
  }
}

function explainRoles(error: unknown): unknown {
  if ((error as { code?: string }).code !== "42501") return error;
  return new Error(
    "The database user may not create roles or extensions. Let an administrator of the server run " +
      "lib/platform/db/migrate/roles.sql once in this database, and grant naga_owner, naga_audit and naga_app to this user.",
    { cause: error },
  );
}

async function applyMigrations(client: Client, root: string, say: (text: string) => void): Promise<string[]> {
  const files = readMigrations(root);
  const applied = await listApplied(client);
  assertUnedited(files, applied);
  const finished = new Set(applied.filter((row) => row.finishedAt).map((row) => row.name));
  const pending = files.filter((file) => !finished.has(file.name));
  for (const file of pending) {
    const started = performance.now();
    await (isNoTransaction(file.sql) ? applyLoose(client, file) : applyInTransaction(client, file));
    say(`migration ${file.name} (${Math.round(performance.now() - started)} ms)`);
  }
  return pending.map((file) => file.name);
}

function assertUnedited(files: MigrationFile[], applied: AppliedMigration[]): void {
  const known = new Map(files.map((file) => [file.name, file.sha256]));
  const edited = applied.filter(
    (row) => row.finishedAt && (known.get(row.name) ?? row.sha256) !== row.sha256,
  );
  if (edited.length === 0) return;
  throw new Error(
    `Already applied and edited afterwards: ${edited.map((row) => row.name).join(", ")}. ` +
      "Restore the file and write a further migration (npm run naga -- db make NAME); " +
      "a local database can be made afresh with: npm run reset",
  );
}

async function applyInTransaction(client: Client, file: MigrationFile): Promise<void> {
  const startedAt = new Date();
  await client.query("BEGIN");
  try {
    await client.query("SET LOCAL lock_timeout = '5s'");
    await client.query(file.sql);
    await recordApplied(client, file, startedAt);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new Error(`Migration ${file.name} failed and was rolled back: ${describe(error, file.sql)}`, {
      cause: error,
    });
  }
}

async function applyLoose(client: Client, file: MigrationFile): Promise<void> {
  await forgetUnfinished(client, file.name);
  const id = await recordStarted(client, file);
  try {
    await client.query("SET lock_timeout = '5s'");
    for (const statement of splitStatements(file.sql)) await client.query(statement);
    await recordFinished(client, id);
  } catch (error) {
    throw new Error(
      `Migration ${file.name} stopped half-way (it runs without a transaction): ${describe(error, file.sql)}. ` +
        "Mend the cause and migrate again; the whole file is repeated.",
      { cause: error },
    );
  } finally {
    await client.query("RESET lock_timeout");
  }
}

/** Functions, triggers and views are written so that repeating them changes nothing. */
async function applySqlFiles(
  client: Client,
  root: string,
  all: boolean,
  say: (text: string) => void,
): Promise<string[]> {
  const { rows } = await client.query("SELECT path, sha256 FROM naga_sql_file");
  const known = new Map<string, string>(rows.map((row) => [row.path, row.sha256]));
  const files = readSqlFiles(root);
  const changed = files.filter((file) => all || known.get(file.path) !== file.sha256);
  if (changed.length === 0) return [];
  await client.query("BEGIN");
  for (const file of changed) {
    try {
      await client.query("SET LOCAL lock_timeout = '5s'");
      await client.query(file.sql);
      await client.query("SET LOCAL ROLE naga_owner");
      await client.query(
        `INSERT INTO naga_sql_file (path, sha256) VALUES ($1, $2)
         ON CONFLICT (path) DO UPDATE SET sha256 = excluded.sha256, applied_at = now()`,
        [file.path, file.sha256],
      );
    } catch (error) {
      await client.query("ROLLBACK");
      throw new Error(`prisma/sql/${file.path} failed: ${describe(error, file.sql)}`, { cause: error });
    }
  }
  await client.query("COMMIT");
  say(`functions, triggers and views: ${changed.length} of ${files.length} files`);
  return changed.map((file) => file.path);
}

/** The message of PostgreSQL with the line of the file, which it gives as a character offset. */
function describe(error: unknown, sql: string): string {
  const { message, detail, position } = error as { message: string; detail?: string; position?: string };
  const line = position ? `line ${sql.slice(0, Number(position)).split("\n").length}: ` : "";
  return `${line}${message}${detail ? ` (${detail})` : ""}`;
}
