import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isFree } from "./ports.mjs";
import { root } from "./processes.mjs";
import { Sentence } from "./steps.mjs";
import { notYours } from "./trouble.mjs";

/** What one project needs: node_modules 1.2 GB, build 0.5 GB, database of the demo campus 0.6 GB. */
const neededAtFirst = 3_000_000_000;
const neededLater = 500_000_000;

/** npm is asked because some distributions ship Node without it. @returns {string} */
export function checkVersions() {
  try {
    const npm = execFileSync("npm", ["--version"], {
      encoding: "utf8",
      shell: process.platform === "win32",
    }).trim();
    return `${process.version}, npm ${npm}`;
  } catch {
    throw new Sentence(
      "npm was not found. Install it beside Node (on Debian: apt install npm) and run npm start again.",
    );
  }
}

/** @param {string} folder everything that belongs to this machine only */
export function checkFolder(folder) {
  const place = [root, folder, ...["node_modules", ".next"].map((name) => join(root, name))].find(isClosed);
  if (place) throw new Sentence(notYours(place));
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    const probe = join(folder, `probe-${process.pid}`);
    writeFileSync(probe, "x");
    rmSync(probe);
  } catch (error) {
    const code = /** @type {{ code?: string }} */ (error).code;
    if (code === "EACCES" || code === "EPERM") throw new Sentence(notYours(folder));
    throw error;
  }
}

/** @param {string} place */
function isClosed(place) {
  try {
    accessSync(place, constants.W_OK);
    return false;
  } catch (error) {
    return ["EACCES", "EPERM"].includes(/** @type {{ code?: string }} */ (error).code ?? "");
  }
}

/**
 * @param {string} folder of the data, which may lie on a disk of its own
 * @returns {string} what is left, for the screen
 */
export function checkDisk(folder) {
  if (!fs.statfsSync) return "";
  const needed = existsSync(join(root, "node_modules")) ? neededLater : neededAtFirst;
  const left = [root, folder].map((place) => {
    const { bavail, bsize } = fs.statfsSync(place);
    const free = Number(bavail) * Number(bsize);
    if (free >= needed) return free;
    throw new Sentence(
      `Only ${gigabytes(free)} are free on the disk of ${place}; ${gigabytes(needed)} are needed. Free some space and run npm start again.`,
    );
  });
  return `${gigabytes(Math.min(...left))} free`;
}

/** @param {number} bytes */
function gigabytes(bytes) {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}

/**
 * @param {number} port
 * @param {string} host
 * @param {string} runFile where a running campus of this folder says who it is
 */
export async function checkPort(port, host, runFile) {
  const other = runningHere(runFile);
  if (other) {
    throw new Sentence(
      `Naga SIS already runs from this folder: ${other.url} (process ${other.pid}). Stop it with Ctrl-C there, or: kill ${other.pid}`,
    );
  }
  if (await isFree(port, host)) return;
  if (port < 1024 && process.getuid?.() !== 0) {
    throw new Sentence(`Port ${port} needs administrator rights. Choose one above 1023: PORT=8000 npm start`);
  }
  throw new Sentence(
    `Port ${port} is in use by another program. Stop that program, or choose another port: PORT=${port + 55} npm start`,
  );
}

/**
 * @param {string} runFile
 * @returns {{ pid: number, url: string } | null}
 */
export function runningHere(runFile) {
  try {
    const other = JSON.parse(readFileSync(runFile, "utf8"));
    process.kill(other.pid, 0);
    const commandLine = `/proc/${other.pid}/cmdline`;
    if (existsSync(commandLine) && !readFileSync(commandLine, "utf8").includes("scripts/start")) return null;
    return other.pid === process.pid ? null : other;
  } catch {
    return null;
  }
}
