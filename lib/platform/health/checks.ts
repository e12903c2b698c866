import "server-only";
import { pool } from "@/lib/platform/db/pool";

export type Dependency = {
  name: string;
  status: "up" | "degraded" | "down";
  latencyMs: number;
  detail?: string;
};

type DrainHolder = { [key: symbol]: boolean | undefined };
const draining = Symbol.for("naga.draining");

/** Says that this process is about to end: it is no longer ready, so the proxy sends nothing new. */
export function beginDraining(): void {
  (globalThis as DrainHolder)[draining] = true;
}

/** Whether this process is about to end. */
export function isDraining(): boolean {
  return (globalThis as DrainHolder)[draining] === true;
}

async function timed(name: string, check: () => Promise<string | undefined>): Promise<Dependency> {
  const start = performance.now();
  try {
    const detail = await check();
    return { name, status: "up", latencyMs: round(performance.now() - start), ...(detail ? { detail } : {}) };
  } catch (error) {
    const detail =
      error instanceof Error && /ECONNREFUSED|timeout/i.test(error.message) ? "unreachable" : "failed";
    return { name, status: "down", latencyMs: round(performance.now() - start), detail };
  }
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}

/** The database answers a statement; latency in milliseconds. */
export function checkDatabase(): Promise<Dependency> {
  return timed("database", async () => {
    await pool().query("SELECT 1");
    return undefined;
  });
}

/** Every migration that this build knows is applied. */
export function checkMigrations(known: readonly string[]): Promise<Dependency> {
  return timed("migrations", async () => {
    const { rows } = await pool().query<{ migration_name: string }>(
      "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL",
    );
    const applied = new Set(rows.map((row) => row.migration_name));
    const pending = known.filter((name) => !applied.has(name));
    if (pending.length > 0) throw new Error(`pending: ${pending.join(", ")}`);
    return undefined;
  });
}

/** The queue is there and no job has waited for more than ten minutes; otherwise degraded, not down. */
export async function checkJobs(): Promise<Dependency> {
  const dependency = await timed("jobs", async () => {
    const { rows } = await pool().query<{ oldest: number | null }>(
      "SELECT extract(epoch FROM now() - min(created_at))::float8 AS oldest FROM job_run WHERE status = 'QUEUED'",
    );
    const oldest = rows[0]?.oldest ?? 0;
    return oldest > 600 ? `oldest job waits ${Math.round(oldest)} s` : undefined;
  });
  return dependency.detail && dependency.status === "up" ? { ...dependency, status: "degraded" } : dependency;
}
