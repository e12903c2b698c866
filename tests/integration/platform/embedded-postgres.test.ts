import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, describe, expect, test } from "vitest";
import { startPostgres } from "../../../scripts/start/postgres.mjs";

const home = mkdtempSync(join(tmpdir(), "naga-embedded-"));
const pidFile = () => [home, join(home, "outside")].map((folder) => join(folder, "data/postmaster.pid"));
const start = () =>
  startPostgres({ home, fallbackHome: join(home, "outside"), password: "p", port: 0, throwaway: true });

function readPidFile(): { path: string; text: string } {
  for (const path of pidFile()) {
    try {
      return { path, text: readFileSync(path, "utf8") };
    } catch {
      // The data lies in the other folder.
    }
  }
  throw new Error("no postmaster.pid");
}

async function ask<T>(url: string, sql: string): Promise<T> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows?.[0];
}

afterAll(async () => {
  await (await start()).stop();
  rmSync(home, { recursive: true, force: true });
});

describe("the embedded PostgreSQL", () => {
  test("sorts and matches the same on every machine", async () => {
    const server = await start();
    expect(server.created).toBe(true);
    const facts = await ask(
      server.url("postgres"),
      "SELECT datcollate AS collate, pg_encoding_to_char(encoding) AS encoding, upper('ŝ') AS upper FROM pg_database WHERE datname = 'postgres'",
    );
    expect(facts).toEqual({ collate: "C.UTF-8", encoding: "UTF8", upper: "Ŝ" });
  });

  test("a server left by a killed run is used again", async () => {
    const again = await start();
    expect(again).toMatchObject({ created: false, reused: true });
  });

  test("a killed server starts again with its data", async () => {
    const server = await start();
    await ask(server.url("postgres"), "CREATE TABLE kept (id int)");
    await ask(server.url("postgres"), "CHECKPOINT");
    process.kill(Number(readPidFile().text.split("\n")[0]), "SIGKILL");
    const next = await start();
    expect(next.reused).toBe(false);
    expect(await ask(next.url("postgres"), "SELECT to_regclass('kept')::text AS name")).toEqual({
      name: "kept",
    });
  });

  test("a file that names another program is no obstacle", async () => {
    const server = await start();
    const { path, text } = readPidFile();
    await server.stop();
    writeFileSync(path, text.replace(/^\d+/, String(process.ppid)));
    expect((await start()).reused).toBe(false);
  });

  test("a wrong password is refused", async () => {
    const server = await start();
    const url = new URL(server.url("postgres"));
    url.password = "q";
    await expect(ask(url.href, "SELECT 1")).rejects.toThrow(/password authentication failed/);
  });
});
