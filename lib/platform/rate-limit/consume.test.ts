import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { forgetEnv } from "@/lib/platform/env/env";
import { PEER_HEADER } from "@/lib/platform/security/peer-address";
import { accountActor } from "@/tests/factories/actor";
import { consume, limitKey } from "./consume";
import { POLICIES } from "./policies";
import { resetLimits } from "./store";

const from = (address: string) => new Headers({ [PEER_HEADER]: address });

async function granted(key: string, tries: number): Promise<number> {
  const results = await Promise.allSettled(Array.from({ length: tries }, () => consume("search", key)));
  return results.filter(({ status }) => status === "fulfilled").length;
}

beforeEach(() => {
  vi.stubEnv("DATABASE_URL", "postgres://nobody@localhost:1/none");
  forgetEnv();
  resetLimits();
});
afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnv();
});

describe("consume", () => {
  it("counts who is signed in by account, whatever the address, and everybody else by address", async () => {
    const actor = accountActor({ accountId: 7 });
    expect(limitKey(actor, from("203.0.113.1"))).toBe(limitKey(actor, from("203.0.113.2")));
    const { signedIn, anonymous } = POLICIES.search;
    expect(await granted(limitKey(actor, from("203.0.113.1")), signedIn + 20)).toBe(signedIn);
    expect(await granted(limitKey(null, from("203.0.113.1")), anonymous + 20)).toBe(anonymous);
    // A neighbour is not touched, and 200 colleagues behind one address have a count each.
    expect(await granted(limitKey(null, from("203.0.113.9")), 1)).toBe(1);
    expect(await granted(limitKey(accountActor({ accountId: 8 }), from("203.0.113.1")), 1)).toBe(1);
  });

  it("tells when to come back", async () => {
    await granted("account:1", POLICIES.search.signedIn);
    await expect(consume("search", "account:1")).rejects.toMatchObject({
      kind: "rate_limited",
      code: "platform.rate_limited",
      retryAfter: expect.any(Number),
    });
  });

  it.each([
    ["local", 1000],
    ["staging", POLICIES.search.signedIn],
  ])("can be switched off in %s: %d pass", async (environment, expected) => {
    vi.stubEnv("NAGA_ENV", environment);
    vi.stubEnv("NAGA_URL", "https://staging.naga.example");
    vi.stubEnv("NAGA_RATE_LIMITS", "off");
    forgetEnv();
    expect(await granted("account:1", 1000)).toBe(expected);
  });
});
