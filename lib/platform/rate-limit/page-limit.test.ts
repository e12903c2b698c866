import { Agent, createServer, type IncomingMessage, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { forgetEnv } from "@/lib/platform/env/env";
import { lookBeforeNext } from "@/lib/platform/http/before-next";
import { withAccount } from "@/lib/platform/security/device-cookie";
import { securityHeaders } from "@/lib/platform/security/headers";
import { noteSession } from "./known-sessions";
import { forgetPages, giveBackPages } from "./page-count";
import { turnedAway } from "./page-limit";
import { GIVEN_BACK_BY_SIGN_IN, PAGE_POLICIES } from "./policies";
import { resetLimits } from "./store";

const server = createServer((_, response) => response.end("page"));
const agent = new Agent({ keepAlive: true, maxSockets: 8 });
let port = 0;

beforeAll(async () => {
  lookBeforeNext([turnedAway]);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  agent.destroy();
  server.close();
});
beforeEach(() => {
  vi.stubEnv("DATABASE_URL", "postgres://nobody@localhost:1/none");
  forgetEnv();
  resetLimits();
  forgetPages();
});
afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnv();
});

type Ask = { path?: string; headers?: Record<string, string>; method?: string };

function ask({ path = "/students", headers = {}, method = "GET" }: Ask = {}) {
  return new Promise<{ status: number; headers: IncomingMessage["headers"]; body: string }>(
    (resolve, reject) => {
      const asked = send({ port, path, method, headers, agent }, (answer) => {
        let body = "";
        answer.on("data", (chunk: Buffer) => {
          body += chunk.toString();
        });
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
      });
      asked.on("error", reject);
      asked.end(method === "POST" ? "x=1" : undefined);
    },
  );
}

/** How many of the tries were let through. */
async function granted(tries: number, how: Ask = {}): Promise<number> {
  let passed = 0;
  for (let left = tries; left > 0; left -= 50) {
    const answers = await Promise.all(Array.from({ length: Math.min(50, left) }, () => ask(how)));
    passed += answers.filter(({ status }) => status === 200).length;
  }
  return passed;
}

const account = PAGE_POLICIES.account[0].points;
const device = PAGE_POLICIES.device[0].points;
const address = PAGE_POLICIES.address[0].points;

describe("the limit of pages", () => {
  it("stops a session that scrapes, whatever browser or address sends its cookie, and no other", async () => {
    noteSession("cookie-of-7", 7);
    noteSession("another-cookie-of-7", 7);
    noteSession("cookie-of-8", 8);
    expect(await granted(account + 50, { headers: { cookie: "naga.session=cookie-of-7" } })).toBe(account);
    expect(await granted(5, { headers: { cookie: "a=b; naga.session=another-cookie-of-7" } })).toBe(0);
    expect(await granted(5, { headers: { cookie: "naga.session=cookie-of-8" } })).toBe(5);
    // Nor does the address pay for it.
    expect(await granted(5)).toBe(5);
  });

  it("bounds what a session reads in an hour", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    try {
      noteSession("patient", 9);
      let passed = 0;
      for (let minute = 0; minute < 14; minute += 1) {
        passed += await granted(250, { headers: { cookie: "naga.session=patient" } });
        vi.setSystemTime(Date.now() + 61_000);
      }
      expect(passed).toBe(PAGE_POLICIES.account[1].points);
    } finally {
      vi.useRealTimers();
    }
  });

  it("counts made-up and ended sessions by the address, so that they win nothing", async () => {
    noteSession("ended", 10);
    noteSession("ended", null);
    const made = (index: number) => ({ headers: { cookie: `naga.session=made-up-${index}` } });
    let passed = await granted(10, { headers: { cookie: "naga.session=ended" } });
    for (let index = 0; index < address + 100; index += 100) passed += await granted(100, made(index));
    expect(passed).toBe(address);
    // A route is no way around it, and a known browser behind the same address is not touched.
    expect(await granted(3, { path: "/api/v1/people/search?q=sok" })).toBe(0);
    const cookie = `naga.device=${withAccount(undefined, "sok@naga.example")}`;
    expect(await granted(device + 20, { headers: { cookie } })).toBe(device);
    expect(await granted(3, { headers: { cookie: "naga.device=made.up" } })).toBe(0);
  });

  it("gives an address back what a sign-in cost, and never more than was taken", async () => {
    const caller = { kind: "address", id: "127.0.0.1" } as const;
    await granted(address);
    expect(await granted(1)).toBe(0);
    await giveBackPages(caller, GIVEN_BACK_BY_SIGN_IN);
    expect(await granted(50)).toBe(GIVEN_BACK_BY_SIGN_IN);
    resetLimits();
    forgetPages();
    for (let index = 0; index < 100; index += 1) await giveBackPages(caller, GIVEN_BACK_BY_SIGN_IN);
    expect(await granted(address + 50)).toBe(address);
  });

  it("believes no header about the address unless a proxy of ours sent it", async () => {
    await granted(address);
    for (const name of ["x-forwarded-for", "x-real-ip", "forwarded", "x-naga-peer", "cf-connecting-ip"])
      expect([name, await granted(2, { headers: { [name]: "198.51.100.7" } })]).toEqual([name, 0]);
    vi.stubEnv("NAGA_TRUSTED_PROXIES", "127.0.0.1");
    forgetEnv();
    expect(await granted(2, { headers: { "x-forwarded-for": "198.51.100.7" } })).toBe(2);
    expect(await granted(2, { headers: { "x-forwarded-for": "198.51.100.8, 127.0.0.1" } })).toBe(2);
  });

  it("leaves files, probes and the routes of who is signed in alone", async () => {
    await granted(address + 1);
    for (const path of [
      "/_next/static/x.js",
      "/health",
      "/health/ready",
      "/api/metrics",
      "/icons/sprite.svg?v=1",
    ])
      expect([path, (await ask({ path })).status]).toEqual([path, 200]);
    for (const path of ["/healthy", "/_next/data/x", "/sw.jsx", "/api/metricsx"])
      expect([path, (await ask({ path })).status]).toEqual([path, 429]);
    noteSession("worker", 11);
    expect(
      await granted(account + 50, { path: "/api/v1/x", headers: { cookie: "naga.session=worker" } }),
    ).toBe(account + 50);
  });

  it("answers in both languages, says when to come back, and carries every header", async () => {
    await granted(address);
    const page = await ask({ headers: { accept: "text/html" } });
    expect(page.status).toBe(429);
    expect(Number(page.headers["retry-after"])).toBeGreaterThan(0);
    expect(page.body).toContain("Too many requests");
    expect(page.body).toContain("សំណើច្រើនពេក");
    expect(page.headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(page.headers["content-security-policy"]).not.toContain("unsafe");
    expect(page.headers["cache-control"]).toContain("no-store");
    for (const [name, value] of Object.entries(securityHeaders))
      expect([name, page.headers[name.toLowerCase()]]).toEqual([name, value]);
    const machine = await ask({ method: "POST" });
    expect([machine.status, machine.headers["content-type"]]).toEqual([
      429,
      "application/problem+json; charset=utf-8",
    ]);
    expect((await ask({ method: "HEAD" })).status).toBe(429);
  });
});
