import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { runToEnd } from "../start/processes.mjs";
import { Sentence } from "../start/steps.mjs";

/** The same as in deploy/compose.keycloak.yaml; a test compares them. */
export const KEYCLOAK_VERSION = "26.7.3";

/** What is settled when Keycloak is built, not when it starts: an empty database in memory, one node. */
const BUILD = ["--db=dev-mem", "--cache=local"];

const unpacking = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack";

/**
 * Keycloak's real distribution, built once per machine and version; made now when Maven can fetch it.
 *
 * @param {(text: string) => void} [say]
 * @returns {Promise<{ folder: string, java: string }>}
 * @throws Sentence that says what is missing
 */
export async function findKeycloak(say = () => undefined) {
  const java = findJava();
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "naga-sis");
  const folder = join(cache, `keycloak-${KEYCLOAK_VERSION}`);
  if (existsSync(folder)) return { folder, java };
  if (process.platform === "win32")
    throw new Sentence("On Windows the tests with the real Keycloak do not run.");
  mkdirSync(cache, { recursive: true });
  // Made aside and renamed: a run that was killed in the middle leaves nothing that looks finished.
  const aside = mkdtempSync(join(cache, "making-"));
  try {
    const unpacked = await unpack(aside, say);
    say("building it for this machine, once");
    await runToEnd(join(unpacked, "bin/kc.sh"), ["build", ...BUILD], {
      what: "Building Keycloak",
      env: { ...process.env, JAVA: java },
    });
    // Another run may have been quicker.
    if (!existsSync(folder)) renameSync(unpacked, folder);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  return { folder, java };
}

/**
 * @param {string} aside
 * @param {(text: string) => void} say
 */
async function unpack(aside, say) {
  const name = `keycloak-${KEYCLOAK_VERSION}`;
  const given = process.env.NAGA_KEYCLOAK_HOME;
  if (given) {
    cpSync(given, join(aside, name), { recursive: true });
    return join(aside, name);
  }
  if (!runs("mvn", ["--version"])) {
    throw new Sentence(
      `Maven was not found, which fetches Keycloak (on Debian: apt install maven), and NAGA_KEYCLOAK_HOME names no unpacked Keycloak ${KEYCLOAK_VERSION}.`,
    );
  }
  say(`fetching Keycloak ${KEYCLOAK_VERSION}`);
  const artifact = `org.keycloak:keycloak-quarkus-dist:${KEYCLOAK_VERSION}:zip`;
  const args = ["--quiet", "--batch-mode", unpacking, `-Dartifact=${artifact}`, `-DoutputDirectory=${aside}`];
  // It leaves marks of what it unpacked in the folder in which it runs.
  await runToEnd("mvn", args, { what: "Fetching Keycloak", cwd: aside });
  return join(aside, name);
}

/** @returns {string} */
function findJava() {
  const named = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, "bin/java") : "";
  const java = [named, "java"].find((path) => path && runs(path, ["-version"]));
  const wish = "Keycloak needs Java 17 or newer (on Debian: apt install default-jre-headless)";
  if (!java) throw new Sentence(`No Java was found; ${wish}.`);
  // It tells its version on standard error: openjdk version "17.0.15" 2025-04-15
  const said = spawnSync(java, ["-version"], { encoding: "utf8" }).stderr;
  const version = Number(/version "(\d+)/.exec(said)?.[1] ?? 0);
  if (version < 17) throw new Sentence(`This machine's Java is ${version || "unknown"}; ${wish}.`);
  return java;
}

/**
 * @param {string} program
 * @param {string[]} args
 */
function runs(program, args) {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}
