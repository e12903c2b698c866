import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

export const root = new URL("../..", import.meta.url).pathname.replace(/\/$/, "");

/** Starts a program of this repository in its own group and waits until the address answers 200. */
export async function serve(
  args: string[],
  options: { ready: string; env?: Record<string, string>; cwd?: string; minutes: number },
): Promise<ChildProcess> {
  const child = spawn(process.execPath, args, {
    cwd: options.cwd ?? root,
    env: { ...process.env, NODE_OPTIONS: "", ...options.env },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const deadline = Date.now() + options.minutes * 60_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`${args.join(" ")} ended with ${child.exitCode}`);
    const answer = await fetch(options.ready).catch(() => null);
    if (answer?.ok) return child;
    await wait(500);
  }
  child.kill();
  throw new Error(`${options.ready} did not answer within ${options.minutes} minutes`);
}

/** Ends a program and waits until it is gone. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await gone;
}

/** Process whose command line holds the text; Linux only. */
export function findProcess(text: string): number {
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) continue;
    try {
      if (readFileSync(`/proc/${name}/cmdline`, "utf8").includes(text)) return Number(name);
    } catch {
      // It ended while we looked.
    }
  }
  throw new Error(`No process with ${text}`);
}
