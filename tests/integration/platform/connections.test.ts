import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { query } from "@/lib/platform/db/pool";
import { streamRows } from "@/lib/platform/db/stream-rows";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const MANY = "SELECT n FROM generate_series(1, $1::integer) n";
type Line = { n: number };

async function backends(where: string): Promise<number> {
  const { rows } = await database.pool.query<{ n: number }>(
    `SELECT count(*)::integer AS n FROM pg_stat_activity WHERE datname = current_database() AND ${where}`,
  );
  return rows[0]?.n ?? 0;
}

describe("downloads", () => {
  it("that are read slowly leave pages their connections, and a further one its turn", async () => {
    const slow = Array.from({ length: 12 }, () => streamRows<Line>(MANY, [2_000]));
    const begun = slow.map((stream) => stream.next());
    await Promise.race([Promise.all(begun), sleep(500)]);
    expect(await query<{ one: number }>("test.one", "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    expect(await backends("application_name = 'naga-streams'")).toBeLessThanOrEqual(3);
    // Each that is given up makes room for one that waits.
    for (const [place, stream] of slow.entries()) {
      expect((await begun[place])?.value).toEqual({ n: 1 });
      await stream.return(undefined);
    }
  });

  it("whose reader stands still are ended and hold nothing", async () => {
    const still = streamRows<Line>(MANY, [2_000], "200ms");
    for (let i = 0; i < 500; i += 1) await still.next();
    await expect.poll(() => backends("state LIKE 'idle in transaction%'"), { timeout: 10_000 }).toBe(0);
    await expect(still.next()).rejects.toThrow();
    const counts = await Promise.all(
      Array.from({ length: 3 }, async () => {
        let count = 0;
        for await (const _ of streamRows<Line>(MANY, [1_200])) count += 1;
        return count;
      }),
    );
    expect(counts).toEqual([1_200, 1_200, 1_200]);
  });
});

describe("prepared statements", () => {
  it("are no more than some hundred on a connection, however many names are tried", async () => {
    for (let i = 0; i < 600; i += 1) await query(`test.name-${i}`, `SELECT ${i} AS n`);
    const [row] = await query<{ n: number }>(
      "test.prepared",
      "SELECT count(*)::integer AS n FROM pg_prepared_statements",
    );
    expect(row?.n).toBeGreaterThan(100);
    expect(row?.n).toBeLessThanOrEqual(300);
  });
});
