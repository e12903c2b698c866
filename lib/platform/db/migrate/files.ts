import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { domainRank } from "@/lib/platform/domains.mjs";

/** One migration on disk: `prisma/migrations/<name>/migration.sql`. */
export type MigrationFile = { name: string; sql: string; sha256: string };

/** One re-appliable file: functions, triggers and views of a domain as they are now. */
export type SqlFile = { path: string; sql: string; sha256: string };

/** The checksum by which the runner knows that a file changed: 64 hexadecimal digits. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Migrations in the order in which they apply. */
export function readMigrations(root: string): MigrationFile[] {
  const folder = join(root, "prisma/migrations");
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "migration.sql")))
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, sha256: sha256(sql) };
    });
}

/** `prisma/sql/<domain>/*.sql`: platform first, then by domain order, then by file name. */
export function readSqlFiles(root: string): SqlFile[] {
  const folder = join(root, "prisma/sql");
  if (!existsSync(folder)) return [];
  const domains = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort((a, b) => domainRank(a) - domainRank(b) || a.localeCompare(b));
  return domains.flatMap((domain) =>
    readdirSync(join(folder, domain))
      .filter((file) => file.endsWith(".sql"))
      .sort()
      .map((file) => {
        const sql = readFileSync(join(folder, domain, file), "utf8");
        return { path: `${domain}/${file}`, sql, sha256: sha256(sql) };
      }),
  );
}

/** The Prisma schema of the working tree, as the engine wants it. */
export function readSchema(root: string): { path: string; content: string }[] {
  const folder = join(root, "prisma/schema");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".prisma"))
    .sort()
    .map((file) => ({ path: file, content: readFileSync(join(folder, file), "utf8") }));
}
