import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { forgetEnv } from "@/lib/platform/env/env";
import { deviceCookieName, deviceOf, readDevice, withAccount } from "./device-cookie";

beforeEach(() => {
  vi.stubEnv("DATABASE_URL", "postgres://nobody@localhost:1/none");
  forgetEnv();
});
afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnv();
});

describe("the device cookie", () => {
  it("knows the accounts that signed in there, whatever their case, and no others", () => {
    const cookie = withAccount(undefined, "Sok@naga.example ");
    expect(deviceOf(cookie, "sok@naga.example")).toBe(readDevice(cookie)?.id);
    expect(deviceOf(cookie, "dara@naga.example")).toBeNull();
    const shared = withAccount(cookie, "dara@naga.example");
    expect(readDevice(shared)?.id).toBe(readDevice(cookie)?.id);
    expect(deviceOf(shared, "sok@naga.example")).not.toBeNull();
  });

  it("says nobody's name", () => {
    const cookie = withAccount(undefined, "sok@naga.example");
    expect(cookie).not.toMatch(/sok|naga|@/);
    expect(Buffer.from(cookie, "base64url").toString("latin1")).not.toContain("sok");
  });

  it("keeps the last five accounts, and each once", () => {
    let cookie: string | undefined;
    for (const name of ["a", "b", "c", "d", "e", "f", "f"])
      cookie = withAccount(cookie, `${name}@naga.example`);
    expect(readDevice(cookie)?.tags).toHaveLength(5);
    expect(deviceOf(cookie, "a@naga.example")).toBeNull();
    expect(deviceOf(cookie, "b@naga.example")).not.toBeNull();
    expect(cookie?.length).toBeLessThan(200);
  });

  it("is worth nothing when made up, mended, moved to another device, or sealed with another secret", () => {
    const cookie = withAccount(undefined, "sok@naga.example");
    const other = withAccount(undefined, "dara@naga.example");
    const [id = "", seal = "", tag = ""] = cookie.split(".");
    const [otherId = "", otherSeal = ""] = other.split(".");
    for (const made of [
      "",
      "x",
      id,
      `${id}.${id}`,
      `${otherId}.${seal}.${tag}`,
      `${id}.${seal}.${tag}.`,
      `${id}.${seal}.${"é".repeat(22)}`,
      "a.".repeat(5000),
    ])
      expect([made.slice(0, 80), readDevice(made)]).toEqual([made.slice(0, 80), null]);
    // A tag is worth something on its own device only.
    expect(deviceOf(`${otherId}.${otherSeal}.${tag}`, "sok@naga.example")).toBeNull();
    vi.stubEnv("NEXTAUTH_SECRET", "another secret of the tests that signs nothing");
    forgetEnv();
    expect(readDevice(cookie)).toBeNull();
  });

  it("is bound to the host where there is TLS", () => {
    expect(deviceCookieName()).toBe("naga.device");
    vi.stubEnv("NAGA_URL", "https://sis.naga.example");
    forgetEnv();
    expect(deviceCookieName()).toBe("__Host-naga.device");
  });
});
