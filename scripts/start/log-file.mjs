import { createWriteStream, existsSync, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { red } from "./steps.mjs";

const alarming = new Set(["error", "fatal"]);

/**
 * Sends the output of a child into a file of its own; a person at the terminal sees only what went wrong.
 *
 * @param {import("node:child_process").ChildProcess} child
 * @param {string} folder
 * @param {string} name
 */
export function logToFile(child, folder, name) {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.log`);
  const file = createWriteStream(path, { flags: "a" });
  // On a full disk the site goes on without its log.
  file.once("error", (error) => console.error(`  ${red("!")} ${name}: no more log (${error.message})`));
  file.on("error", () => undefined);
  let last = "";
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on("line", (line) => {
      file.write(`${line}\n`);
      const said = alarm(line);
      if (said && said !== last) console.error(`  ${red("!")} ${name}: ${said}`);
      last = said ?? last;
    });
  }
  child.once("close", () => file.end());
  return path;
}

/** Yesterday's log is kept once. @param {string} folder @param {string} name */
export function rotateLog(folder, name) {
  const path = join(folder, `${name}.log`);
  if (existsSync(path)) renameSync(path, join(folder, `${name}.1.log`));
}

/** @param {string} line */
function alarm(line) {
  if (!line.startsWith("{")) return null;
  try {
    const { level, msg, err } = JSON.parse(line);
    // The line of a request repeats what the line of its error said.
    if (!alarming.has(level) || msg === "request") return null;
    return [msg, err?.message && `(${err.message})`].filter(Boolean).join(" ");
  } catch {
    return null;
  }
}
