import { Visitor } from "@/tests/contract/visitor";
import { personaEmail } from "@/tests/contract/world";
import { expect, test } from "./own";

/** Addresses that a browser, or a careless reader of addresses, takes for another site. */
const ELSEWHERE = [
  "https://evil.example",
  "https://evil.example/students",
  "HTTPS://evil.example",
  "http:evil.example",
  "https:/evil.example",
  "https:\\\\evil.example",
  "//evil.example",
  "///evil.example",
  "////evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "\\/evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "\t//evil.example",
  " //evil.example",
  "/%09/evil.example",
  "/%5Cevil.example",
  "/%2F/evil.example",
  "/%2e%2e//evil.example",
  "/.//evil.example",
  "/..//evil.example",
  "/students/..//evil.example",
  "/students/..\\/evil.example",
  "//evil.example/%2e%2e",
  "//evil.example:80\\@localhost",
  "//localhost@evil.example",
  "https://localhost@evil.example",
  "https://localhost.evil.example",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:msgbox(1)",
  "blob:https://evil.example/1",
  "ftp://evil.example",
  "/api/auth/signout?callbackUrl=https://evil.example",
  "/sign-in?next=//evil.example",
  "〱evil.example",
  "/／evil.example",
  "//evil。example",
  "//ⓔvil.example",
  "?next=//evil.example",
  "#//evil.example",
  "",
];

/** Where the answer leads, as a browser resolves it. */
function leadsTo(target: string | null, origin: string): string {
  return target === null ? origin : new URL(target, `${origin}/sign-in`).origin;
}

test("who signs in stays on this site, whatever `next` says, in the address and in the form", async ({
  own,
}) => {
  test.setTimeout(120_000);
  const signedIn = await own.as("cashier");
  for (const next of ELSEWHERE) {
    const address = `/sign-in?next=${encodeURIComponent(next)}`;
    const already = await signedIn.request(address);
    expect([next, already.status, leadsTo(already.headers.get("location"), own.web.url)]).toEqual([
      next,
      307,
      own.web.url,
    ]);
    const guest = new Visitor(own.web.url);
    const answer = await guest.submit(address, "@demo.naga.example", {
      email: personaEmail("cashier"),
      next,
    });
    expect([next, answer.status, leadsTo(answer.headers.get("location"), own.web.url)]).toEqual([
      next,
      303,
      own.web.url,
    ]);
    // The page that the guest sees offers no way out either.
    const page = await (await new Visitor(own.web.url).request(address)).text();
    const targets = [...page.matchAll(/\b(?:href|action)="([^"]+)"/g)].map(([, target = ""]) => target);
    const away = targets.filter(
      (target) => leadsTo(target.replaceAll("&amp;", "&"), own.web.url) !== own.web.url,
    );
    expect([next, away]).toEqual([next, []]);
  }
  for (const next of [
    ["/students", "//evil.example"],
    ["//evil.example", "/students"],
  ]) {
    const address = `/sign-in?${next.map((value) => `next=${encodeURIComponent(value)}`).join("&")}`;
    const answer = await signedIn.request(address);
    expect(leadsTo(answer.headers.get("location"), own.web.url)).toBe(own.web.url);
  }
});

test("next-auth leads nowhere else, by its parameter, its form, its cookie, or a made-up host", async ({
  own,
}) => {
  test.setTimeout(120_000);
  const stray: string[] = [];
  // NAGA_URL says how we are called; next-auth leads there.
  const ours = new Set([own.web.url, own.web.url.replace("127.0.0.1", "localhost")]);
  const look = async (what: string, response: Response) => {
    const text = await response.text();
    const location = response.headers.get("location");
    const url = /^\s*\{/.test(text) ? ((JSON.parse(text) as { url?: string }).url ?? null) : null;
    for (const target of [location, url])
      if (target !== null && !ours.has(leadsTo(target, own.web.url))) stray.push(`${what} → ${target}`);
    for (const line of response.headers.getSetCookie()) {
      const value = decodeURIComponent(line.split(";")[0]?.split("=").slice(1).join("=") ?? "");
      if (/callback-url=/.test(line) && !ours.has(leadsTo(value, own.web.url)))
        stray.push(`${what} keeps ${value}`);
    }
  };
  for (const callbackUrl of ELSEWHERE) {
    const query = new URLSearchParams({ callbackUrl }).toString();
    const guest = new Visitor(own.web.url);
    for (const task of [
      "signin",
      "signin/password",
      "signin/keycloak",
      "signout",
      "error",
      "callback/keycloak",
    ])
      await look(`GET ${task} ${callbackUrl}`, await guest.request(`/api/auth/${task}?${query}`));
    const { csrfToken } = (await (await guest.request("/api/auth/csrf")).json()) as { csrfToken: string };
    const form = (fields: Record<string, string>) => ({
      method: "POST",
      body: new URLSearchParams({ csrfToken, callbackUrl, ...fields }),
      headers: { origin: guest.origin },
    });
    for (const json of ["true", "false"]) {
      await look(
        `POST signin ${callbackUrl}`,
        await guest.request("/api/auth/signin/password", form({ json })),
      );
      await look(
        `POST callback ${callbackUrl}`,
        await guest.request("/api/auth/callback/persona", form({ email: personaEmail("cashier"), json })),
      );
      await look(`POST signout ${callbackUrl}`, await guest.request("/api/auth/signout", form({ json })));
    }
    const planted = new Visitor(own.web.url);
    for (const name of ["next-auth.callback-url", "__Secure-next-auth.callback-url"])
      planted.plant(name, encodeURIComponent(callbackUrl.slice(0, 500)));
    await look(`cookie ${callbackUrl}`, await planted.request("/api/auth/signin"));
    await look(`cookie ${callbackUrl}`, await planted.request("/api/auth/error?error=x"));
  }
  for (const path of ["/", "/students", "/students/", "/api/auth/signin", "/api/auth/error?error=x"]) {
    const guest = new Visitor(own.web.url);
    const headers = {
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
      "x-original-host": "evil.example",
    };
    await look(`host ${path}`, await guest.request(path, { headers }));
  }
  expect(stray).toEqual([]);
});
