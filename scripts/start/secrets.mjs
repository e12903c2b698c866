import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Sentence } from "./steps.mjs";

/** @typedef {{ databasePassword: string, nextAuthSecret: string, actionsKey: string }} Secrets */

/**
 * Passwords and keys of this machine, made once and readable by the owner only.
 *
 * @param {string} folder
 * @returns {Secrets}
 */
export function loadSecrets(folder) {
  const file = join(folder, "secrets.json");
  const known = existsSync(file) ? parse(file) : {};
  const secrets = {
    databasePassword: known.databasePassword ?? randomBytes(24).toString("hex"),
    nextAuthSecret: known.nextAuthSecret ?? randomBytes(33).toString("base64"),
    actionsKey: known.actionsKey ?? randomBytes(32).toString("base64"),
  };
  writePrivate(file, JSON.stringify(secrets, null, 2));
  return secrets;
}

/**
 * @param {string} file
 * @returns {Partial<Secrets>}
 */
function parse(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if (/** @type {{ code?: string }} */ (error).code) throw error;
    throw new Sentence(`${file} cannot be read. If it is damaged: npm run reset makes everything anew.`);
  }
}

/**
 * Written aside and renamed, so that a killed run leaves the old or the new file.
 *
 * @param {string} file
 * @param {string} text
 */
export function writePrivate(file, text) {
  writeFileSync(`${file}.new`, `${text}\n`, { mode: 0o600 });
  chmodSync(`${file}.new`, 0o600);
  renameSync(`${file}.new`, file);
}
