import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const home = mkdtempSync(join(tmpdir(), "naga-start-"));
let busy: Server;
let port = 0;

beforeAll(async () => {
  busy = createServer();
  await new Promise<void>((resolve) => busy.listen(0, "0.0.0.0", resolve));
  const address = busy.address();
  port = typeof address === "object" && address ? address.port : 0;
});

afterAll(() => {
  busy.close();
  rmSync(home, { recursive: true, force: true });
});

/** Runs a command of a person at the terminal in a place of its own. */
function run(script: string, env: Record<string, string>, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: "utf8",
    env: { ...process.env, DATABASE_URL: "", NAGA_ENV: "local", NAGA_HOME: home, PORT: "0", ...env },
    timeout: 60_000,
  });
  return { status, said: stdout + stderr };
}

const start = (env: Record<string, string>, ...args: string[]) => run("scripts/start.mjs", env, ...args);
const free = () => String(port === 65_535 ? 20_000 : port + 1);

describe("npm start says what to do", () => {
  test("about a busy port", () => {
    const { status, said } = start({ PORT: String(port) });
    expect(said).toMatch(new RegExp(`Port ${port} is in use by another program. .*PORT=\\d+ npm start`));
    expect(status).toBe(1);
  });

  test("about a port that is none", () => {
    expect(start({ PORT: "eight" }).said).toContain("PORT=eight is not a port");
  });

  test("about an option that it does not know", () => {
    expect(start({ PORT: free() }, "--fast").said).toMatch(/Unknown option '--fast'[\s\S]*npm run dev/);
  });

  test("about a campus that runs from this folder already", async () => {
    const other = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)", "scripts/start.mjs"], {
      stdio: "ignore",
    });
    writeFileSync(join(home, "running.json"), JSON.stringify({ pid: other.pid, url: "http://localhost:1" }));
    const { said } = start({ PORT: free() });
    other.kill();
    rmSync(join(home, "running.json"));
    expect(said).toContain(`already runs from this folder: http://localhost:1 (process ${other.pid})`);
  });

  test.each([
    ["postgres://naga@127.0.0.1:1/naga", "Nothing answers at 127.0.0.1:1"],
    ["postgres://naga@nowhere.invalid/naga", "The host nowhere.invalid in DATABASE_URL is not known"],
    ["somewhere", "DATABASE_URL is not an address"],
  ])("about DATABASE_URL=%s", (url, sentence) => {
    const { status, said } = start({ PORT: free(), DATABASE_URL: url });
    expect(said).toContain(sentence);
    expect(status).toBe(1);
  });
});

describe("npm run reset", () => {
  test("asks first where nobody can answer", () => {
    const { status, said } = run("scripts/reset.mjs", { PORT: "8000" });
    expect(said).toContain("will be deleted. Say so with: npm run reset -- --yes");
    expect(status).toBe(1);
  });

  test.each(["production", "staging", "migration", "evaluation"])("is refused in %s", (environment) => {
    const { status, said } = run("scripts/reset.mjs", { PORT: "8000", NAGA_ENV: environment }, "--yes");
    expect(said).toContain(`refused where NAGA_ENV is "${environment}"`);
    expect(status).toBe(1);
  });
});
