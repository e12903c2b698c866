import "server-only";
import { createHash } from "node:crypto";
import pg from "pg";
import { observePool } from "@/lib/platform/observability/metrics";

// A day is a string YYYY-MM-DD and a 64-bit number is a number (ours stay far below 2^53): no Date leaves the pool for a day.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
pg.types.setTypeParser(pg.types.builtins.INT8, (value) => Number(value));

const key = Symbol.for("naga.pool");
type Holder = { [key: symbol]: pg.Pool | undefined };

/** Settings that the pool and Prisma share. PgBouncer refuses start-up options, so they are sent only where nothing stands between. */
export function connectionSettings(applicationName: string): pg.PoolConfig {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) throw new Error("DATABASE_URL is not set");
  const direct = process.env.NAGA_ENV === "local" || process.env.NAGA_ENV === "test";
  return {
    connectionString,
    application_name: applicationName,
    max: Number(process.env.NAGA_DB_POOL ?? 10),
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    // Locally one login serves every purpose; the web must still act as the role that may not alter tables. A page of a
    // list is read faster than workers for it are started, and other people's pages wait for them.
    ...(direct
      ? {
          options:
            "-c role=naga_app -c statement_timeout=15000 -c lock_timeout=5000 -c jit=off -c max_parallel_workers_per_gather=0 -c timezone=UTC",
        }
      : {}),
  };
}

/** The pool of plain pg connections, for reads that are one SQL statement. One per process, whatever Next bundles. */
export function pool(): pg.Pool {
  const holder = globalThis as Holder;
  const existing = holder[key];
  if (existing) return existing;
  const created = new pg.Pool(connectionSettings("naga-web"));
  created.on("error", () => undefined);
  holder[key] = created;
  observePool(created);
  return created;
}

/**
 * Statements that are prepared, at most. Lists have a statement per combination of their filters; whoever tries
 * thousands must not fill the memory of every connection with plans. What comes later runs unprepared.
 */
const PREPARED_MAX = 300;

const preparedKey = Symbol.for("naga.prepared");
type Prepared = { [key: symbol]: Set<string> | undefined };

/** PostgreSQL cuts longer names, and two statements that share a beginning would meet. */
const NAME_MAX = 63;

/** A name that PostgreSQL keeps whole: the end of a longer one is replaced by its hash. */
function shortName(name: string): string {
  if (name.length <= NAME_MAX) return name;
  const hash = createHash("sha256").update(name).digest("hex").slice(0, 16);
  return `${name.slice(0, NAME_MAX - 17)} ${hash}`;
}

function nameOf(long: string): { name?: string } {
  const name = shortName(long);
  // Under hot reload the text of a name changes while the connections, and what they prepared, stay.
  if (process.env.NODE_ENV === "development") return {};
  const holder = globalThis as Prepared;
  holder[preparedKey] ??= new Set();
  const prepared = holder[preparedKey];
  if (!prepared.has(name) && prepared.size >= PREPARED_MAX) return {};
  prepared.add(name);
  return { name };
}

/**
 * Runs one parameterised statement, prepared under `name` on each connection.
 * The text must be constant for its name: everything variable goes into `values`.
 */
export async function query<Row>(name: string, text: string, values: unknown[] = []): Promise<Row[]> {
  const result = await pool().query<Row & pg.QueryResultRow>({ ...nameOf(name), text, values });
  return result.rows;
}

/**
 * Runs one parameterised statement that is planned for its values each time: for searches by a pattern, where one plan
 * for all patterns (PostgreSQL's choice from the sixth run of a prepared statement on) is a hundred times slower.
 */
export async function queryPlanned<Row>(text: string, values: unknown[]): Promise<Row[]> {
  const result = await pool().query<Row & pg.QueryResultRow>({ text, values });
  return result.rows;
}

/** Ends the pool of this process; for scripts and tests. */
export async function closePool(): Promise<void> {
  const holder = globalThis as Holder;
  const existing = holder[key];
  holder[key] = undefined;
  await existing?.end();
}
