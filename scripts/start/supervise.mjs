import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startHttps } from "./https.mjs";
import { logToFile, rotateLog } from "./log-file.mjs";
import { projectNode, root, track, withProjectPath } from "./processes.mjs";
import { Sentence } from "./steps.mjs";

/**
 * @typedef {object} Running
 * @property {import("./options.mjs").StartOptions} options
 * @property {NodeJS.ProcessEnv} env
 * @property {import("./campus.mjs").WebAddress & { network?: string[] }} web
 * @property {(error?: unknown) => Promise<never>} end
 */

/** @param {Running} running */
const logs = (running) => join(running.options.folder, "logs");

/**
 * Starts the web process and waits until it answers. Its death ends the whole run.
 *
 * @param {Running} running
 * @param {(text: string) => void} note
 * @returns {Promise<() => unknown>} closes what was opened beside it
 */
export async function startWeb(running, note) {
  const { options, env, web, end } = running;
  rotateLog(logs(running), "web");
  const child = spawn(
    projectNode,
    [
      ...(options.dev ? [] : WEB_FLAGS),
      join(root, "scripts/start/serve.mjs"),
      ...(options.dev ? ["--dev"] : []),
    ],
    {
      cwd: root,
      env: withProjectPath(env),
      stdio: options.dev ? ["ignore", "inherit", "inherit", "ipc"] : ["ignore", "pipe", "pipe", "ipc"],
    },
  );
  track(child);
  const log = options.dev ? "the lines above" : logToFile(child, logs(running), "web");
  let gone = false;
  child.once("exit", (code, signal) => {
    gone = true;
    // Ctrl-C reaches everybody at once: then this is no accident.
    setTimeout(
      () => void end(new Sentence(`The web process ended (${signal ?? code}). What it said: ${log}`)),
      300,
    );
  });
  const close = options.https ? await startHttps(running) : () => undefined;
  note(web.url);
  const deadline = Date.now() + 90_000;
  for (let state = await readiness(web.port); state !== "ready"; state = await readiness(web.port)) {
    if (gone) await new Promise(() => undefined);
    if (Date.now() > deadline)
      throw new Sentence(`The site was not ready within 90 s (${state}). What it said: ${log}`);
    await sleep(100);
  }
  return close;
}

/**
 * @param {number} port
 * @returns {Promise<string>} `ready`, or what stands in the way
 */
async function readiness(port) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/health/ready`, {
      signal: AbortSignal.timeout(20_000),
    });
    return response.ok ? "ready" : `${response.status} ${(await response.text()).slice(0, 300)}`;
  } catch (error) {
    return /** @type {Error} */ (error).message;
  }
}

/** The heap is bounded (MB): what lives is under 200, and the collector takes what it is given. As in deploy/naga. */
const WEB_FLAGS = ["--max-old-space-size=384"];
/** The heap is bounded (MB), or a large import would take what is free before it cleans up. */
const WORKER_FLAGS = ["--max-old-space-size=448", "--conditions=react-server", "--import", "tsx"];

/**
 * Keeps one worker alive; with --dev also starts it afresh when its code changed.
 *
 * @param {Running} running
 */
export function startWorker(running) {
  rotateLog(logs(running), "worker");
  let stopping = false;
  let failures = 0;
  /** @type {import("node:child_process").ChildProcess} */
  let child;
  const launch = () => {
    const startedAt = Date.now();
    child = spawn(projectNode, [...WORKER_FLAGS, "jobs/worker.ts"], {
      cwd: root,
      env: withProjectPath({ ...running.env, PORT: "8000" }),
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    track(child);
    const log = logToFile(child, logs(running), "worker");
    child.once("exit", (code, signal) => {
      if (stopping || signal === "SIGTERM" || code === 0) return;
      failures = Date.now() - startedAt > 60_000 ? 1 : failures + 1;
      if (failures === 3)
        console.error(
          `  ! The worker keeps ending (${signal ?? code}); background jobs wait. What it said: ${log}`,
        );
      setTimeout(() => !stopping && launch(), Math.min(30_000, 500 * 2 ** failures));
    });
  };
  launch();
  process.once("SIGINT", () => {
    stopping = true;
  });
  process.once("SIGTERM", () => {
    stopping = true;
  });
  if (running.options.dev) relaunchOnChange(() => child.once("close", launch) && child.kill("SIGTERM"));
}

/** @param {() => void} relaunch */
function relaunchOnChange(relaunch) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  for (const folder of ["jobs", "lib"]) {
    watch(join(root, folder), { recursive: true }, (_, file) => {
      if (!file || !/\.(ts|tsx|mjs|json)$/.test(file) || file.includes("generated")) return;
      clearTimeout(timer);
      timer = setTimeout(relaunch, 500);
    });
  }
}
