import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The whole Prisma schema as one text, files in order of their names. */
export function readSchema(folder = join(process.cwd(), "prisma", "schema")): string {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
}
