import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, generateClient, isBuilt } from "../start/build.mjs";
import { startPostgres } from "../start/postgres.mjs";
import { root, runScript, stopChildren } from "../start/processes.mjs";
import { loadSecrets } from "../start/secrets.mjs";
import { startWeb, startWorker } from "../start/supervise.mjs";

/**
 * @typedef {object} TestCampus
 * @property {string} url
 * @property {string} databaseUrl as the superuser
 * @property {() => Promise<void>} stop stops everything and deletes its data
 */

/**
 * The whole system as `npm start` runs it, on ports and data of its own that are thrown away: production build,
 * PostgreSQL, demo campus, web and worker.
 *
 * @param {{ scale: "small" | "campus", port: number, say?: (text: string) => void, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<TestCampus>}
 */
export async function openTestCampus({ scale, port, say = () => undefined, env: extra = {} }) {
  const home = mkdtempSync(join(tmpdir(), "naga-campus-"));
  // As root, PostgreSQL runs as another user, who must get through to its folder.
  chmodSync(home, 0o711);
  const url = `http://localhost:${port}`;
  const server = await startPostgres({
    home: join(home, "postgres"),
    fallbackHome: join(home, "postgres"),
    password: "test",
    port: 0,
    throwaway: true,
  });
  const databaseUrl = server.url("naga_local");
  const stop = async () => {
    await stopChildren(5_000);
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  };
  try {
    const env = environment({ home, url, port, databaseUrl, extra });
    await generateClient();
    say("migrating and seeding");
    await runScript(["scripts/naga.ts", "db", "migrate", "--create"], {
      env,
      what: "Migrating the test campus",
    });
    await runScript(["scripts/naga.ts", "seed", "demo", "--scale", scale], {
      env,
      what: "Seeding the test campus",
    });
    if (!isBuilt()) {
      say("building");
      await build(env, () => undefined);
    }
    say("starting web and worker");
    const options = {
      dev: false,
      https: false,
      port,
      host: "127.0.0.1",
      folder: home,
      outside: home,
      runFile: join(home, "running.json"),
    };
    const running = {
      options,
      env,
      web: { url, port, host: "0.0.0.0" },
      end: async () => /** @type {never} */ (undefined),
    };
    startWorker(running);
    await startWeb(running, () => undefined);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, databaseUrl, stop };
}

/**
 * @param {{ home: string, url: string, port: number, databaseUrl: string, extra: NodeJS.ProcessEnv }} facts
 * @returns {NodeJS.ProcessEnv}
 */
function environment({ home, url, port, databaseUrl, extra }) {
  const secrets = loadSecrets(home);
  return {
    ...process.env,
    NODE_ENV: "production",
    NAGA_ENV: "local",
    NAGA_ROOT: root,
    DATABASE_URL: databaseUrl,
    NEXTAUTH_SECRET: secrets.nextAuthSecret,
    NAGA_URL: url,
    NEXTAUTH_URL: url,
    NAGA_STORAGE_DIR: join(home, "files"),
    NAGA_WORKER_DRAIN_MS: "1000",
    // One machine is every student at once; the limits have tests of their own.
    NAGA_RATE_LIMITS: "off",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(port),
    HOSTNAME: "0.0.0.0",
    ...extra,
  };
}
