import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectNode, root, runToEnd, withProjectPath } from "./processes.mjs";

const stamp = join(root, ".next/naga-fingerprint");
const server = join(root, ".next/standalone/server.js");

/** What the build reads. Tests, documents and scripts may change without one. */
const folders = ["app", "components", "lib", "public", "jobs", "prisma/schema", "prisma/migrations"];
const files =
  /^(package-lock\.json|tsconfig\.json|next\.config\.mjs|postcss\.config\.mjs|proxy\.ts|instrumentation[-\w]*\.ts)$/;

/** @returns {string} hash over paths and contents */
export function fingerprint() {
  const hash = createHash("sha256");
  const add = (/** @type {string} */ path) =>
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(root, path)));
  const walk = (/** @type {string} */ folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (!/\.test\.tsx?$/.test(entry.name)) add(path);
    }
  };
  for (const name of readdirSync(root).sort()) if (files.test(name)) add(name);
  for (const folder of folders) if (existsSync(join(root, folder))) walk(folder);
  return hash.digest("hex");
}

/** @returns {boolean} */
export function isBuilt() {
  return existsSync(server) && existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint();
}

/** The Prisma client is generated without its engine, which it does not need (architecture.md 6). */
export async function generateClient() {
  const inputs = createHash("sha256").update(readFileSync(join(root, "package-lock.json")));
  for (const file of readdirSync(join(root, "prisma/schema")).sort()) {
    inputs.update(readFileSync(join(root, "prisma/schema", file)));
  }
  const wanted = inputs.digest("hex");
  const generated = join(root, "lib/platform/db/generated");
  const mark = join(root, "node_modules/.naga-prisma");
  if (existsSync(join(generated, "client.ts")) && existsSync(mark) && readFileSync(mark, "utf8") === wanted)
    return false;
  await runToEnd(projectNode, [join(root, "node_modules/prisma/build/index.js"), "generate"], {
    what: "Generating the database client",
    env: withProjectPath({
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: projectNode,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
    }),
  });
  writeFileSync(mark, wanted);
  return true;
}

/**
 * The production build as one folder that runs by itself: `.next/standalone`.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {(text: string) => void} note
 */
export async function build(env, note) {
  rmSync(stamp, { force: true });
  const print = fingerprint();
  await runToEnd(projectNode, [join(root, "node_modules/next/dist/bin/next"), "build"], {
    what: "Building the site",
    env: withProjectPath({ ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }),
    onLine: note,
  });
  // Next leaves these two to whoever serves them; here the same process does.
  cpSync(join(root, ".next/static"), join(root, ".next/standalone/.next/static"), { recursive: true });
  if (existsSync(join(root, "public")))
    cpSync(join(root, "public"), join(root, ".next/standalone/public"), { recursive: true });
  writeFileSync(stamp, print);
  note("");
}
