import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { takePlace } from "@/lib/platform/auth/throttle";
import { forgetEnv } from "@/lib/platform/env/env";
import { consume } from "@/lib/platform/rate-limit/consume";
import { countPage, forgetPages } from "@/lib/platform/rate-limit/page-count";
import { PAGE_POLICIES, POLICIES } from "@/lib/platform/rate-limit/policies";
import { resetLimits } from "@/lib/platform/rate-limit/store";
import { anyFree } from "../../../scripts/start/ports.mjs";

/** A real Redis where one is installed; in CI it always is (.ci/run). */
function findRedis(): string | null {
  try {
    return execFileSync("sh", ["-c", "command -v redis-server"], { encoding: "utf8" }).trim();
  } catch {
    if (process.env.CI) throw new Error("redis-server is not installed; .ci/run installs it");
    return null;
  }
}

const program = findRedis();
const folder = mkdtempSync(join(tmpdir(), "naga-redis-"));
let port = 0;
let server: ChildProcess | undefined;

async function startRedis(): Promise<void> {
  server = spawn(
    program ?? "",
    ["--port", String(port), "--save", "", "--appendonly", "no", "--dir", folder],
    {
      stdio: "ignore",
    },
  );
  for (let tries = 0; tries < 100; tries += 1) {
    const probe = new Redis(port, "127.0.0.1", { lazyConnect: true, retryStrategy: () => null });
    probe.on("error", () => undefined);
    const up = await probe.connect().then(
      () => true,
      () => false,
    );
    probe.disconnect();
    if (up) return;
    await sleep(50);
  }
  throw new Error("redis-server did not answer");
}

async function stopRedis(): Promise<void> {
  if (!server || server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((resolve) => server?.once("exit", resolve));
  server.kill("SIGKILL");
  await gone;
}

/** Forgets all that this process knows, as another instance that has just started, and waits for its connection. */
async function anotherInstance(): Promise<void> {
  resetLimits();
  forgetPages();
  await consume("api", "account:warm-up").catch(() => undefined);
  await sleep(150);
}

const passes = async (key: string) =>
  consume("search", key).then(
    () => true,
    () => false,
  );
const guess = async (email: string) => {
  const start = performance.now();
  const place = await takePlace({ email, ip: "203.0.113.1" });
  await place.failed();
  return { wait: place.wait, ms: performance.now() - start };
};

describe.skipIf(program === null)("limits with a real Redis", () => {
  beforeAll(async () => {
    port = await anyFree();
    await startRedis();
    vi.stubEnv("DATABASE_URL", "postgres://nobody@localhost:1/none");
    vi.stubEnv("REDIS_URL", `redis://127.0.0.1:${port}`);
    forgetEnv();
  });
  afterAll(async () => {
    resetLimits();
    vi.unstubAllEnvs();
    forgetEnv();
    await stopRedis();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(anotherInstance);

  it("instances share what they counted: routes, guesses, pages", async () => {
    const { signedIn } = POLICIES.search;
    for (let index = 0; index < signedIn; index += 1) expect(await passes("account:1")).toBe(true);
    for (let index = 0; index < 5; index += 1) expect((await guess("sok@naga.example")).wait).toBe(0);
    const { points } = PAGE_POLICIES.account[0];
    for (let index = 0; index < points; index += 1) countPage({ kind: "account", id: "1" });
    await sleep(400);
    await anotherInstance();
    expect(await passes("account:1")).toBe(false);
    expect(await passes("account:2")).toBe(true);
    expect((await guess("sok@naga.example")).wait).toBeGreaterThan(60);
    // Pages hear of each other a little later.
    countPage({ kind: "account", id: "1" });
    await sleep(400);
    expect(countPage({ kind: "account", id: "1" })).toBeGreaterThan(0);
    expect(countPage({ kind: "account", id: "2" })).toBe(0);
  });

  it("a Redis that hangs makes a sign-in slower, not impossible, and guesses are still counted", async () => {
    server?.kill("SIGSTOP");
    try {
      const waits: number[] = [];
      for (let index = 0; index < 7; index += 1) {
        const { wait, ms } = await guess("hung@naga.example");
        expect(ms).toBeLessThan(2_500);
        waits.push(wait);
      }
      expect(waits.slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
      expect(waits[6]).toBeGreaterThan(60);
      // Pages never wait for it.
      const start = performance.now();
      for (let index = 0; index < 200; index += 1) countPage({ kind: "account", id: "hung" });
      expect(performance.now() - start).toBeLessThan(1_000);
    } finally {
      server?.kill("SIGCONT");
    }
  });

  it("a Redis that is gone is done without, and used again when it is back", async () => {
    await stopRedis();
    await sleep(100);
    for (let index = 0; index < 5; index += 1) expect((await guess("gone@naga.example")).wait).toBe(0);
    expect((await guess("gone@naga.example")).wait).toBeGreaterThan(60);
    const { points } = PAGE_POLICIES.device[0];
    for (let index = 0; index < points + 5; index += 1) countPage({ kind: "device", id: "gone" });
    await sleep(600);
    expect(countPage({ kind: "device", id: "gone" })).toBeGreaterThan(0);

    await startRedis();
    const look = new Redis(port, "127.0.0.1");
    try {
      let keys: string[] = [];
      for (let tries = 0; tries < 60 && keys.length === 0; tries += 1) {
        await passes("account:back");
        await sleep(100);
        keys = await look.keys("*account:back");
      }
      expect(keys).toHaveLength(1);
    } finally {
      look.disconnect();
    }
  });
});
