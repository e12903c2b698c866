import { rmSync } from "node:fs";
import { join } from "node:path";
import { build, generateClient, isBuilt } from "./build.mjs";
import { fillDatabase, listPersonas, openDatabase } from "./database.mjs";
import { anyFree } from "./ports.mjs";
import { root, stopChildren } from "./processes.mjs";
import { loadSecrets, writePrivate } from "./secrets.mjs";
import { bold, dim, explainEnd, step } from "./steps.mjs";
import { startWeb, startWorker } from "./supervise.mjs";
import { understood } from "./trouble.mjs";

/** @typedef {import("./options.mjs").StartOptions} StartOptions */

/**
 * Second half of `npm start`, under Node 24: database, migrations, demo campus, build, web and worker.
 *
 * @param {StartOptions} options
 */
export async function runCampus(options) {
  const started = performance.now();
  if (process.loadEnvFile) tryLoadEnvFile();
  /** @type {(() => unknown | Promise<unknown>)[]} what to undo at the end, last first */
  const endings = [];
  /** @type {import("./database.mjs").Database | undefined} */
  let database;
  const end = ending(endings);
  watchForTheEnd(end, options.dev);
  try {
    const secrets = loadSecrets(options.folder);
    database = await openDatabase(options, secrets.databasePassword);
    endings.push(database.stop);
    const web = await webAddress(options);
    const env = environment(options, secrets, database.url, web);
    if (await generateClientShown()) rmSync(join(root, ".next/naga-fingerprint"), { force: true });
    await fillDatabase(env);
    if (!options.dev && !isBuilt()) await step("Site", (note) => build(env, note));
    const running = { options, env, web, end };
    endings.push(() => stopChildren(8_000));
    await step("Web and worker", async (note) => {
      startWorker(running);
      endings.push(await startWeb(running, note));
    });
    writePrivate(options.runFile, JSON.stringify({ pid: process.pid, url: web.url }));
    endings.push(() => rmSync(options.runFile, { force: true }));
    await announce(database.url, web, started);
  } catch (error) {
    await end(database?.trouble() ?? error);
  }
}

function tryLoadEnvFile() {
  try {
    process.loadEnvFile(join(root, ".env"));
  } catch {
    // There is none; everything has a default on this machine.
  }
}

async function generateClientShown() {
  return step("Database client", async () => generateClient());
}

/**
 * @typedef {object} WebAddress
 * @property {string} url what people type
 * @property {number} port where Next listens
 * @property {string} host
 *
 * @param {StartOptions} options
 * @returns {Promise<WebAddress>}
 */
async function webAddress(options) {
  if (!options.https)
    return { url: `http://localhost:${options.port}`, port: options.port, host: options.host };
  return { url: `https://localhost:${options.port}`, port: await anyFree(), host: "127.0.0.1" };
}

/**
 * @param {StartOptions} options
 * @param {import("./secrets.mjs").Secrets} secrets
 * @param {string} databaseUrl
 * @param {WebAddress} web
 * @returns {NodeJS.ProcessEnv}
 */
function environment(options, secrets, databaseUrl, web) {
  const url = process.env.NAGA_URL || web.url;
  return {
    NEXTAUTH_SECRET: secrets.nextAuthSecret,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secrets.actionsKey,
    NAGA_ENV: "local",
    NAGA_STORAGE_DIR: join(options.folder, "files"),
    NAGA_WORKER_DRAIN_MS: "5000",
    NEXT_TELEMETRY_DISABLED: "1",
    // Its own TLS front (https.mjs) tells who really asks.
    ...(options.https ? { NAGA_TRUSTED_PROXIES: "127.0.0.1" } : {}),
    ...withoutEmpty(process.env),
    NODE_ENV: options.dev ? "development" : "production",
    DATABASE_URL: databaseUrl,
    NAGA_URL: url,
    NEXTAUTH_URL: url,
    PORT: String(web.port),
    HOSTNAME: web.host,
  };
}

/** @param {NodeJS.ProcessEnv} env */
function withoutEmpty(env) {
  const { NAGA_SECOND_HALF: _, ...rest } = env;
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== ""));
}

/**
 * One way out for Ctrl-C, errors and a lost parent: children first, the database last.
 *
 * @param {(() => unknown | Promise<unknown>)[]} endings
 * @returns {(error?: unknown) => Promise<never>}
 */
function ending(endings) {
  /** @type {Promise<never> | undefined} */
  let under;
  const run = async (/** @type {unknown} */ error) => {
    if (error) explainEnd(understood(error));
    await stopChildren(8_000);
    for (const undo of endings.reverse()) {
      await Promise.resolve(undo()).catch((/** @type {unknown} */ problem) =>
        explainEnd(understood(problem)),
      );
    }
    process.exit(error ? 1 : 0);
  };
  return (error) => {
    under ??= /** @type {Promise<never>} */ (run(error));
    return under;
  };
}

/**
 * @param {(error?: unknown) => Promise<never>} end
 * @param {boolean} quiet
 */
function watchForTheEnd(end, quiet) {
  let asked = 0;
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => {
      asked += 1;
      if (asked === 1 && !quiet) console.log(dim("\n  Stopping …"));
      if (asked > 3) process.exit(1);
      void end();
    });
  }
  // The first half, or npm, was killed: nobody is left who could stop this one.
  process.on("disconnect", () => void end());
  if (process.connected || !process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && void end(), 2_000).unref();
}

/**
 * @param {string} databaseUrl
 * @param {WebAddress & { network?: string[] }} web
 * @param {number} started
 */
async function announce(databaseUrl, web, started) {
  const personas = await listPersonas(databaseUrl).catch(() => []);
  console.log(
    `\n  ${bold("Naga SIS is ready")} ${dim(`after ${((performance.now() - started) / 1000).toFixed(1)} s`)}\n`,
  );
  console.log(`    ${bold(web.url)}`);
  for (const address of web.network ?? [])
    console.log(`    ${address}  ${dim("from a phone on this network")}`);
  if (personas.length > 0) {
    console.log("\n  Who can sign in (invented people; on this machine a click is enough):\n");
    const width = Math.max(...personas.map((persona) => persona.roles.length));
    for (const { roles, name, email } of personas)
      console.log(`    ${roles.padEnd(width)}  ${name}  ${dim(email)}`);
  }
  console.log(`\n  ${dim("Ctrl-C stops everything. Logs: .naga/logs")}\n`);
}
