import type { RoleName } from "@/lib/platform/access/roles";
import { PAGES, type PageRow, ROUTES } from "@/tests/contract/access-matrix";
import { type Answer, faults } from "@/tests/contract/answer-faults";
import { type Instance, startInstance } from "@/tests/contract/instance";
import { findPages, findRoutes } from "@/tests/contract/inventory";
import { exchange } from "@/tests/contract/raw-http";
import { openRelay } from "@/tests/contract/relay";
import { Visitor } from "@/tests/contract/visitor";
import { personaEmail, type World } from "@/tests/contract/world";
import { expect, test } from "./own";

/**
 * Every kind of answer of every address of the system, on the production build: what an answer must carry is asked of
 * all of them, whichever part of the house made it (Next, a page, a route, the hook of the HTTP server, Node itself).
 */
const at = (target: PageRow["at"], pattern: string, world: World) =>
  typeof target === "function" ? target(world) : (target ?? pattern);

async function ask(
  visitor: Visitor,
  path: string,
  init: { method?: string; headers?: Record<string, string>; body?: BodyInit } = {},
): Promise<Answer> {
  const response = await visitor.request(path, init);
  return {
    what: `${init.method ?? "GET"} ${path}`,
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  };
}

/** Asked as a browser with a copy does: fetch would ask past every cache. */
async function unchanged(visitor: Visitor, path: string, etag: string): Promise<Answer> {
  const host = `Host: localhost\r\nConnection: close\r\nIf-None-Match: ${etag}\r\n`;
  const answer = await exchange(visitor.port, `GET ${path} HTTP/1.1\r\n${host}\r\n`);
  if (!answer) throw new Error(`${path} got no answer`);
  return { ...answer, what: `GET ${path}` };
}

const own = (visitor: Visitor) => ({ origin: visitor.origin, "content-type": "application/json" });

/** Pages and routes for somebody who may, somebody who may not, and nobody; with every method. */
async function everyAddress(
  people: Record<"some" | "other" | "nobody", Visitor>,
  world: World,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  const pages = findPages().map(({ path }) => at(PAGES[path]?.at, path, world));
  const routes = findRoutes().map(({ key, path, method }) => ({
    path: at(ROUTES[key]?.at, path, world),
    method,
  }));
  for (const visitor of Object.values(people)) {
    for (const path of pages) {
      answers.push(await ask(visitor, path));
      answers.push(await ask(visitor, path, { headers: { rsc: "1" } }));
    }
    for (const { path, method } of routes)
      answers.push(
        await ask(visitor, path, method === "GET" ? {} : { method, body: "{}", headers: own(visitor) }),
      );
  }
  for (const path of [...pages, ...routes.map((route) => route.path)])
    for (const method of ["HEAD", "OPTIONS", "PUT", "PATCH", "DELETE"])
      answers.push(await ask(people.some, path, { method, headers: own(people.some) }));
  return answers;
}

async function kindsOfRefusal(visitor: Visitor): Promise<Answer[]> {
  const page = await (await visitor.request("/students")).text();
  const script = page.match(/src="(\/_next\/static\/[^"]+\.js)"/)?.[1] ?? "";
  const etag = (await ask(visitor, script)).headers.etag ?? "";
  const foreign = { origin: "https://evil.example" };
  const tooLarge = { method: "POST", body: "x".repeat(1_100_000), headers: own(visitor) };
  return Promise.all([
    // Found, changed and moved.
    ask(visitor, script),
    unchanged(visitor, script, etag),
    ask(visitor, script, { headers: { range: "bytes=0-10" } }),
    ask(visitor, script, { headers: { range: "bytes=99999999-" } }),
    ...["/sw.js", "/offline.html", "/offline.css", "/manifest.webmanifest", "/icon.svg", "/favicon.ico"].map(
      (path) => ask(visitor, path),
    ),
    ...["/icons/sprite.svg", "/icons/icon-192.png", "/apple-icon.png"].map((path) => ask(visitor, path)),
    ask(visitor, "/students/"),
    ask(visitor, "/students//"),
    ask(visitor, "/sign-in"),
    // 400, 404.
    ask(visitor, "/students?q=%00"),
    ask(visitor, "/students/%E0%A4%A"),
    ask(visitor, "/nothing-here"),
    ask(visitor, "/api/nothing-here"),
    ask(visitor, "/_next/nothing-here"),
    ask(visitor, "/_next/static/nothing-here.js"),
    ask(visitor, "/_next/data/build/students.json"),
    ask(visitor, "/_next/image?url=%2Ficon.svg&w=64&q=75"),
    ask(visitor, "/students/999999999"),
    ask(visitor, `/api/files/${crypto.randomUUID()}`),
    // 403, 413, 422.
    ask(visitor, "/students", { method: "POST", headers: foreign, body: "x" }),
    ask(visitor, "/api/uploads?purpose=x&name=y", { method: "POST", headers: foreign, body: "x" }),
    ask(visitor, "/api/uploads?purpose=none&name=x.csv", {
      method: "POST",
      headers: own(visitor),
      body: "x",
    }),
    ask(visitor, "/api/v1/jobs/mine/seen", tooLarge),
    ask(visitor, "/students", { ...tooLarge, headers: { ...own(visitor), "next-action": "0".repeat(42) } }),
    // next-auth by itself.
    ...["csrf", "providers", "signin", "signout", "error?error=x", "session", "_log", "nothing"].map((task) =>
      ask(visitor, `/api/auth/${task}`),
    ),
    ask(visitor, "/api/auth/callback/password", { method: "POST", headers: own(visitor), body: "{}" }),
    ask(visitor, "/api/auth/signout", { method: "POST", headers: foreign, body: "x" }),
  ]);
}

