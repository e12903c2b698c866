import { existsSync, globSync, readFileSync } from "node:fs";
import { ACTIONS, PAGES, ROUTES } from "@/tests/contract/access-matrix";
import { fingerprint } from "@/tests/contract/fingerprint";
import { findActions, findPages, findRoutes } from "@/tests/contract/inventory";
import { exchange } from "@/tests/contract/raw-http";
import { readBuiltActions, type Visitor } from "@/tests/contract/visitor";
import type { World } from "@/tests/contract/world";
import { expect, type Own, test } from "./own";

const NASTY = [
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
const BROKEN = ["%ED%A0%80", "%FF%FE", "%C0%AF", "%0A%0D", "%1B"];
const INSIDE =
  /syntax error at|SQLSTATE|PrismaClient|pg_catalog|information_schema|password_hash|node_modules|at \w+ \(/i;

/** Every name that a page or a route reads from the address, from the source. */
function parameterNames(): string[] {
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

const addresses = (world: World) =>
  [
    ...findPages().map(({ path }) => ({ path, at: PAGES[path]?.at })),
    ...findRoutes()
      .filter(({ method }) => method === "GET")
      .map(({ key, path }) => ({ path, at: ROUTES[key]?.at })),
  ].map(({ path, at }) => (typeof at === "function" ? at(world) : (at ?? path)));

/** Asks and tells what is wrong with the answer, if anything. */
async function probe(
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

const errorsIn = (log: string) => log.split("\n").filter((line) => /"level":"(error|fatal)"/.test(line));

/** Runs a piece of fuzzing: nothing fails, nothing is written, nothing is logged as an error. */
async function harmless(own: Own, work: () => Promise<(string | null)[]>): Promise<void> {
  const before = await fingerprint(own.database);
  const logged = errorsIn(own.web.log()).length;
  const faults = (await work()).filter((fault) => fault !== null);
  expect(faults).toEqual([]);
  expect(await fingerprint(own.database)).toEqual(before);
  expect(errorsIn(own.web.log()).slice(logged)).toEqual([]);
}

test.describe("whatever is sent", () => {
  test.setTimeout(300_000);

  test("no value of any parameter reaches the database as anything but a value", async ({ own }) => {
    const people = [await own.as("registrar"), await own.as("admin"), await own.as("teacher")];
    const names = parameterNames();
    expect(names.length).toBeGreaterThan(25);
    await harmless(own, async () => {
      const faults: (string | null)[] = [];
      for (const [place, address] of addresses(own.world).entries())
        for (const [index, value] of [...NASTY.map(encodeURIComponent), ...BROKEN].entries()) {
          // Each address gets a third of them, each of them a third of the addresses.
          if ((place + index) % 3 !== 0) continue;
          // All parameters at once: each schema judges its own.
          const query = names.map((name) => `${name}=${value}`).join("&");
          const visitor = people[index % people.length] as Visitor;
          const path = `${address.split("?")[0]}?${value.length > 200 ? `q=${value}&sort=${value}` : query}`;
          faults.push(await probe(visitor, path.length > 12_000 ? path.slice(0, 12_000) : path));
        }
      return faults;
    });
  });

  test("no parameter alone, twice, or as a list or an object, breaks a list or a search", async ({ own }) => {
    const lists = ["/students", "/classes", "/change-sets", "/admin/audit", "/admin/access", "/admin/jobs"];
    const routes = ["/api/v1/people/search", "/api/v1/people/students/export", "/api/v1/registration/desk"];
    const [registrar, admin] = [await own.as("registrar"), await own.as("admin")];
    await harmless(own, async () => {
      const faults: (string | null)[] = [];
      const names = parameterNames();
      const all = (each: (name: string) => string) => `${names.map(each).join("&")}&q=sok`;
      for (const address of [...lists, ...routes]) {
        const visitor = address.startsWith("/admin") ? admin : registrar;
        const alone = names.map((name) => `${name}=${encodeURIComponent(NASTY[2] ?? "")}&q=sok`);
        for (const query of [
          ...alone,
          all((name) => `${name}=a&${name}=b`),
          all((name) => `${name}[]=a&${name}[$ne]=1&${name}[__proto__]=x`),
          all((name) => `${name}=`),
        ])
          faults.push(await probe(visitor, `${address}?${query}`));
      }
      return faults;
    });
  });

  test("no name of a parameter and no name of a column either", async ({ own }) => {
    const registrar = await own.as("registrar");
    await harmless(own, async () => {
      const faults: (string | null)[] = [];
      for (const address of [
        "/students",
        "/classes",
        "/api/v1/people/search?q=sok",
        "/api/v1/people/students/export",
      ])
        for (const value of [
          ...NASTY.filter((text) => text.length < 500).map(encodeURIComponent),
          ...BROKEN,
          "__proto__",
          "constructor",
          "toString",
        ]) {
          const join = address.includes("?") ? "&" : "?";
          faults.push(await probe(registrar, `${address}${join}${value}=1&${value}[${value}]=2`));
          faults.push(
            await probe(registrar, `${address}${join}sort=${value}&sort=-number;${value}&order=${value}`),
          );
          faults.push(await probe(registrar, `${address}${join}sort=person.${value}&sort=-password_hash`));
        }
      return faults;
    });
  });

  test("no header, cookie or path segment", async ({ own }) => {
    const registrar = await own.as("registrar");
    const session = registrar.cookie("naga.session") ?? "";
    const latin = NASTY.filter((text) => /^[\x20-\x7e]*$/.test(text));
    await harmless(own, async () => {
      const faults: (string | null)[] = [];
      for (const value of latin) {
        const names = [
          "x-forwarded-for",
          "x-real-ip",
          "user-agent",
          "referer",
          "accept-language",
          "x-request-id",
          "if-none-match",
        ];
        const headers = Object.fromEntries(
          [...names, "accept", "next-router-state-tree", "x-naga-path"].map((name) => [name, value]),
        );
        faults.push(await probe(registrar, "/students", headers));
        faults.push(
          await probe(registrar, "/account", {
            "accept-language": value,
            cookie: `naga.session=${session}; naga_locale=${encodeURIComponent(value)}; theme=${encodeURIComponent(value)}; naga.device=${encodeURIComponent(value)}`,
          }),
        );
        for (const cookie of ["naga.session", "naga.device", "next-auth.csrf-token"])
          faults.push(
            await probe(registrar, "/sign-in", { cookie: `${cookie}=${encodeURIComponent(value)}` }),
          );
        faults.push(
          await probe(registrar, "/students", {
            rsc: value,
            "next-router-prefetch": value,
            "next-url": value,
          }),
        );
      }
      for (const value of [...NASTY.filter((text) => text.length < 500).map(encodeURIComponent), ...BROKEN])
        for (const path of [
          "/students/*",
          "/students/*/record",
          "/classes/*",
          "/change-sets/*",
          "/students/import/*",
          "/api/files/*",
          "/api/v1/jobs/*",
          "/api/v1/classes/*/roster",
        ])
          faults.push(await probe(registrar, path.replace("*", value)));
      return faults;
    });
  });

  test("no path leads out of the folders that are served", async ({ own }) => {
    const registrar = await own.as("registrar");
    const cookie = `naga.session=${registrar.cookie("naga.session")}`;
    const up = [
      "../",
      "..%2f",
      "%2e%2e/",
      "%2e%2e%2f",
      "..%5c",
      "..\\",
      "%252e%252e%252f",
      "..;/",
      "....//",
      "%c0%ae%c0%ae/",
    ];
    const starts = [
      "/api/files/",
      "/_next/static/",
      "/_next/",
      "/icons/",
      "/",
      "/_next/image?url=/",
      "/students/",
    ];
    const wanted = [
      "etc/passwd",
      "package.json",
      ".next/standalone/server.js",
      ".naga/secrets.json",
      "app/layout.tsx",
    ];
    const plain = [
      "/.env",
      "/.git/config",
      "/package.json",
      "/server.js",
      "/.naga/secrets.json",
      "/.next/BUILD_ID",
      "/_next/server/app/page.js",
      "/_next/required-server-files.json",
      "/prisma/schema/people.prisma",
      "/sw.js/../package.json",
      "/static/..%2fpackage.json",
      "/backup.sql",
      "/install",
      "/phpinfo.php",
      "/_next/static/../server/server-reference-manifest.json",
    ];
    const paths = [
      ...plain,
      ...starts.flatMap((start) =>
        up.flatMap((step) => wanted.map((file) => `${start}${step.repeat(6)}${file}`)),
      ),
    ];
    const found: string[] = [];
    for (const path of paths) {
      const text = `GET ${path} HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`;
      const answer = await exchange(own.web.port, text);
      const body = answer?.body ?? "";
      if (
        !answer ||
        answer.status === 200 ||
        answer.status >= 500 ||
        /root:|"name": "naga-sis"|nextAuthSecret|use server/.test(body)
      )
        found.push(`${path}: ${answer?.status}`);
    }
    expect(found).toEqual([]);
  });

  test("the name of a file that is sent in is a name and nothing else", async ({ own }) => {
    const registrar = await own.as("registrar");
    for (const name of [
      "../../../../tmp/naga-evil.csv",
      "/tmp/naga-evil.csv",
      "..\\..\\naga-evil.csv",
      "a\r\nSet-Cookie: x=1.csv",
      `a";filename="x.html`,
    ]) {
      const sent = await registrar.request(
        `/api/uploads?purpose=people.import&name=${encodeURIComponent(name)}`,
        {
          method: "POST",
          body: "number,name\n1,x\n",
          headers: { origin: registrar.origin, "content-type": "text/csv" },
        },
      );
      const file = (await sent.json()) as { id?: string };
      expect([name, sent.status < 500]).toEqual([name, true]);
      if (!file.id) continue;
      const { rows } = await own.database.query<{ storage_key: string }>(
        "SELECT storage_key FROM stored_file WHERE id = $1",
        [file.id],
      );
      expect(rows[0]?.storage_key).toMatch(/^[\w/-]+$/);
      expect(rows[0]?.storage_key).not.toContain("evil");
      const got = await registrar.request(`/api/files/${file.id}`);
      await got.arrayBuffer();
      expect(got.headers.get("set-cookie") ?? "").not.toContain("x=1");
      expect(got.headers.get("content-disposition")).toMatch(
        /^attachment; filename="[\w. -]*"; filename\*=UTF-8''[^"\r\n/\\]*$/,
      );
      expect(got.headers.get("x-content-type-options")).toBe("nosniff");
    }
    expect(existsSync("/tmp/naga-evil.csv")).toBe(false);
  });

  test("no action takes a list, an object or a number for a text, nor falls over any of them", async ({
    own,
  }) => {
    const keys = new Map(findActions().map(({ file, exported, key }) => [`${file}#${exported}`, key]));
    const logged = errorsIn(own.web.log()).length;
    const before = await fingerprint(own.database);
    const wrong: string[] = [];
    for (const action of readBuiltActions()) {
      const key = keys.get(`${action.file}#${action.exported}`) ?? "";
      const row = ACTIONS[key];
      if (!row || row.ownTest) continue;
      const role = Array.isArray(row.who) ? row.who[0] : "registrar";
      const visitor = await own.as(role);
      const pattern = action.pages.find((page) => PAGES[page]) ?? "/";
      const at = PAGES[pattern]?.at ?? pattern;
      const path = typeof at === "function" ? at(own.world) : at;
      const input = (row.input?.(own.world) ?? {}) as Record<string, unknown>;
      const twisted = Object.keys(input).flatMap((field) =>
        [[], ["a", "b"], {}, { $ne: 1 }, { toString: "x" }, [[["deep"]]], "\u0000", 1.5e300].map((value) => ({
          ...input,
          [field]: value,
        })),
      );
      const whole: unknown[] = [
        null,
        [],
        "text",
        7,
        [input],
        JSON.parse(`{"__proto__": {"role": "admin"}, "constructor": 1}`),
        { ...input, extra: "field" },
      ];
      for (const given of [...twisted, ...whole]) {
        const answer = await visitor.act(path, action.id, given);
        if (!/^(invalid|not_found|conflict|refused|forbidden)$/.test(answer))
          wrong.push(`${key} ${JSON.stringify(given).slice(0, 200)}: ${answer}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await fingerprint(own.database)).toEqual(before);
    expect(errorsIn(own.web.log()).slice(logged)).toEqual([]);
  });
});
