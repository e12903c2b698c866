import { randomBytes } from "node:crypto";
import { dropDatabase, withDatabase } from "@/lib/platform/db/migrate/create-database";
import { runScript } from "../../scripts/start/processes.mjs";
import { type Instance, startInstance } from "./instance";

export type OwnCampus = { databaseUrl: string; web: Instance; close: () => Promise<void> };

/**
 * A small demo campus that nobody else uses, on the same server as the given database, with a web process: for tests
 * that break or poison what they look at. About ten seconds.
 */
export async function openOwnCampus(besideUrl: string, env: Record<string, string> = {}): Promise<OwnCampus> {
  const databaseUrl = withDatabase(besideUrl, `naga_own_${process.pid}_${randomBytes(3).toString("hex")}`);
  const environment = { ...process.env, NAGA_ENV: "local", DATABASE_URL: databaseUrl, ...secret() };
  const run = (args: string[]) =>
    runScript(["scripts/naga.ts", ...args], { env: environment, what: args.join(" ") });
  await run(["db", "migrate", "--create"]);
  await run(["seed", "demo", "--scale", "small"]);
  const web = await startInstance(databaseUrl, env);
  return {
    databaseUrl,
    web,
    close: async () => {
      await web.stop();
      await dropDatabase(databaseUrl);
    },
  };
}

function secret(): { NEXTAUTH_SECRET: string } {
  return { NEXTAUTH_SECRET: randomBytes(33).toString("base64") };
}
