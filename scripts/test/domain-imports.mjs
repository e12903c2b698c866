import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { domainOrder, domainRank } from "../../lib/platform/domains.mjs";
import { sourceFiles } from "../checks/source-files.mjs";
import { root } from "../start/processes.mjs";

/** @typedef {Map<string, Map<string, number>>} Edges domain → imported domain → number of import lines */

const importLine = /(?:from\s+|import\s+|import\()\s*["']((?:@\/|\.{1,2}\/)[^"']+)["']/g;

/** @returns {string[]} the domains that exist, in their order */
export function presentDomains() {
  return domainOrder.filter((name) => existsSync(join(root, "lib", name)));
}

/** @returns {Edges} */
export function importsOfDomains() {
  /** @type {Edges} */
  const edges = new Map();
  for (const name of presentDomains()) {
    const targets = new Map();
    for (const file of sourceFiles(root, `lib/${name}`)) {
      for (const target of importedDomains(file)) {
        if (target !== name) targets.set(target, (targets.get(target) ?? 0) + 1);
      }
    }
    edges.set(name, new Map([...targets].sort(([a], [b]) => domainRank(a) - domainRank(b))));
  }
  return edges;
}

/** @param {string} file */
function importedDomains(file) {
  const text = readFileSync(join(root, file), "utf8");
  const paths = [...text.matchAll(importLine)].map(([, path = ""]) =>
    path.startsWith("@/") ? path.slice(2) : posix.join(posix.dirname(file), path),
  );
  return paths.map((path) => /^lib\/([^/]+)\//.exec(path)?.[1] ?? "").filter(Boolean);
}

/**
 * @param {Edges} edges
 * @returns {string[]} arrows that point to the right
 */
export function violations(edges) {
  return [...edges].flatMap(([from, targets]) =>
    [...targets.keys()].filter((to) => domainRank(to) > domainRank(from)).map((to) => `${from} → ${to}`),
  );
}
