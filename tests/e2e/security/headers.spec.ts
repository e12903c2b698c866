import { expect, test } from "@playwright/test";
import { ROLES } from "@/lib/platform/access/roles";
import { settled } from "../settled";
import { signInAs } from "../sign-in-as";

const ALWAYS: Record<string, string> = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-opener-policy": "same-origin",
};

test("every kind of answer carries the headers, and none HSTS without TLS", async ({ request }) => {
  const page = await (await request.get("/sign-in")).text();
  const script = page.match(/src="(\/_next\/static\/[^"]+\.js)"/)?.[1] ?? "";
  const answers = [
    "/sign-in",
    "/nothing-here",
    "/admin/access",
    "/api/v1/people/search?q=a",
    "/api/auth/csrf",
    script,
  ];
  for (const path of [...answers, "/health/live", "/offline.html", "/manifest.webmanifest"]) {
    const headers = (await request.get(path, { maxRedirects: 0 })).headers();
    for (const [name, value] of Object.entries(ALWAYS))
      expect([path, name, headers[name]]).toEqual([path, name, value]);
    expect([path, headers["strict-transport-security"]]).toEqual([path, undefined]);
    expect([path, headers["x-powered-by"]]).toEqual([path, undefined]);
  }
});

test("the policy allows nothing inline, with a nonce of its own for every answer", async ({ request }) => {
  const policies = await Promise.all(
    ["/sign-in", "/sign-in", "/nothing-here"].map(
      async (path) => (await request.get(path)).headers()["content-security-policy"] ?? "",
    ),
  );
  const nonces = policies.map((policy) => policy.match(/'nonce-([^']+)'/)?.[1]);
  expect(new Set(nonces).size).toBe(3);
  for (const policy of policies) {
    expect(policy).not.toMatch(/unsafe|\*|http:/);
    expect(policy).toContain("frame-ancestors 'none'");
  }
  const route = (await request.get("/api/v1/people/search?q=a")).headers()["content-security-policy"];
  expect(route).toContain("default-src 'none'");
});

test("an address that only begins like a file or a route has the policy too", async ({ request }) => {
  for (const path of [
    "/iconfoo",
    "/healthz",
    "/sw.jsx",
    "/favicon.icox",
    "/health/nothing",
    "/api/uploadsx",
  ]) {
    const answer = await request.get(path);
    expect([path, answer.status()]).toEqual([path, 404]);
    expect([path, answer.headers()["content-security-policy"]]).toEqual([
      path,
      expect.stringContaining("frame-ancestors 'none'"),
    ]);
  }
  for (const path of ["/health", "/health/live", "/api/metrics"]) {
    const policy = (await request.get(path)).headers()["content-security-policy"];
    expect([path, policy]).toEqual([path, expect.stringContaining("default-src 'none'")]);
  }
  expect((await request.get("/_next/image?url=%2Fapple-icon.png&w=64&q=75")).status()).toBe(404);
});

test("a character that no text may hold is refused at the door", async ({ page, request }) => {
  await signInAs(page, "registrar");
  for (const path of ["/students?q=a%00b", "/students/%00", "/api/v1/people/search?q=a%00b"]) {
    expect([path, (await page.request.get(path)).status()]).toEqual([path, 400]);
  }
  expect((await request.get("/sign-in?next=%00")).status()).toBe(400);
});

test("personal pages are kept by nobody", async ({ page }) => {
  await signInAs(page, "registrar");
  for (const path of ["/home", "/students", "/account", "/api/v1/people/search?q=sok"]) {
    const headers = (await page.request.get(path)).headers();
    expect([path, headers["cache-control"]]).toEqual([path, expect.stringContaining("no-store")]);
  }
});

test("a header that pretends to come from inside Next, or from another address, changes nothing", async ({
  request,
}) => {
  const inside = await request.get("/admin/access", {
    headers: { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy", "x-naga-peer": "10.0.0.1" },
    maxRedirects: 0,
  });
  expect(inside.status()).toBe(307);
  const numbered = await request.get("/sign-in", { headers: { "x-request-id": "chosen-by-a-client" } });
  expect(numbered.headers()["x-request-id"]).not.toBe("chosen-by-a-client");
});

for (const role of ROLES) {
  test(`${role}: no page breaks its own policy`, async ({ page }) => {
    const broken: string[] = [];
    page.on("console", (message) => {
      if (/Content Security Policy|Content-Security-Policy/i.test(message.text()))
        broken.push(message.text());
    });
    await signInAs(page, role);
    const links = await page.$$eval("nav a[href^='/'], aside a[href^='/']", (anchors) =>
      anchors.map((anchor) => anchor.getAttribute("href") ?? ""),
    );
    for (const path of new Set([...links, "/account"])) {
      await page.goto(path);
      await settled(page);
    }
    expect(broken).toEqual([]);
  });
}
