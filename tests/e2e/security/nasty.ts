import { globSync, readFileSync } from "node:fs";
import { PAGES, ROUTES } from "@/tests/contract/access-matrix";
import { fingerprint } from "@/tests/contract/fingerprint";
import { findPages, findRoutes } from "@/tests/contract/inventory";
import type { Visitor } from "@/tests/contract/visitor";
import type { World } from "@/tests/contract/world";
import { expect, type Own } from "./own";

/** What breaks statements, addresses, layouts and numbers. */
export const NASTY = [
  "'",
  "''; DROP TABLE student; --",
  "' OR '1'='1",
  `"; SELECT pg_sleep(5); --`,
  "') UNION SELECT password_hash FROM account --",
  "1; UPDATE account SET status='DISABLED'",
  "1 AND (SELECT 1 FROM pg_sleep(5))",
  "\\",
  "\\'",
  "$1",
  "$$x$$",
  "%",
  "_%_%_%_%_%_%_%_%_%",
  "*:* & | !",
  "(((((((((",
  "[a-",
  "-1",
  "1e309",
  "NaN",
  "9223372036854775808",
  "[object Object]",
  "{{7*7}}",
  "../../etc/passwd",
  "\u202e\u200b\ufeff",
  "\ud83d\ude00".repeat(50),
  "ក្ខ".repeat(40),
  "a".repeat(3000),
];
/** Bytes that are no text in UTF-8, as they stand in an address. */
export const BROKEN = ["%ED%A0%80", "%FF%FE", "%C0%AF", "%0A%0D", "%1B"];
const INSIDE =
  /syntax error at|SQLSTATE|PrismaClient|pg_catalog|information_schema|password_hash|node_modules|at \w+ \(/i;

/** Every name that a page or a route reads from the address, from the source. */
export function parameterNames(): string[] {
  const files = [
    ...globSync("lib/**/search-params.ts"),
    ...globSync("app/api/**/route.ts"),
    "lib/platform/url/list-params.ts",
  ];
  const names = files.flatMap((file) =>
    [
      ...readFileSync(file, "utf8").matchAll(
        /^\s{2}(?:export const )?(\w+):|\b(\w+): z\.|\bsearchParams\.get\("(\w+)"\)/gm,
      ),
    ].map(([, field, member, got]) => field ?? member ?? got ?? ""),
  );
  return [
    ...new Set([...names, "q", "sort", "page", "size", "next", "error", "student", "week", "number", "name"]),
  ].filter(Boolean);
}

/** Every page and every route that is read, with real ids. */
export const addresses = (world: World) =>
  [
    ...findPages().map(({ path }) => ({ path, at: PAGES[path]?.at })),
    ...findRoutes()
      .filter(({ method }) => method === "GET")
      .map(({ key, path }) => ({ path, at: ROUTES[key]?.at })),
  ].map(({ path, at }) => (typeof at === "function" ? at(world) : (at ?? path)));

/** Asks and tells what is wrong with the answer, if anything. */
export async function probe(
  visitor: Visitor,
  path: string,
  headers: Record<string, string> = {},
): Promise<string | null> {
  const start = performance.now();
  const response = await visitor.request(path, { headers });
  const text = await response.text();
  const what = `${path.slice(0, 160)} ${JSON.stringify(headers).slice(0, 120)}`;
  if (response.status >= 500) return `${what}: ${response.status}`;
  if (performance.now() - start > 4_500) return `${what}: slept`;
  // An export of the audit tells what was asked for before, by whomever.
  if (/csv/.test(response.headers.get("content-type") ?? "")) return null;
  // A page may quote what was typed; it must not quote the database.
  if (INSIDE.test(text) && !INSIDE.test(decodeURIComponent(path.replace(/%(ED%A0%80|FF%FE|C0%AF)/g, ""))))
    return `${what}: tells of the inside`;
  return null;
}

/** Lines of the log that say that something failed. */
export const errorsIn = (log: string) =>
  log.split("\n").filter((line) => /"level":"(error|fatal)"/.test(line));

/** Runs a piece of fuzzing: nothing fails, nothing is written, nothing is logged as an error. */
export async function harmless(own: Own, work: () => Promise<(string | null)[]>): Promise<void> {
  const before = await fingerprint(own.database);
  const logged = errorsIn(own.web.log()).length;
  const faults = (await work()).filter((fault) => fault !== null);
  expect(faults).toEqual([]);
  expect(await fingerprint(own.database)).toEqual(before);
  expect(errorsIn(own.web.log()).slice(logged)).toEqual([]);
}
