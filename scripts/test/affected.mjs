import { execFileSync } from "node:child_process";
import { domainOrder, domainRank } from "../../lib/platform/domains.mjs";
import { root } from "../start/processes.mjs";
import { presentDomains } from "./domain-imports.mjs";

/**
 * @typedef {object} Affected
 * @property {boolean} everything the platform, the build or the tests themselves changed
 * @property {string[]} domains changed ones and all to their right
 * @property {boolean} pages something that a browser shows changed
 * @property {boolean} code anything but documents changed
 * @property {boolean} keycloak the realm, its pages or their tests changed
 * @property {string[]} files
 */

const git = (/** @type {string[]} */ ...args) => {
  try {
    return execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return "";
  }
};

/** Changed files: not committed, and committed since the branch left the main line. @returns {string[]} */
export function changedFiles() {
  const base = ["origin/HEAD", "origin/main", "main"]
    .map((name) => git("merge-base", "HEAD", name).trim())
    .find(Boolean);
  const lists = [
    git("diff", "--name-only", "HEAD"),
    git("ls-files", "--others", "--exclude-standard"),
    base ? git("diff", "--name-only", base, "HEAD") : "",
  ];
  return [...new Set(lists.join("\n").split("\n").filter(Boolean))].sort();
}

/**
 * What a change touches: a domain touches itself and every domain to its right (a query may join tables to its left,
 * so import lines alone would not tell); the platform touches everything.
 *
 * @param {string[]} files
 * @returns {Affected}
 */
export function affectedBy(files) {
  const kinds = files.map(kindOf);
  const ranks = kinds.filter((kind) => kind.startsWith("domain:")).map((kind) => domainRank(kind.slice(7)));
  const first = Math.min(...ranks);
  return {
    files,
    everything: kinds.includes("everything"),
    domains: presentDomains().filter((name) => domainRank(name) >= first),
    pages: kinds.includes("pages") || ranks.length > 0,
    code: kinds.some((kind) => kind !== "documents" && kind !== "keycloak"),
    keycloak: kinds.includes("keycloak"),
  };
}

const folders =
  /^(?:lib|components|jobs|prisma\/schema|prisma\/sql|tests\/integration)\/([a-z-]+)(?:\.prisma)?(?:\/|$)/;

/**
 * @param {string} path
 * @returns {string} `documents`, `delivery` (read by architecture tests), `pages`, `keycloak`, `everything` or `domain:<name>`
 */
function kindOf(path) {
  if (/^(deploy|tests)\/keycloak\//.test(path) && !path.endsWith(".md")) return "keycloak";
  if (/^(docs|monitoring)\/|^[^/]*\.md$|\/README\.md$/.test(path)) return "documents";
  if (/^(deploy|\.github)\/|^Dockerfile$|^\.dockerignore$/.test(path)) return "delivery";
  const name = folders.exec(path)?.[1] ?? "";
  if (domainOrder.includes(name)) return `domain:${name}`;
  if (/^(app|components|tests\/e2e|public)\//.test(path)) return "pages";
  return "everything";
}
