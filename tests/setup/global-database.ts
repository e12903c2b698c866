import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "@/lib/platform/db/migrate/apply";
import { dropDatabase, ensureDatabase, withDatabase } from "@/lib/platform/db/migrate/create-database";
import { startPostgres } from "../../scripts/start/postgres.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** A migrated, empty database on a server that is thrown away; clones of it are cheap. */
    templateUrl: string;
  }
}

/** One PostgreSQL and one migrated template for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await findServer();
  const templateUrl = withDatabase(server.url, `naga_test_${process.pid}_template`);
  await ensureDatabase(templateUrl);
  await migrate({ databaseUrl: templateUrl, root: process.cwd(), environment: "test" });
  project.provide("templateUrl", templateUrl);
  return async () => {
    await dropDatabase(templateUrl).catch(() => undefined);
    await server.stop();
  };
}

async function findServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => undefined };
  const home = mkdtempSync(join(tmpdir(), "naga-test-"));
  const server = await startPostgres({
    home,
    fallbackHome: home,
    password: "test",
    port: 0,
    throwaway: true,
  });
  return {
    url: server.url("postgres"),
    stop: async () => {
      await server.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
