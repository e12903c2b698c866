import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { migrate } from "@/lib/platform/db/migrate/apply";
import { dropDatabase, ensureDatabase } from "@/lib/platform/db/migrate/create-database";
import { seedDemoCommand } from "@/prisma/seed/command";
import type { SeedScale } from "@/prisma/seed/demo";
import { startPostgres } from "../../scripts/start/postgres.mjs";
import { root } from "./processes";

/** Raised when the rows of a scale change: the databases of earlier runs are then made anew. */
const EDITION = 2;
const ANCHOR = "2026-11-24";

export type BenchServer = { url: (scale: SeedScale) => string; stop: () => Promise<void> };

/**
 * A PostgreSQL of the benchmark's own with one database a scale. They are kept in .naga/bench, so that only the first
 * run loads a million people (some minutes); a later one brings the schema up to date.
 */
export async function benchDatabases(scales: readonly SeedScale[]): Promise<BenchServer> {
  const folder = join(root, ".naga/bench");
  mkdirSync(folder, { recursive: true });
  const server = await startPostgres({
    home: join(folder, "postgres"),
    fallbackHome: join(homedir(), ".cache/naga-bench"),
    password: "bench",
    port: 0,
  });
  const url = (scale: SeedScale) => server.url(`naga_bench_${scale}`);
  for (const scale of scales) await prepare(scale, url(scale), server.data);
  return { url, stop: server.stop };
}

async function prepare(scale: SeedScale, databaseUrl: string, data: string): Promise<void> {
  const mark = join(data, `../naga-bench-${scale}-${EDITION}`);
  const kept = existsSync(mark);
  if (!kept) await dropDatabase(databaseUrl);
  await ensureDatabase(databaseUrl);
  await migrate({ databaseUrl, root, environment: "local" });
  if (kept) return;
  rmSync(mark, { force: true });
  console.log(`loading ${scale}, once`);
  const say = (line: string) => console.log(`  ${line}`);
  await seedDemoCommand({ environment: "local", databaseUrl, scale, anchorDate: ANCHOR, say });
  writeFileSync(mark, "");
}
