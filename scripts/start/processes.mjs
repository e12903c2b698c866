import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Sentence } from "./steps.mjs";

/** The folder with package.json. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** Node 24 of the project, once it is installed. */
export const projectNode = join(
  root,
  "node_modules/node/bin",
  process.platform === "win32" ? "node.exe" : "node",
);

/** Programs of the project come first; npm itself stays the one of the machine. */
export function withProjectPath(env = process.env) {
  const separator = process.platform === "win32" ? ";" : ":";
  return { ...env, PATH: [join(root, "node_modules/.bin"), env.PATH].join(separator) };
}

/** @type {Set<import("node:child_process").ChildProcess>} */
const children = new Set();

/**
 * Runs a program to its end, passing its lines on; its output is part of the error when it fails.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, onLine?: (line: string) => void, what: string, lines?: number, both?: boolean, cwd?: string }} options
 *   `lines`: how much of the output is told when it fails; `both`: its warnings are wanted too
 * @returns {Promise<string>} everything it wrote to standard output
 */
export function runToEnd(
  program,
  args,
  { env = process.env, onLine, what, lines: told = 30, both = false, cwd = root },
) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32" && /\.(cmd|bat)$|^npm$/.test(program),
    });
    track(child);
    let out = "";
    let all = "";
    const take = (/** @type {Buffer} */ chunk) => {
      all += chunk;
      const line = String(chunk).trim().split("\n").pop()?.trim();
      if (line) onLine?.(line);
    };
    child.stdout.on("data", (chunk) => {
      out += chunk;
      take(chunk);
    });
    child.stderr.on("data", take);
    child.on("error", (error) =>
      reject(new Sentence(`${what}: ${program} could not be started (${error.message}).`)),
    );
    child.on("close", (code, signal) => {
      if (code === 0) return resolve(both ? all : out);
      const lines = all.trim().split("\n");
      const said = lines.filter((line) => line.startsWith("✗ ")).map((line) => line.slice(2));
      if (said.length > 0) return reject(new Sentence(said.join("\n")));
      const tail = lines.slice(-told).join("\n");
      reject(new Sentence(`${what} ended with ${signal ?? code}.\n${tail}`, { cause: all }));
    });
  });
}

/**
 * Runs a TypeScript file of the project under its own Node.
 *
 * @param {string[]} args file and arguments
 * @param {{ env?: NodeJS.ProcessEnv, onLine?: (line: string) => void, what: string }} options
 */
export function runScript(args, options) {
  return runToEnd(projectNode, ["--conditions=react-server", "--import", "tsx", ...args], {
    ...options,
    env: withProjectPath(options.env),
  });
}

/** @param {import("node:child_process").ChildProcess} child */
export function track(child) {
  children.add(child);
  child.once("close", () => children.delete(child));
}

/**
 * Ends every program that was started here, first politely.
 *
 * @param {number} patience milliseconds
 */
export async function stopChildren(patience) {
  const waiting = [...children].map(
    (child) =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve(undefined);
        const timer = setTimeout(() => child.kill("SIGKILL"), patience);
        child.once("close", () => {
          clearTimeout(timer);
          resolve(undefined);
        });
        child.kill("SIGTERM");
      }),
  );
  await Promise.all(waiting);
}
