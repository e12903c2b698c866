import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { projectNode, root, runToEnd } from "./processes.mjs";
import { Sentence } from "./steps.mjs";
import { diskFull, notYours } from "./trouble.mjs";

const lockFile = join(root, "package-lock.json");
/** npm writes it when everything has arrived. */
const installedFile = join(root, "node_modules/.package-lock.json");

/** @typedef {Record<string, { version?: string, optional?: boolean, peer?: boolean, link?: boolean }>} Packages */

/** @param {string} file @returns {Packages} */
function packages(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
}

/** Whether what lies in node_modules is what the lock file says, whoever installed it. @returns {boolean} */
export function isInstalled() {
  if (!existsSync(projectNode) || !existsSync(installedFile)) return false;
  const installed = packages(installedFile);
  return Object.entries(packages(lockFile)).every(
    ([path, { version, optional, link }]) =>
      !path || optional || link || installed[path]?.version === version,
  );
}

/**
 * `npm ci`, with the number of packages that have arrived.
 *
 * @param {(text: string) => void} note
 */
export async function install(note) {
  const total = Object.keys(
    JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages ?? {},
  ).length;
  note(`${total} packages, a few minutes the first time`);
  const started = Date.now();
  const ticking = setInterval(
    () => note(`${total} packages, ${Math.round((Date.now() - started) / 1000)} s`),
    1_000,
  );
  try {
    const said = await runToEnd("npm", ["ci", "--no-audit", "--no-fund"], {
      what: "Installing the packages",
      env: installEnvironment(),
      both: true,
    });
    // A file that could not be written whole is a warning to npm, which ends well and leaves half of it.
    const half = said.split("\n").find((line) => line.includes("TAR_ENTRY_ERROR"));
    if (half) throw new Error(half);
  } catch (error) {
    // It says that everything has arrived.
    rmSync(installedFile, { force: true });
    throw explain(error);
  } finally {
    clearInterval(ticking);
  }
  if (!existsSync(projectNode)) {
    await runToEnd("npm", ["rebuild", "node"], { what: "Installing Node 24", env: installEnvironment() });
  }
  note(`${total} packages`);
}

/** NODE_ENV=production would leave out what the build needs; settings of the outer npm belong to the outer npm. */
function installEnvironment() {
  const env = { ...process.env };
  delete env.NODE_ENV;
  // npm ci deletes node_modules first, and with it the Node that npm start may be running on.
  const separator = process.platform === "win32" ? ";" : ":";
  env.PATH = (env.PATH ?? "")
    .split(separator)
    .filter((folder) => !folder.startsWith(root))
    .join(separator);
  for (const key of Object.keys(env)) if (/^npm_config_(omit|production|only)$/i.test(key)) delete env[key];
  return env;
}

/** @param {unknown} error */
function explain(error) {
  const text = error instanceof Error ? error.message : String(error);
  if (/ENOSPC/.test(text)) return new Sentence(diskFull(join(root, "node_modules")));
  if (/EACCES|EPERM/.test(text)) return new Sentence(notYours(join(root, "node_modules")));
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET/.test(text)) {
    return new Sentence(
      `The package registry cannot be reached. Check the network (and the proxy settings of npm), then run npm start again.\n${text}`,
    );
  }
  return error;
}
