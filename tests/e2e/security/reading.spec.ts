import { PAGES, ROUTES } from "@/tests/contract/access-matrix";
import { fingerprint } from "@/tests/contract/fingerprint";
import { findPages, findRoutes } from "@/tests/contract/inventory";
import { readBuiltActions, type Visitor } from "@/tests/contract/visitor";
import type { World } from "@/tests/contract/world";
import { EVERYBODY, expect, test } from "./own";

/** How many addresses of one pattern are followed: lists link to hundreds of records, and filters to each other. */
const OF_A_KIND = 2;
const OF_A_LIST = 4;

/** The address with everything that names a record or a filter taken out, so that a crawl ends. */
function patternOf(path: string): { kind: string; most: number } {
  const [pathname = "", search] = path.split("?");
  const kind = pathname.replace(/\/[^/]*\d[^/]*/g, "/*");
  return search === undefined ? { kind, most: OF_A_KIND } : { kind: `${kind}?`, most: OF_A_LIST };
}

/** Follows every link from an address, a few of each kind. @returns what was asked and every status */
async function crawl(visitor: Visitor, start: readonly string[]): Promise<Map<string, number>> {
  const seen = new Map<string, number>();
  const kinds = new Map<string, number>();
  const queue = [...start];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const { kind, most } = patternOf(path);
    const count = kinds.get(kind) ?? 0;
    if (seen.has(path) || (count >= most && !start.includes(path))) continue;
    kinds.set(kind, count + 1);
    const response = await visitor.request(path);
    const text = await response.text();
    seen.set(path, response.status);
    const location = response.headers.get("location");
    const found = [...text.matchAll(/\bhref="([^"]+)"/g)].map(([, href = ""]) =>
      href.replaceAll("&amp;", "&"),
    );
    for (const href of [...found, ...(location ? [location] : [])]) {
      const url = URL.canParse(href, visitor.origin) ? new URL(href, visitor.origin) : null;
      if (url?.origin === visitor.origin && !url.pathname.startsWith("/_next/"))
        queue.push(`${url.pathname}${url.search}`);
    }
  }
  return seen;
}

const known = (world: World) =>
  [
    ...findPages().map(({ path }) => ({ at: PAGES[path]?.at, path })),
    ...findRoutes().map(({ key, path }) => ({ at: ROUTES[key]?.at, path })),
  ].map(({ at, path }) => (typeof at === "function" ? at(world) : (at ?? path)));

/** next-auth's tasks, and what a link in a mail or a picture on another site could ask for. */
const TEMPTING = [
  "/api/auth/signin",
  "/api/auth/signin/password",
  "/api/auth/signin/keycloak",
  "/api/auth/signout",
  "/api/auth/signout?callbackUrl=/",
  "/api/auth/callback/password?email=a&password=b",
  "/api/auth/callback/keycloak?code=x&state=y",
  "/api/auth/backchannel-logout?logout_token=x",
  "/sign-in?email=registrar@demo.naga.example&password=x",
  "/account?locale=km&theme=dark",
  "/?_method=DELETE",
  "/students/new?familyName=NEW&personalName=STUDENT",
  "/admin/access/grant?email=student@demo.naga.example&role=admin",
];

/** How a request could call itself something else than it is. */
const OTHER_NAMES: Record<string, string>[] = [
  {},
  { "x-http-method-override": "POST", "x-method-override": "POST" },
];

for (const who of EVERYBODY) {
  test(`${who}: whatever is read, nothing is written`, async ({ own }) => {
    test.setTimeout(180_000);
    const visitor = await own.as(who);
    const before = await fingerprint(own.database);

    const addresses = [...known(own.world), ...TEMPTING];
    const seen = await crawl(visitor, ["/", ...addresses]);
    expect(seen.size).toBeGreaterThan(addresses.length / 2);
    expect([...seen].filter(([, status]) => status >= 500)).toEqual([]);

    for (const path of addresses)
      for (const method of ["HEAD", "OPTIONS"]) {
        const response = await visitor.request(path, { method });
        await response.arrayBuffer();
        expect([method, path, response.status < 500]).toEqual([method, path, true]);
      }

    // An action is none without its POST, whatever the request calls itself.
    for (const { id } of readBuiltActions())
      for (const headers of OTHER_NAMES.map(
        (names): Record<string, string> => ({ ...names, "next-action": id }),
      ))
        await (await visitor.request(`/account?_method=POST&1_$ACTION_ID_${id}=`, { headers })).arrayBuffer();

    expect(await fingerprint(own.database)).toEqual(before);
    // Still signed in: reading has not even ended the session.
    if (who !== "nobody") expect(await visitor.status("/account")).toBe(200);
  });
}
