#!/usr/bin/env node
// Empties this machine's campus: database, files, logs. The next npm start fills it again.
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { runningHere } from "./start/checks.mjs";
import { readOptions } from "./start/options.mjs";
import { startPostgres } from "./start/postgres.mjs";
import { runScript } from "./start/processes.mjs";
import { loadSecrets } from "./start/secrets.mjs";
import { explainEnd, Sentence, step } from "./start/steps.mjs";

const options = readOptions([]);
const agreed = process.argv.includes("--yes") || process.argv.includes("-y");

try {
  const environment = process.env.NAGA_ENV || "local";
  if (environment !== "local") {
    throw new Sentence(
      `npm run reset is refused where NAGA_ENV is "${environment}": only a local campus may be emptied.`,
    );
  }
  const running = runningHere(options.runFile);
  if (running)
    throw new Sentence(
      `Naga SIS is running (process ${running.pid}). Stop it first: Ctrl-C there, or kill ${running.pid}`,
    );
  if (process.env.DATABASE_URL) await resetGiven();
  else await resetEmbedded();
} catch (error) {
  explainEnd(error);
  process.exit(1);
}

async function resetGiven() {
  const { pathname, host } = new URL(process.env.DATABASE_URL ?? "");
  await agree(`Everything in the database "${pathname.slice(1)}" at ${host} will be deleted.`);
  await step("Reset", (note) =>
    runScript(["scripts/naga.ts", "db", "reset"], {
      onLine: note,
      what: "Resetting",
      env: { NAGA_ENV: "local", ...process.env },
    }),
  );
}

async function resetEmbedded() {
  await agree(`The campus in ${options.folder} (people, enrolments, uploaded files) will be deleted.`);
  const home = join(options.folder, "postgres");
  const fallbackHome = join(options.outside, "postgres");
  await step("Reset", async (note) => {
    if ([home, fallbackHome].some((folder) => existsSync(join(folder, "data/postmaster.pid")))) {
      note("stopping PostgreSQL");
      const { databasePassword } = loadSecrets(options.folder);
      const server = await startPostgres({ home, fallbackHome, password: databasePassword, port: 5432 });
      await server.stop();
    }
    note("deleting");
    for (const name of ["postgres", "files", "logs", "running.json", "database-url"]) {
      rmSync(join(options.folder, name), { recursive: true, force: true });
    }
    rmSync(options.outside, { recursive: true, force: true });
    note("done; npm start fills it again");
  });
}

/** @param {string} warning */
async function agree(warning) {
  if (agreed) return;
  if (!process.stdin.isTTY) throw new Sentence(`${warning} Say so with: npm run reset -- --yes`);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${warning} Type yes to go on: `);
  terminal.close();
  if (answer.trim().toLowerCase() !== "yes") throw new Sentence("Nothing was deleted.");
}
