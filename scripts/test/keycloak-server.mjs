import { fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "../start/processes.mjs";
import { findKeycloak } from "./keycloak-distribution.mjs";

/**
 * @typedef {object} KeycloakServer
 * @property {string} url without a slash at the end
 * @property {string} issuer of the realm of the school
 * @property {string} clientSecret of naga-web
 * @property {{ user: string, password: string }} admin of the realm master
 * @property {number} group its process group; stopped and continued by tests, as a machine that hangs
 * @property {() => Promise<void>} stop
 */

/**
 * The real Keycloak with the realm file and the theme of `deploy/keycloak`, in production mode over HTTP on the loopback
 * address, with a database in memory. Secrets are made for this run.
 *
 * @param {{ port: number, nagaUrl: string, env?: NodeJS.ProcessEnv, say?: (text: string) => void }} options
 * @returns {Promise<KeycloakServer>}
 */
export async function startKeycloak({ port, nagaUrl, env = {}, say = () => undefined }) {
  const { folder, java } = await findKeycloak(say);
  const home = makeHome(folder);
  const log = join(home, "keycloak.log");
  const url = `http://localhost:${port}`;
  const admin = { user: "harness", password: randomBytes(18).toString("base64url") };
  const clientSecret = randomBytes(24).toString("base64url");
  const guard = fork(
    join(root, "scripts/test/keycloak-guard.mjs"),
    [
      ...[home, log, join(home, "bin/kc.sh"), "start", "--optimized", "--import-realm", "--cache=local"],
      ...["--http-enabled=true", "--http-host=127.0.0.1", `--http-port=${port}`, `--hostname=${url}`],
    ],
    {
      env: {
        ...process.env,
        ...env,
        JAVA: java,
        JAVA_OPTS_KC_HEAP: "-Xms64m -Xmx512m",
        KC_BOOTSTRAP_ADMIN_USERNAME: admin.user,
        KC_BOOTSTRAP_ADMIN_PASSWORD: admin.password,
        NAGA_URL: nagaUrl,
        KEYCLOAK_CLIENT_SECRET: clientSecret,
      },
      execArgv: [],
      stdio: "ignore",
    },
  );
  const group = new Promise((resolve) => guard.once("message", resolve));
  const ended = new Promise((resolve) => guard.once("exit", resolve));
  say("starting Keycloak");
  await untilReady(`${url}/realms/naga`, guard, log);
  return {
    url,
    issuer: `${url}/realms/naga`,
    clientSecret,
    admin,
    group: Number(await group),
    stop: async () => {
      if (guard.exitCode === null) guard.kill("SIGTERM");
      await ended;
    },
  };
}

/** A home folder beside the shared distribution: own data, our realm and theme. @param {string} distribution */
function makeHome(distribution) {
  const home = mkdtempSync(join(tmpdir(), "naga-keycloak-"));
  for (const folder of ["bin", "data/import", "themes"]) mkdirSync(join(home, folder), { recursive: true });
  for (const folder of ["lib", "providers", "conf"]) {
    symlinkSync(join(distribution, folder), join(home, folder));
  }
  copyFileSync(join(distribution, "bin/kc.sh"), join(home, "bin/kc.sh"));
  copyFileSync(join(root, "deploy/keycloak/naga-realm.json"), join(home, "data/import/naga-realm.json"));
  symlinkSync(join(root, "deploy/keycloak/themes/naga"), join(home, "themes/naga"));
  return home;
}

/**
 * @param {string} url
 * @param {import("node:child_process").ChildProcess} guard
 * @param {string} log
 */
async function untilReady(url, guard, log) {
  const until = Date.now() + 300_000;
  let said = "";
  while (Date.now() < until) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    if (answer?.ok) return;
    if (guard.exitCode !== null) break;
    // The guard deletes the folder with the log when Keycloak ends.
    said = readTail(log) || said;
    await sleep(300);
  }
  guard.kill("SIGTERM");
  throw new Error(`Keycloak did not start.\n${said}`);
}

/** @param {string} log */
function readTail(log) {
  try {
    return readFileSync(log, "utf8").trim().split("\n").slice(-20).join("\n");
  } catch {
    return "";
  }
}
