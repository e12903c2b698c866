import "server-only";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Draft, Problem, Step } from "./problem";

const CHILD = fileURLToPath(new URL("./solver/child.ts", import.meta.url));
/** Where `tsx` is found, wherever the worker was started. */
const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** Beyond the problem's own seconds: loading, and the last model that is still being solved. */
const GRACE_MS = 60_000;

type Options = {
  /** Given up when it aborts. */
  signal?: AbortSignal;
  /** Hears how far the search is, 0 to 1. What it throws ends the search and is thrown on. */
  tell?: (step: Step, done: number) => Promise<void>;
};

/**
 * Searches for a timetable in a process of its own, for the worker and the command line only: it takes a processor for
 * minutes. Ends early by its signal, or by what `tell` throws.
 *
 * @throws Error when the process ends without an answer
 */
export async function solveInChild(problem: Problem, { signal, tell }: Options = {}): Promise<Draft> {
  signal?.throwIfAborted();
  const stop = new AbortController();
  const child = spawn(process.execPath, ["--import", "tsx", CHILD], {
    cwd: ROOT,
    env: { MALLOC_ARENA_MAX: "1" } as unknown as NodeJS.ProcessEnv,
    stdio: ["pipe", "pipe", "pipe"],
    signal: AbortSignal.any([
      stop.signal,
      AbortSignal.timeout(problem.seconds * 1_000 + GRACE_MS),
      ...(signal ? [signal] : []),
    ]),
    killSignal: "SIGKILL",
  });
  let complaint = "";
  child.stderr.on("data", (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-2_000);
  });
  child.stdin.on("error", () => undefined);
  child.stdin.end(JSON.stringify(problem));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  ended.catch(() => undefined);
  let draft: Draft | null = null;
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const told = JSON.parse(line) as { draft: Draft } | { step: Step; done: number };
      if ("draft" in told) draft = told.draft;
      else await tell?.(told.step, told.done);
    }
  } catch (error) {
    stop.abort();
    throw error;
  }
  const code = await ended;
  if (!draft) throw new Error(`the search for a timetable ended with ${code}: ${complaint}`);
  return draft;
}
