import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { asLoader, type CopyRow, copyRows, loadRows } from "@/lib/platform/db/copy";
import { createTestDatabase, type TestDatabase } from "../../setup/database";

let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.databaseUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.close();
});
beforeEach(async () => {
  await client.query("ROLLBACK");
  await client.query(
    "DROP TABLE IF EXISTS copied; CREATE TABLE copied (id integer PRIMARY KEY, said text, flag boolean)",
  );
});

const target = { table: "copied", columns: ["id", "said", "flag"] };

describe("copyRows", () => {
  it("brings every character back as it was", async () => {
    const texts = [
      "plain",
      "tab\there",
      "line\nbreak\r\n",
      "back\\slash \\N \\.",
      "ស្រីនាង",
      "'; DROP TABLE copied; --",
      "",
      null,
    ];
    const rows = texts.map((text, index): CopyRow => [index, text, index % 2 === 0]);
    expect(await copyRows(client, target, rows)).toMatchObject({ rows: texts.length });
    const { rows: back } = await client.query("SELECT said, flag FROM copied ORDER BY id");
    expect(back.map((row) => row.said)).toEqual(texts);
    expect(back[1].flag).toBe(false);
  });

  it("hashes what it sent: equal rows, equal hash; nothing is fine as well", async () => {
    const one = await copyRows(client, target, [[1, "a", true]]);
    await client.query("TRUNCATE copied");
    expect((await copyRows(client, target, [[1, "a", true]])).sha256).toBe(one.sha256);
    expect((await copyRows(client, target, [[2, "a", true]])).sha256).not.toBe(one.sha256);
    expect((await copyRows(client, target, [])).rows).toBe(0);
  });

  it("pulls rows only as fast as the server takes them", async () => {
    let made = 0;
    let ahead = 0;
    function* endless(): Generator<CopyRow> {
      for (; made < 300_000; made++) yield [made, "x".repeat(100), null];
    }
    const watch = setInterval(() => {
      ahead = Math.max(ahead, process.memoryUsage().external);
    }, 5);
    const before = process.memoryUsage().external;
    await copyRows(client, target, endless());
    clearInterval(watch);
    expect(made).toBe(300_000);
    // 33 MB went through; what waits at any moment is a fraction of it.
    expect(ahead - before).toBeLessThan(16_000_000);
  });

  it("stores nothing when a row is refused or its maker fails, and leaves the connection usable", async () => {
    await expect(
      copyRows(client, target, [
        [1, "a", true],
        [1, "b", true],
      ]),
    ).rejects.toThrow(/copied_pkey/);
    function* failing(): Generator<CopyRow> {
      yield [1, "a", true];
      throw new Error("the maker failed");
    }
    await expect(copyRows(client, target, failing())).rejects.toThrow(/maker failed/);
    expect((await client.query("SELECT FROM copied")).rowCount).toBe(0);
  });

  it("takes no other name than a plain one", async () => {
    await expect(copyRows(client, { table: 'copied" FROM', columns: ["id"] }, [])).rejects.toThrow(
      /not a name/,
    );
  });
});

describe("asLoader", () => {
  const departments = { table: "department", columns: ["code", "name", "name_km"] };

  it("leaves one audit row per batch instead of one per row", async () => {
    await client.query("BEGIN");
    const result = await asLoader(client, "system:test", "a batch", () =>
      loadRows(client, departments, [
        ["AA", "A", "ក"],
        ["BB", "B", "ខ"],
      ]),
    );
    const { rows } = await client.query(
      "SELECT actor, reason, operation, new FROM audit.entry WHERE table_name = 'department'",
    );
    expect(rows).toEqual([
      { actor: "system:test", reason: "a batch", operation: "COPY", new: { rows: 2, sha256: result.sha256 } },
    ]);
    expect((await client.query("SELECT current_user AS name")).rows[0].name).not.toBe("naga_loader");
  });

  it("may insert, but neither change nor delete", async () => {
    for (const statement of [
      "UPDATE department SET name = 'x'",
      "DELETE FROM department",
      "DELETE FROM audit.entry",
    ]) {
      await client.query("BEGIN");
      const run = asLoader(client, "system:test", "no", () => client.query(statement));
      await expect(run).rejects.toThrow(/permission denied/);
      await client.query("ROLLBACK");
    }
  });
});
