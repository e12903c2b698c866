import { describe, expect, it } from "vitest";
import { hashPassword, passwordProblems, verifyPassword } from "./password";

describe("passwords", () => {
  it("are hashed with argon2id and OWASP's parameters", async () => {
    const stored = await hashPassword("correct horse battery");
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(stored, "correct horse battery")).toBe(true);
    expect(await verifyPassword(stored, "correct horse batterY")).toBe(false);
  });

  it("compare equal in composed and decomposed spelling, and in Khmer", async () => {
    expect(await verifyPassword(await hashPassword("café-au-lait-12"), "café-au-lait-12")).toBe(true);
    expect(await verifyPassword(await hashPassword("ភាសាខ្មែរពិរោះណាស់"), "ភាសាខ្មែរពិរោះណាស់")).toBe(true);
  });

  it("are never right where none is stored, and take as long", async () => {
    const stored = await hashPassword("correct horse battery");
    await verifyPassword(null, "warm up");
    const time = async (against: string | null) => {
      const start = performance.now();
      expect(await verifyPassword(against, "wrong password")).toBe(false);
      return performance.now() - start;
    };
    // The best of several: what else the machine does only ever adds.
    let [known, unknown] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let i = 0; i < 8; i += 1) {
      known = Math.min(known, await time(stored));
      unknown = Math.min(unknown, await time(null));
    }
    expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(2.5);
  });

  it("leave the event loop free", async () => {
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 2);
    await Promise.all(Array.from({ length: 6 }, () => hashPassword("correct horse battery")));
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(5);
  });

  it.each([
    ["short", "auth.password_too_short"],
    ["x".repeat(129), "auth.password_too_long"],
    ["registrar-2026!", "auth.password_has_email"],
    ["aaaaaaaaaaaaaa", "auth.password_too_simple"],
  ])("%s is refused", (password, code) => {
    expect(passwordProblems(password, "registrar@demo.naga.example")).toEqual([code]);
  });

  it("accepts a long sentence", () => {
    expect(passwordProblems("the river rises in september", "sok@naga.example")).toEqual([]);
  });
});
