// The packages that the worker and the command line need, copied beside them into the image: without Next, its
// compiler and everything else that only building or browsing takes, the image is a third as large.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, posix, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** What deploy/naga starts; tsx is named on its command line only. */
const entries = ["jobs/worker.ts", "scripts/naga.ts"];
const startedWith = ["tsx"];

/** Sentry's package asks Next for a few constants, and for nothing else here. */
const partOfNext = /^(package\.json|constants\.js|dist(\/(shared|shared\/lib(\/.*)?))?)$/;

const importLine = /(?:^|\n)\s*(?:import|export)\s(?!type\s)[^"';]*?from\s*["']([^"']+)["']/g;
const sideEffect = /(?:^|\n)\s*import\s*["']([^"']+)["']/g;
const onDemand = /\bimport\(\s*["']([^"']+)["']/g;
/** A thread or a process of its own, and what is wanted from a package as a file, such as a font. */
const beside = /\bnew URL\(\s*["'](\.[^"']+\.(?:ts|mjs))["'],\s*import\.meta\.url/g;
const fileOf = /\bimport\.meta\.resolve\(\s*["']([^"']+)["']/g;

/** @typedef {Record<string, { dev?: boolean, dependencies?: object, optionalDependencies?: object, peerDependencies?: object, peerDependenciesMeta?: Record<string, { optional?: boolean }> }>} Lock */

/** Every source file that the worker and the command line can load, and what those import from packages. */
export function reachable() {
  return loadedBy(entries, startedWith);
}

/**
 * Every source file that some can load, and what those import from packages.
 *
 * @param {readonly string[]} from
 * @param {readonly string[]} [packages]
 * @returns {{ files: Set<string>, imports: Set<string> }} an import such as `pg-boss` or `@prisma/client/runtime/client`
 */
export function loadedBy(from, packages = []) {
  const files = new Set(from);
  const imports = new Set(packages);
  for (const file of files) {
    if (!/\.(ts|tsx|mjs)$/.test(file)) continue;
    const text = readFileSync(join(root, file), "utf8");
    for (const pattern of [importLine, sideEffect, onDemand, beside, fileOf]) {
      for (const [, wanted = ""] of text.matchAll(pattern)) {
        if (wanted.startsWith("node:") || builtinModules.includes(wanted)) continue;
        const path = wanted.startsWith("@/")
          ? wanted.slice(2)
          : wanted.startsWith(".")
            ? posix.join(posix.dirname(file), wanted)
            : null;
        if (path === null) imports.add(wanted);
        else files.add(sourceFile(path, file));
      }
    }
  }
  return { files, imports };
}

/** @param {string} wanted */
function packageName(wanted) {
  return wanted
    .split("/")
    .slice(0, wanted.startsWith("@") ? 2 : 1)
    .join("/");
}

/**
 * @param {string} path
 * @param {string} importer
 */
function sourceFile(path, importer) {
  const found = ["", ".ts", ".tsx", ".mjs", "/index.ts"]
    .map((ending) => path + ending)
    .find((name) => /\.\w+$/.test(name) && existsSync(join(root, name)));
  if (!found) throw new Error(`${importer} imports ${path}, which is no file. Was the client generated?`);
  return found;
}

/**
 * Folders of these packages and of all that they need, as npm laid them out.
 *
 * @param {Iterable<string>} imports
 * @returns {string[]} such as `node_modules/pg`, sorted
 */
export function installedClosure(imports) {
  /** @type {Lock} */
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const wanted = new Set([...imports].map((wanted) => resolve(lock, "", packageName(wanted))));
  for (const folder of wanted) {
    if (folder === "node_modules/next") {
      wanted.add("node_modules/@swc/helpers");
      continue;
    }
    const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = lock[folder] ?? {};
    const optional = Object.keys(optionalDependencies ?? {});
    for (const name of [...Object.keys({ ...dependencies, ...peerDependencies }), ...optional]) {
      const found = resolve(lock, folder, name);
      // Binaries of other platforms, and peers that are a matter of taste, are not asked for.
      const free = optional.includes(name) || peerDependenciesMeta?.[name]?.optional;
      if (existsSync(join(root, found)) ? !peerDependenciesMeta?.[name]?.optional : !free) wanted.add(found);
    }
  }
  return [...wanted].sort();
}

/**
 * Where Node would find a package, seen from a folder.
 *
 * @param {Lock} lock
 * @param {string} from
 * @param {string} name
 */
function resolve(lock, from, name) {
  for (
    let folder = from;
    ;
    folder = folder.slice(0, folder.lastIndexOf("node_modules/")).replace(/\/$/, "")
  ) {
    const path = posix.join(folder, "node_modules", name);
    if (lock[path] || folder === "") return path;
  }
}

/**
 * @param {string} folder
 * @param {string} path relative to it
 */
function belongs(folder, path) {
  if (path.split("/").includes("node_modules")) return false;
  return folder !== "node_modules/next" || path === "" || partOfNext.test(path);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const to = process.argv[2] ?? "";
  const { imports } = reachable();
  const folders = installedClosure(imports);
  for (const folder of folders) {
    const from = join(root, folder);
    cpSync(from, join(to, folder), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => belongs(folder, relative(from, path)),
    });
  }
  // What cannot be loaded from there must fail now and not in the night.
  const all = [...imports]
    .filter((wanted) => !wanted.endsWith(".json"))
    // A file that is no module is there or not.
    .map((wanted) =>
      /\.(ttf|otf)$/.test(wanted)
        ? `import("node:fs/promises").then((fs) => fs.access(new URL(import.meta.resolve(${JSON.stringify(wanted)}))))`
        : `import(${JSON.stringify(wanted)})`,
    )
    .join(",");
  execFileSync(
    process.execPath,
    ["--conditions=react-server", "--input-type=module", "-e", `Promise.all([${all}])`],
    {
      cwd: to,
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  console.log(`${folders.length} packages for the worker and the command line`);
}
