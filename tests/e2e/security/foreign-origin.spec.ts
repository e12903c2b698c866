import { ACTIONS, PAGES, ROUTES } from "@/tests/contract/access-matrix";
import { fingerprint } from "@/tests/contract/fingerprint";
import { startInstance } from "@/tests/contract/instance";
import { findActions, findRoutes } from "@/tests/contract/inventory";
import { readBuiltActions, Visitor } from "@/tests/contract/visitor";
import { personaEmail, type World } from "@/tests/contract/world";
import { expect, test } from "./own";

/** Routes that no browser sends, and that prove by a signature who does. */
const SIGNED = new Set(["POST /api/auth/backchannel-logout"]);

/** What a page of another site can make a browser send, and what no browser sends. */
function foreign(url: string): Record<string, Record<string, string>> {
  const { hostname, port } = new URL(url);
  return {
    "another site": { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
    "an opaque page": { origin: "null", "sec-fetch-site": "cross-site" },
    "no origin, another site": { "sec-fetch-site": "cross-site" },
    "no origin, a neighbour": { "sec-fetch-site": "same-site" },
    "no origin, typed in": { "sec-fetch-site": "none" },
    "no origin at all": {},
    "another port": { origin: `http://${hostname}:${Number(port) + 1}`, "sec-fetch-site": "same-site" },
    "a subdomain": { origin: `http://evil.${hostname}:${port}`, "sec-fetch-site": "same-site" },
    "a name that begins like ours": { origin: `http://${hostname}.evil.example:${port}` },
    "ours as a user name": { origin: `http://${hostname}:${port}@evil.example` },
    "no address": { origin: "evil" },
    "two of them": { origin: `${url}, https://evil.example` },
    "a claim in another header": { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
    "a referrer of ours": { origin: "https://evil.example", referer: `${url}/account` },
  };
}

/** Every action of the build with an address that can send it and a complete input. */
function everyAction(world: World) {
  const keys = new Map(findActions().map(({ file, exported, key }) => [`${file}#${exported}`, key]));
  return readBuiltActions().map((action) => {
    const key = keys.get(`${action.file}#${action.exported}`) ?? action.file;
    const pattern = action.pages.find((page) => PAGES[page]) ?? "/";
    const at = PAGES[pattern]?.at ?? pattern;
    return {
      key,
      id: action.id,
      path: typeof at === "function" ? at(world) : at,
      input: ACTIONS[key]?.input?.(world) ?? {},
    };
  });
}

test.describe("a mutation that another site sends", () => {
  test.setTimeout(180_000);

  test("is refused: every action, whatever its browser tells", async ({ own }) => {
    const before = await fingerprint(own.database);
    const admin = await own.as("admin");
    const actions = everyAction(own.world);
    expect(actions.length).toBeGreaterThan(25);
    const passed: string[] = [];
    for (const [what, headers] of Object.entries(foreign(own.web.url)))
      for (const { key, id, path, input } of actions) {
        const answer = await admin.act(path, id, input, { origin: "", ...headers });
        if (answer !== "403") passed.push(`${key} from ${what}: ${answer}`);
      }
    expect(passed).toEqual([]);
    expect(await fingerprint(own.database)).toEqual(before);
  });

  test("is refused: every route that writes, with every method that could", async ({ own }) => {
    const before = await fingerprint(own.database);
    const registrar = await own.as("registrar");
    const routes = findRoutes();
    const addresses = [
      ...routes.map(({ key, path }) => {
        const at = ROUTES[key]?.at ?? path;
        return typeof at === "function" ? at(own.world) : at;
      }),
      ...["signin", "signin/password", "callback/password", "callback/persona", "signout"].map(
        (task) => `/api/auth/${task}`,
      ),
    ];
    const signed = new Set([...SIGNED].map((key) => key.split(" ")[1]));
    const passed: string[] = [];
    for (const [what, headers] of Object.entries(foreign(own.web.url)))
      for (const path of new Set(addresses.filter((address) => !signed.has(address))))
        for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
          const answer = await registrar.request(path, { method, body: "{}", headers });
          await answer.arrayBuffer();
          // A method that the address does not know is no way in either.
          if (answer.status !== 403 && answer.status !== 405)
            passed.push(`${method} ${path} from ${what}: ${answer.status}`);
        }
    expect(passed).toEqual([]);
    expect(await fingerprint(own.database)).toEqual(before);
    // The exceptions say no to who has no signature; where there is no Keycloak they are not there.
    for (const key of SIGNED) {
      const [method = "", path = ""] = key.split(" ");
      if (!routes.some((route) => route.key === key)) continue;
      const answer = await registrar.request(path, { method, body: "logout_token=made.up.token" });
      expect([key, [400, 404].includes(answer.status)]).toEqual([key, true]);
    }
  });

  test("is refused without TLS where the address has it, and forms of the sign-in page too", async ({
    own,
  }) => {
    const publicUrl = "https://sis.naga.example";
    const web = await startInstance(own.databaseUrl, { NAGA_URL: publicUrl, NAGA_RATE_LIMITS: "off" });
    try {
      for (const origin of [
        "http://sis.naga.example",
        "https://sis.naga.example:8443",
        "https://evil.sis.naga.example",
        "https://naga.example",
        "https://sis.naga.example.evil.example",
      ]) {
        const visitor = new Visitor(web.url, publicUrl);
        const headers = { origin, host: "sis.naga.example" };
        const fields = { email: personaEmail("student") };
        const answer = await visitor.submit("/sign-in", "@demo.naga.example", fields, headers);
        expect([origin, answer.status]).toEqual([origin, 403]);
        expect([origin, visitor.cookie("__Host-naga.session")]).toEqual([origin, undefined]);
      }
      const visitor = new Visitor(web.url, publicUrl);
      await visitor.signInAs(personaEmail("student"));
      expect(visitor.cookie("__Host-naga.session")).toBeTruthy();
    } finally {
      await web.stop();
    }
  });
});
