import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { forgetEnv } from "@/lib/platform/env/env";
import { PEER_HEADER } from "./peer-address";
import { requestIdOf } from "./request-id";

const GIVEN = "chosen-by-somebody";

beforeEach(() => {
  vi.stubEnv("DATABASE_URL", "postgres://nobody@localhost:1/none");
  vi.stubEnv("NAGA_TRUSTED_PROXIES", "10.0.0.0/8");
  forgetEnv();
});
afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnv();
});

describe("the reference of a request", () => {
  it("is the one that proxy.ts gave", () => {
    expect(requestIdOf(new Headers({ "x-nonce": "n", "x-request-id": GIVEN }))).toBe(GIVEN);
  });

  it("is a new one where proxy.ts does not run, unless our own proxy gave one", () => {
    const headers = new Headers({ [PEER_HEADER]: "203.0.113.9", "x-request-id": GIVEN });
    expect(requestIdOf(headers)).toMatch(/^[0-9a-f-]{36}$/);
    headers.set(PEER_HEADER, "10.0.0.7");
    expect(requestIdOf(headers)).toBe(GIVEN);
    expect(requestIdOf(new Headers())).not.toBe(requestIdOf(new Headers()));
  });
});
