import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { Client } from "pg";
import { marksToSql, readMarks } from "@/lib/platform/audit/marks";
import { readSchema } from "@/lib/platform/audit/read-schema";
import { migrate } from "@/lib/platform/db/migrate/apply";
import { databaseName, dropDatabase, ensureDatabase } from "@/lib/platform/db/migrate/create-database";
import { makeMigration } from "@/lib/platform/db/migrate/make";
import { migrationStatus } from "@/lib/platform/db/migrate/status";
import { environmentName, migrationUrl, refuseOutsideDemo, root } from "./connection";

/** `naga db migrate · make NAME · status · reset` */
export function registerDatabase(program: Command): void {
  const db = program.command("db").description("migrations and the database itself");

  db.command("migrate")
    .description("bring the database to the state of this source tree")
    .option("--environment <name>", "what a new database is marked as", environmentName())
    .option("--create", "create the database when it is missing")
    .action(async ({ environment, create }: { environment: string; create?: boolean }) => {
      if (create && (await ensureDatabase(migrationUrl())))
        console.log(`created ${databaseName(migrationUrl())}`);
      await runMigrate(environment);
    });

  db.command("make")
    .argument("<name>", "a few words about the change")
    .description("write a migration from the schema at HEAD to the schema in the working tree")
    .action(async (name: string) => {
      const path = await makeMigration(root, name, new Date());
      console.log(
        path
          ? `${path}\n\n${readFileSync(path, "utf8")}`
          : "The schema did not change since the last commit.",
      );
    });

  db.command("marks")
    .description("write the audit triggers that the marks on the models ask for")
    .action(() => {
      writeFileSync(
        join(root, "prisma/sql/platform/audit_triggers.sql"),
        marksToSql(readMarks(readSchema())),
      );
    });

  db.command("status")
    .description("what is applied, pending, edited; exits with 1 when the database is behind")
    .action(async () => {
      const status = await migrationStatus(migrationUrl(), root);
      console.log(`database      ${databaseName(migrationUrl())} (${status.environment ?? "not marked"})`);
      console.log(`applied       ${status.applied.length}`);
      for (const key of ["pending", "edited", "unknown", "staleSqlFiles"] as const) {
        console.log(`${key.padEnd(14)}${status[key].join(", ") || "none"}`);
      }
      if (status.pending.length + status.edited.length + status.staleSqlFiles.length > 0)
        process.exitCode = 1;
    });

  db.command("reset")
    .description("drop the database, create it again, migrate (local and test only)")
    .action(async () => {
      refuseOutsideDemo("naga db reset");
      await refuseRealData();
      await dropDatabase(migrationUrl());
      await ensureDatabase(migrationUrl());
      await runMigrate(environmentName());
    });
}

async function runMigrate(environment: string): Promise<void> {
  const databaseUrl = migrationUrl();
  const result = await migrate({
    databaseUrl,
    root,
    environment,
    onStep: (text) => console.log(`  ${text}`),
  });
  const changed = result.migrations.length + result.sqlFiles.length;
  console.log(
    changed === 0
      ? "up to date"
      : `${result.migrations.length} migrations, ${result.sqlFiles.length} SQL files`,
  );
}

/** The marker in the database counts, whatever NAGA_ENV says. */
async function refuseRealData(): Promise<void> {
  const client = new Client({ connectionString: migrationUrl() });
  try {
    await client.connect();
    const { rows } = await client.query("SELECT to_regclass('public.environment_marker') AS name");
    if (!rows[0]?.name) return;
    const { rows: marker } = await client.query("SELECT environment, data_class FROM environment_marker");
    const { environment, data_class: dataClass } = marker[0] ?? {};
    if (environment && (dataClass !== "DEMO" || !["local", "test"].includes(environment))) {
      throw new Error(
        `This database is marked as "${environment}" with ${dataClass} data: it is never reset.`,
      );
    }
  } catch (error) {
    if ((error as { code?: string }).code !== "3D000") throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}
