import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { diffSchemas, type SchemaFile } from "./diff";
import { readMigrations, readSchema } from "./files";

/**
 * Writes the migration from the schema at HEAD to the schema in the working tree. The first one starts from empty.
 *
 * @param name a few words, used in the folder's name
 * @param at the moment in the folder's name
 * @returns the path of the new file, or null when the schema did not change
 */
export async function makeMigration(root: string, name: string, at: Date): Promise<string | null> {
  const from = readMigrations(root).length === 0 ? null : schemaAtHead(root);
  const script = await diffSchemas(root, from, readSchema(root));
  if (!script) return null;
  const stamp = at.toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join(root, "prisma/migrations", `${stamp}_${slug(name)}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "migration.sql"), script);
  const lock = join(root, "prisma/migrations/migration_lock.toml");
  if (!existsSync(lock)) writeFileSync(lock, 'provider = "postgresql"\n');
  return join(folder, "migration.sql");
}

function slug(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "_")
      .replace(/^_|_$/g, "") || "change"
  );
}

function schemaAtHead(root: string): SchemaFile[] {
  const git = (...args: string[]) => execFileSync("git", args, { cwd: root, encoding: "utf8" });
  return git("ls-tree", "--name-only", "HEAD", "prisma/schema/")
    .split("\n")
    .filter((path) => path.endsWith(".prisma"))
    .map((path) => ({ path: path.replace("prisma/schema/", ""), content: git("show", `HEAD:./${path}`) }));
}
