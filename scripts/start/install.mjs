import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectNode, root, runToEnd } from "./processes.mjs";
import { Sentence } from "./steps.mjs";

const stamp = join(root, "node_modules/.naga-lock");

/** Hash of the lock file and of the platform: a folder that moved between machines is installed anew. */
function wanted() {
  const lock = readFileSync(join(root, "package-lock.json"));
  return createHash("sha256").update(lock).update(`${process.platform}-${process.arch}`).digest("hex");
}

/** @returns {boolean} */
export function isInstalled() {
  if (!existsSync(projectNode)) return false;
  return existsSync(stamp) && readFileSync(stamp, "utf8") === wanted();
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
    await runToEnd("npm", ["ci", "--no-audit", "--no-fund"], {
      what: "Installing the packages",
      env: installEnvironment(),
    });
  } catch (error) {
    rmSync(stamp, { force: true });
    throw explain(error);
  } finally {
    clearInterval(ticking);
  }
  if (!existsSync(projectNode)) {
    await runToEnd("npm", ["rebuild", "node"], { what: "Installing Node 24", env: installEnvironment() });
  }
  writeFileSync(stamp, wanted());
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
  if (/ENOSPC/.test(text))
    return new Sentence(
      "The disk is full: the packages could not be written. Free some space and run npm start again.",
    );
  if (/EACCES|EPERM/.test(text))
    return new Sentence(
      `npm may not write to ${join(root, "node_modules")}. Delete that folder, or make it yours, and run npm start again.`,
    );
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET/.test(text)) {
    return new Sentence(
      `The package registry cannot be reached. Check the network (and the proxy settings of npm), then run npm start again.\n${text}`,
    );
  }
  return error;
}
