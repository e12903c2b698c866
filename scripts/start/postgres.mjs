import { execFile, spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { anyFree, firstFree } from "./ports.mjs";
import { findBinaries, makePrivateFolder } from "./postgres-binaries.mjs";

const run = promisify(execFile);

/**
 * @typedef {object} ServerOptions
 * @property {string} home a folder of the project for data, log and password; the data may lie elsewhere for root
 * @property {string} fallbackHome used when root's folders are closed to the server's user
 * @property {string} password of the superuser `postgres`
 * @property {number} [port] tried first, then upwards; 0: any
 * @property {boolean} [throwaway] for tests: nothing survives a power cut
 *
 * @typedef {object} Server
 * @property {number} port
 * @property {boolean} created whether the data folder was made now
 * @property {boolean} reused whether it was running already, left by a killed run
 * @property {(database: string) => string} url
 * @property {string} data where its files lie
 * @property {() => Promise<void>} stop closes connections and waits for the end
 */

/**
 * Starts PostgreSQL 16 on the loopback address, making its data folder when there is none.
 * It runs in a session of its own: Ctrl-C reaches the web and the worker first, the database last.
 *
 * @param {ServerOptions} options
 * @returns {Promise<Server>}
 */
export async function startPostgres(options) {
  const { binaries, identity, elsewhere } = await findBinaries(options.fallbackHome);
  const home = elsewhere ? options.fallbackHome : options.home;
  const data = join(home, "data");
  const log = join(home, "postgres.log");
  const context = { binaries, identity, data, log, options };
  makePrivateFolder(home, identity);
  const created = !existsSync(join(data, "PG_VERSION"));
  if (created) await initialise(context);
  const running = created ? null : await findRunning(context);
  const port = running ?? (await launch(context));
  return {
    port,
    created,
    reused: running !== null,
    url: (database) => `postgres://postgres:${options.password}@127.0.0.1:${port}/${database}`,
    data,
    stop: () => stopServer(context),
  };
}

/** @typedef {{ binaries: import("./postgres-binaries.mjs").Binaries, identity: import("./postgres-binaries.mjs").Identity, data: string, log: string, options: ServerOptions }} Context */

/** The caller's locale must not decide how Khmer sorts and matches. @param {Context} context */
async function initialise({ binaries, identity, data, options }) {
  rmSync(data, { recursive: true, force: true });
  makePrivateFolder(data, identity);
  const passwordFile = `${data}.password`;
  writeFileSync(passwordFile, `${options.password}\n`, { mode: 0o644 });
  try {
    await command(binaries.initdb, identity, [
      `--pgdata=${data}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C.UTF-8",
      ...(options.throwaway ? ["--no-sync"] : []),
    ]);
  } catch (error) {
    rmSync(data, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/**
 * The port of a server that a killed run left behind, when it is healthy; otherwise it is stopped.
 *
 * @param {Context} context
 * @returns {Promise<number | null>}
 */
async function findRunning(context) {
  const pidFile = join(context.data, "postmaster.pid");
  if (!existsSync(pidFile)) return null;
  const [pid = "", , , port = ""] = readFileSync(pidFile, "utf8").split("\n");
  if (!isPostmaster(Number(pid), context)) {
    // The machine or container restarted, and another program has that number now.
    rmSync(pidFile, { force: true });
    return null;
  }
  if (await accepts(Number(port), context.options.password)) return Number(port);
  await stopServer(context, "immediate");
  return null;
}

/**
 * @param {number} pid
 * @param {Context} context
 */
function isPostmaster(pid, context) {
  const { status } = spawnSync(context.binaries.pgCtl, ["status", "-D", context.data], {
    ...context.identity,
    cwd: tmpdir(),
  });
  if (status !== 0) return false;
  if (process.platform === "win32") return true;
  const { stdout } = spawnSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" });
  const cmdline = `/proc/${pid}/cmdline`;
  const args = stdout || (existsSync(cmdline) ? readFileSync(cmdline, "utf8") : "postgres");
  return args.includes("postgres");
}

/**
 * @param {number} port
 * @param {string} password
 */
async function accepts(port, password) {
  const { default: pg } = await import("pg");
  for (let attempt = 0; attempt < 20; attempt++) {
    const client = new pg.Client({
      host: "127.0.0.1",
      port,
      user: "postgres",
      password,
      database: "postgres",
    });
    try {
      await client.connect();
      await client.end();
      return true;
    } catch (error) {
      const code = /** @type {{ code?: string }} */ (error).code;
      if (code !== "57P03" && code !== "ECONNRESET") return false;
      await sleep(500);
    }
  }
  return false;
}

/** @param {Context} context @returns {Promise<number>} */
async function launch(context) {
  const { log, options } = context;
  if (existsSync(log) && statSync(log).size > 10_000_000) truncateSync(log);
  for (let attempt = 1; ; attempt++) {
    const port = options.port ? await firstFree(options.port) : await anyFree();
    try {
      await command(context.binaries.pgCtl, context.identity, [
        "start",
        "--wait",
        "--timeout=120",
        `--pgdata=${context.data}`,
        `--log=${log}`,
        `--options=${settings(port, options).map(quote).join(" ")}`,
      ]);
      return port;
    } catch (error) {
      // Children of a killed server hold the shared memory for a moment; a port can be taken in between.
      if (attempt === 5) throw new Error(`PostgreSQL did not start: ${tail(log)}`, { cause: error });
      await sleep(500 * attempt);
    }
  }
}

/**
 * @param {number} port
 * @param {ServerOptions} options
 */
function settings(port, options) {
  const shared = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: options.throwaway ? 300 : 120,
    shared_buffers: options.throwaway ? "128MB" : "256MB",
    timezone: "UTC",
    log_timezone: "UTC",
    jit: "off",
    max_wal_size: "4GB",
    checkpoint_timeout: "15min",
    shared_preload_libraries: "pg_stat_statements",
    log_min_messages: "warning",
  };
  const careless = {
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    wal_level: "minimal",
    max_wal_senders: 0,
  };
  return Object.entries({ ...shared, ...(options.throwaway ? careless : {}) }).map(
    ([key, value]) => `-c ${key}=${value}`,
  );
}

/** @param {string} option */
function quote(option) {
  const [flag, assignment = ""] = option.split(/ (.*)/s);
  return process.platform === "win32" ? `${flag} "${assignment}"` : `${flag} '${assignment}'`;
}

/**
 * @param {Context} context
 * @param {"fast" | "immediate"} [mode]
 */
async function stopServer(context, mode = "fast") {
  if (!existsSync(join(context.data, "postmaster.pid"))) return;
  const args = ["stop", `--pgdata=${context.data}`, `--mode=${mode}`, "--wait", "--timeout=60"];
  await command(context.binaries.pgCtl, context.identity, args).catch(async (error) => {
    // A killed server leaves its file behind; the next start clears it.
    if (!isAlive(context.data)) return;
    if (mode === "immediate") throw error;
    await stopServer(context, "immediate");
  });
}

/** @param {string} data */
function isAlive(data) {
  try {
    process.kill(Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]), 0);
    return true;
  } catch (error) {
    return /** @type {{ code?: string }} */ (error).code === "EPERM";
  }
}

/**
 * @param {string} program
 * @param {import("./postgres-binaries.mjs").Identity} identity
 * @param {string[]} args
 */
async function command(program, identity, args) {
  try {
    await run(program, args, { ...identity, cwd: tmpdir(), env: { ...process.env, LC_ALL: "C" } });
  } catch (error) {
    const { stderr, stdout, message } = /** @type {{ stderr?: string, stdout?: string, message: string }} */ (
      error
    );
    throw new Error((stderr || stdout || message).trim(), { cause: error });
  }
}

/** @param {string} log */
function tail(log) {
  if (!existsSync(log)) return "it wrote no log";
  return readFileSync(log, "utf8").trim().split("\n").slice(-5).join(" | ");
}
