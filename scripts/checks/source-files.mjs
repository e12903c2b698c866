import { readdirSync } from "node:fs";
import { join } from "node:path";

/** The folders and files at the root that hold code of the system. */
export const sourceRoots = [
  "app",
  "components",
  "jobs",
  "lib",
  "prisma",
  "scripts",
  "tests",
  "proxy.ts",
  "instrumentation.ts",
];

const skipped = /(^|\/)(node_modules|generated|\.next|fixtures)$/;

/**
 * Every source file below a folder.
 *
 * @param {string} root
 * @param {string} folder relative to the root
 * @returns {string[]} paths relative to the root
 */
export function sourceFiles(root, folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skipped.test(path) ? [] : sourceFiles(root, path);
    return /\.(ts|tsx|mjs)$/.test(entry.name) && !entry.name.endsWith(".d.ts") ? [path] : [];
  });
}
