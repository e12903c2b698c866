import * as fs from "node:fs";
import { join } from "node:path";
import { startPostgres } from "./postgres.mjs";
import { runScript } from "./processes.mjs";
import { writePrivate } from "./secrets.mjs";
import { Sentence, step } from "./steps.mjs";
import { diskFull } from "./trouble.mjs";

/**
 * @typedef {object} Database
 * @property {string} url
 * @property {() => Promise<void>} stop
 * @property {() => Error | null} trouble why our own server may have given up: its clients only see it go
 */

/**
 * The database of this run: the one that DATABASE_URL names, or PostgreSQL of our own.
 *
 * @param {import("./options.mjs").StartOptions} options
 * @param {string} password
 * @returns {Promise<Database>}
 */
export async function openDatabase(options, password) {
  const given = process.env.DATABASE_URL;
  if (given) {
    if (!URL.canParse(given)) {
      throw new Sentence(
        "DATABASE_URL is not an address. It looks like postgres://user:password@host:5432/name",
      );
    }
    const url = new URL(given);
    await step("Database", (note) => note(`${url.pathname.slice(1)} at ${url.host}, from DATABASE_URL`));
    return { url: given, stop: async () => undefined, trouble: () => null };
  }
  return step("PostgreSQL 16", async (note) => {
    note("starting");
    const server = await startPostgres({
      home: join(options.folder, "postgres"),
      fallbackHome: join(options.outside, "postgres"),
      password,
      port: Number(process.env.NAGA_DB_PORT || 5432),
    });
    const url = server.url("naga_local");
    writePrivate(join(options.folder, "database-url"), url);
    note(
      `port ${server.port}${server.created ? ", new" : server.reused ? ", still running from last time" : ""}`,
    );
    return {
      url,
      stop: server.stop,
      trouble: () => (hasRoom(server.data) ? null : new Sentence(diskFull(server.data))),
    };
  });
}

/** A piece of the write-ahead log takes 16 MB; without room for one PostgreSQL stops. @param {string} data */
function hasRoom(data) {
  if (!fs.statfsSync) return true;
  const { bavail, bsize } = fs.statfsSync(data);
  return Number(bavail) * Number(bsize) > 20_000_000;
}

/**
 * Migrations, then the demo campus when nobody lives in the database yet. It is loaded in one transaction: a run that
 * was killed in the middle left nothing behind.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export async function fillDatabase(env) {
  const naga = (/** @type {string[]} */ args, /** @type {(text: string) => void} */ onLine) =>
    runScript(["scripts/naga.ts", ...args], { env, onLine, what: `naga ${args.slice(0, 2).join(" ")}` });
  await step("Migrations", (note) => naga(["db", "migrate", "--create"], note));
  if (!["local", "test"].includes(env.NAGA_ENV ?? "") || !(await isEmpty(env.DATABASE_URL ?? ""))) return;
  await step("Demo campus", (note) =>
    naga(["seed", "demo", "--scale", env.NAGA_DEMO_SCALE || "campus"], note),
  );
}

/** @param {string} url */
async function isEmpty(url) {
  return withClient(url, async (client) => {
    const { rows } = await client.query("SELECT NOT EXISTS (SELECT FROM person) AS empty");
    return rows[0].empty;
  });
}

/**
 * The invented people who may sign in without a password, one line each.
 *
 * @param {string} url
 * @returns {Promise<{ name: string, email: string, roles: string }[]>}
 */
export async function listPersonas(url) {
  return withClient(url, async (client) => {
    const { rows } = await client.query(`
      SELECT a.display_name AS name, a.email, string_agg(DISTINCT replace(r.role, '_', ' '), ', ') AS roles
        FROM account a JOIN role_assignment r ON r.account_id = a.id
       WHERE a.persona AND a.status = 'ACTIVE' GROUP BY a.id ORDER BY a.id LIMIT 20`);
    return rows;
  });
}

/**
 * @template T
 * @param {string} url
 * @param {(client: import("pg").Client) => Promise<T>} work
 */
async function withClient(url, work) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
