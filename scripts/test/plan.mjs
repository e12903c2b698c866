import { existsSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";
import { root } from "../start/processes.mjs";

/** In the order in which they run: what is quick and tells most comes first. */
const all = ["types", "lint", "unit", "architecture", "integration", "browser", "keycloak"];

/**
 * Which suites run, each with the paths that narrow it; no paths: the whole suite.
 *
 * @param {string[]} args paths in the project or names of suites; none: everything
 * @param {import("./affected.mjs").Affected} [affected] narrows instead of paths
 * @returns {Map<string, string[]>}
 */
export function plan(args, affected) {
  if (affected) return planAffected(affected);
  if (args.length === 0) return new Map(all.map((name) => [name, []]));
  /** @type {Map<string, string[]>} */
  const wanted = new Map();
  for (const arg of args) {
    if (all.includes(arg)) wanted.set(arg, []);
    else {
      const path = tidy(arg);
      const name = suiteOf(path);
      if (wanted.get(name)?.length !== 0) wanted.set(name, [...(wanted.get(name) ?? []), path]);
    }
  }
  return ordered(wanted);
}

/** @param {string} arg */
function tidy(arg) {
  const path = (isAbsolute(arg) ? relative(root, arg) : arg).replace(/^\.\//, "").replace(/\/$/, "");
  if (!existsSync(join(root, path))) {
    console.error(`There is no file, folder or suite "${arg}". Suites: ${all.join(", ")}`);
    process.exit(1);
  }
  return path;
}

/** @param {string} path */
function suiteOf(path) {
  if (path.startsWith("tests/e2e")) return "browser";
  if (path.startsWith("tests/keycloak")) return "keycloak";
  if (path.startsWith("tests/integration")) return "integration";
  if (path.startsWith("tests/architecture")) return "architecture";
  return "unit";
}

/** @param {import("./affected.mjs").Affected} affected */
function planAffected({ everything, domains, pages, code, keycloak }) {
  if (everything) return plan([]);
  if (!code) return new Map(keycloak ? [["keycloak", []]] : []);
  const present = (/** @type {string[]} */ paths) => paths.filter((path) => existsSync(join(root, path)));
  /** @type {Map<string, string[]>} */
  const wanted = new Map([
    ["types", []],
    ["lint", []],
    ["architecture", []],
  ]);
  const unit = present([
    ...domains.flatMap((name) => [`lib/${name}`, `components/${name}`, `jobs/${name}`]),
    "app",
    "components",
  ]);
  wanted.set("unit", unit);
  const integration = present(domains.map((name) => `tests/integration/${name}`));
  if (integration.length > 0) wanted.set("integration", integration);
  if (pages) wanted.set("browser", []);
  if (keycloak) wanted.set("keycloak", []);
  return ordered(wanted);
}

/** @param {Map<string, string[]>} wanted */
function ordered(wanted) {
  return new Map([...wanted].sort(([a], [b]) => all.indexOf(a) - all.indexOf(b)));
}
