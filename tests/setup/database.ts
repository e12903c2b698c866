import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { escapeIdentifier, Pool } from "pg";
import { inject } from "vitest";
import {
  databaseName,
  dropDatabase,
  onServer,
  withDatabase,
} from "@/lib/platform/db/migrate/create-database";
import { closePool } from "@/lib/platform/db/pool";
import { closePrisma, db } from "@/lib/platform/db/prisma";

export type TestDatabase = {
  databaseUrl: string;
  /** Connections as the superuser: for arranging and looking, not for what is under test. */
  pool: Pool;
  /** The client that the code under test uses, acting as naga_app. */
  prisma: ReturnType<typeof db>;
  /** Closes everything and drops the database. */
  close: () => Promise<void>;
};

/**
 * A database of its own for a test file, cloned from the migrated template (about 50 ms). `db()` and `pool()` of the
 * code under test lead to it until `close`.
 *
 *     const database = await createTestDatabase();
 *     afterAll(() => database.close());
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const templateUrl = inject("templateUrl");
  const name = `naga_test_${process.pid}_${randomBytes(4).toString("hex")}`;
  await onServer(templateUrl, (client) =>
    client.query(
      `CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE ${escapeIdentifier(databaseName(templateUrl))} STRATEGY FILE_COPY`,
    ),
  );
  await closeCurrent();
  const databaseUrl = withDatabase(templateUrl, name);
  process.env.DATABASE_URL = databaseUrl;
  const pool = new Pool({ connectionString: databaseUrl, max: 4 });
  return {
    databaseUrl,
    pool,
    prisma: db(),
    close: async () => {
      await closeCurrent();
      await pool.end();
      await dropWhenLeft(databaseUrl);
    },
  };
}

async function closeCurrent(): Promise<void> {
  await closePool();
  await closePrisma();
}

/** A pool says that it ended while its last sockets are still saying goodbye; cut off then, they would throw. */
async function dropWhenLeft(databaseUrl: string): Promise<void> {
  await onServer(databaseUrl, async (client) => {
    for (let attempt = 0; attempt < 50; attempt++) {
      const { rows } = await client.query(
        "SELECT count(*)::int AS left FROM pg_stat_activity WHERE datname = $1",
        [databaseName(databaseUrl)],
      );
      if (rows[0].left === 0) return;
      await sleep(20);
    }
  });
  await dropDatabase(databaseUrl);
}
