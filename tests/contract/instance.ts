import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { anyFree } from "../../scripts/start/ports.mjs";
import { projectNode, root } from "../../scripts/start/processes.mjs";

/** Another web process of the same build, with an environment of its own. */
export type Instance = { url: string; port: number; log: () => string; stop: () => Promise<void> };

/**
 * Starts one more web process of the production build: with limits, behind a proxy, with TLS in front, on another
 * database. Its sessions are its own unless a secret is given.
 */
export async function startInstance(
  databaseUrl: string,
  env: Record<string, string> = {},
): Promise<Instance> {
  const port = await anyFree();
  const url = `http://localhost:${port}`;
  const storage = mkdtempSync(join(tmpdir(), "naga-instance-"));
  const child = spawn(projectNode, ["--max-old-space-size=384", join(root, "scripts/start/serve.mjs")], {
    cwd: root,
    // Ends with this process, as serve.mjs sees its parent go.
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      NAGA_ENV: "local",
      NAGA_URL: url,
      DATABASE_URL: databaseUrl,
      NEXTAUTH_SECRET: randomBytes(33).toString("base64"),
      NAGA_STORAGE_DIR: storage,
      NAGA_LOG_LEVEL: "info",
      PORT: String(port),
      HOSTNAME: "127.0.0.1",
      ...env,
    },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => {
      said = (said + chunk).slice(-1_000_000);
    });
  const stop = async () => {
    await end(child);
    rmSync(storage, { recursive: true, force: true });
  };
  const deadline = Date.now() + 60_000;
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null);
    if (answer?.ok) break;
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`another web process did not get ready: ${said.slice(-2000)}`);
    }
    await sleep(100);
  }
  return { url: `http://127.0.0.1:${port}`, port, log: () => said, stop };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
}
