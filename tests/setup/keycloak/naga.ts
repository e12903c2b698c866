import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "pg";
import { anyFree } from "../../../scripts/start/ports.mjs";
import { projectNode, root, withProjectPath } from "../../../scripts/start/processes.mjs";
import { KeycloakStandIn } from "./stand-in";

/** A web process of the same build and database as the other browser tests, which signs in at a stand-in. */
export type NagaWithKeycloak = {
  url: string;
  keycloak: KeycloakStandIn;
  /** As the superuser, for arranging and looking. */
  read: <Row extends object>(sql: string, values?: unknown[]) => Promise<Row[]>;
  write: (sql: string, values?: unknown[]) => Promise<void>;
  close: () => Promise<void>;
};

export async function openNagaWithKeycloak(): Promise<NagaWithKeycloak> {
  const port = await anyFree();
  const url = `http://localhost:${port}`;
  const keycloak = await KeycloakStandIn.open(url);
  const databaseUrl = process.env.NAGA_TEST_DATABASE_URL;
  if (!databaseUrl) throw new Error("NAGA_TEST_DATABASE_URL is not set: which database does the campus use?");
  const web = spawn(projectNode, [`${root}/scripts/start/serve.mjs`], {
    cwd: root,
    env: withProjectPath({
      ...process.env,
      ...keycloak.env,
      NODE_ENV: "production",
      NAGA_ENV: "local",
      NAGA_ROOT: root,
      NAGA_LOG_LEVEL: "warn",
      DATABASE_URL: databaseUrl,
      NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
      NAGA_URL: url,
      NEXTAUTH_URL: url,
      NAGA_RATE_LIMITS: "off",
      PORT: String(port),
      HOSTNAME: "0.0.0.0",
    }),
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let said = "";
  web.stderr?.on("data", (chunk) => {
    said += String(chunk);
  });
  for (let attempt = 0; !(await answers(url)); attempt += 1) {
    if (attempt > 300 || web.exitCode !== null)
      throw new Error(`the second web process is not ready: ${said}`);
    await sleep(100);
  }
  const database = new Pool({ connectionString: databaseUrl, max: 2 });
  return {
    url,
    keycloak,
    read: async (sql, values = []) => (await database.query(sql, values)).rows,
    async write(sql, values = []) {
      const client = await database.connect();
      try {
        await client.query("BEGIN");
        await client.query("SELECT set_config('naga.actor', 'system:test', true)");
        await client.query(sql, values);
        await client.query("COMMIT");
      } finally {
        client.release();
      }
    },
    async close() {
      const gone = new Promise((resolve) => web.once("exit", resolve));
      web.kill("SIGTERM");
      await gone;
      await keycloak.close();
      await database.end();
    },
  };
}

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
}
