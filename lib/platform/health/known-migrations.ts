import { readdirSync } from "node:fs";
import { join } from "node:path";

let names: string[] | undefined;

/** Names of the migrations that this build ships with; read once. */
export function knownMigrations(): string[] {
  names ??= readdirSync(join(/* turbopackIgnore: true */ process.cwd(), "prisma", "migrations"), {
    withFileTypes: true,
  })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return names;
}