/** What Node reads before anybody else, as bytes. */
async function brokenRequests(port: number): Promise<Answer[]> {
  const host = "Host: sis.naga.example\r\nConnection: close\r\n";
  const texts: Record<string, string> = {
    rubbish: "RUBBISH\r\n\r\n",
    "unknown method": `BREW / HTTP/1.1\r\n${host}\r\n`,
    "no host": "GET /sign-in HTTP/1.1\r\n\r\n",
    "endless header": `GET / HTTP/1.1\r\n${host}X-A: ${"a".repeat(40_000)}\r\n\r\n`,
    "bad length": `POST /sign-in HTTP/1.1\r\n${host}Content-Length: x\r\n\r\n`,
    "two lengths": `POST /sign-in HTTP/1.1\r\n${host}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    expectation: `GET /sign-in HTTP/1.1\r\n${host}Expect: wonders\r\n\r\n`,
    upgrade: "GET / HTTP/1.1\r\nHost: sis.naga.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
    trace: `TRACE /sign-in HTTP/1.1\r\n${host}\r\n`,
    asterisk: `OPTIONS * HTTP/1.1\r\n${host}\r\n`,
    "for a proxy": `GET http://evil.example/students/ HTTP/1.1\r\n${host}\r\n`,
    "two slashes": `GET //evil.example/%2e%2e HTTP/1.1\r\n${host}\r\n`,
    backslash: `GET /\\evil.example HTTP/1.1\r\n${host}\r\n`,
    traversal: `GET /_next/static/../../../../etc/passwd HTTP/1.1\r\n${host}\r\n`,
    "old client": "GET /sign-in HTTP/1.0\r\n\r\n",
  };
  const answers: Answer[] = [];
  for (const [what, text] of Object.entries(texts)) {
    const answer = await exchange(port, text);
    if (!answer) throw new Error(`${what} got no answer`);
    answers.push({ ...answer, what });
  }
  return answers;
}

const statuses = (answers: Answer[]) => [...new Set(answers.map(({ status }) => status))];

test.describe("every answer", () => {
  test.setTimeout(240_000);

  for (const publicUrl of ["https://sis.naga.example", "http://sis.naga.example"]) {
    test(`carries the headers under ${publicUrl}`, async ({ own: campus }) => {
      const web = await startInstance(campus.databaseUrl, { NAGA_URL: publicUrl, NAGA_RATE_LIMITS: "off" });
      try {
        const sign = async (role: RoleName) => {
          const visitor = new Visitor(web.url, publicUrl);
          await visitor.signInAs(personaEmail(role));
          return visitor;
        };
        const some = await sign("registrar");
        const tls = publicUrl.startsWith("https:");
        const people = { some, other: await sign("student"), nobody: new Visitor(web.url, publicUrl) };
        const answers = [
          // With TLS all of them; without it the difference is HSTS alone.
          ...(tls ? await everyAddress(people, campus.world) : []),
          ...(await kindsOfRefusal(some)),
          ...(await brokenRequests(web.port)),
        ];
        expect(answers.flatMap((answer) => faults(answer, tls))).toEqual([]);
        // The kinds that this test is about did come up.
        const kinds = [200, 304, 307, 308, 400, 403, 404, 405, 413, 417, 422, 426, 431];
        const wanted = tls ? [...kinds, 401] : kinds;
        expect(wanted.filter((status) => !statuses(answers).includes(status))).toEqual([]);
        expect(answers.filter(({ status }) => status >= 500).map(({ what }) => what)).toEqual([]);
        if (tls) {
          const cookies = [some.cookie("__Host-naga.session"), some.cookie("__Host-naga.device")];
          expect(cookies.every(Boolean)).toBe(true);
        }
      } finally {
        await web.stop();
      }
    });
  }

  test("carries them when there were too many, and when the database is lost", async ({ own: campus }) => {
    const relay = await openRelay(campus.databaseUrl);
    let web: Instance | undefined;
    try {
      web = await startInstance(relay.url);
      const registrar = new Visitor(web.url);
      await registrar.signInAs(personaEmail("registrar"));
      const answers: Answer[] = [];
      const template = "/api/v1/people/import-template";
      for (let index = 0; index < 25; index += 1) answers.push(await ask(registrar, template));
      expect(answers.at(-1)?.status).toBe(429);
      let page = await ask(registrar, "/account");
      for (let index = 0; index < 400 && page.status !== 429; index += 1)
        page = await ask(registrar, "/account");
      expect(page.status).toBe(429);
      answers.push(page, await ask(registrar, "/account", { headers: { accept: "text/html" } }));

      const teacher = new Visitor(web.url);
      await teacher.signInAs(personaEmail("teacher"));
      relay.cut();
      const lost: Answer[] = [];
      for (const path of ["/teach", "/account", "/api/v1/jobs/mine", "/health", "/health/ready", "/sign-in"])
        lost.push(await ask(teacher, path));
      expect(lost.filter(({ status }) => status >= 500).length).toBeGreaterThan(3);
      // Nothing of the inside is told.
      for (const { body } of lost) expect(body).not.toMatch(/ECONN|postgres|at [\w.]+ \(|node_modules/i);
      expect([...answers, ...lost].flatMap((answer) => faults(answer, false))).toEqual([]);
    } finally {
      await web?.stop();
      await relay.close();
    }
  });
});
