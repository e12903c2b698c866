import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { hashPassword } from "@/lib/platform/auth/password";
import { signInWithPassword } from "@/lib/platform/auth/sign-in";
import { creditSignIn } from "@/lib/platform/auth/throttle";
import { countPage, forgetPages } from "@/lib/platform/rate-limit/page-count";
import { GIVEN_BACK_BY_SIGN_IN, PAGE_POLICIES } from "@/lib/platform/rate-limit/policies";
import { resetLimits } from "@/lib/platform/rate-limit/store";
import { withAccount } from "@/lib/platform/security/device-cookie";
import { makeAccount } from "@/tests/factories/account";
import { makeStudents } from "@/tests/factories/campus-of-students";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

const PASSWORD = "the river rises in september";
const CAMPUS = "203.0.113.1";
const STUDENTS = 2_000;

let database: TestDatabase;
let hash: string;

beforeAll(async () => {
  database = await createTestDatabase();
  hash = await hashPassword(PASSWORD);
});
afterAll(() => database.close());
beforeEach(() => {
  resetLimits();
  forgetPages();
});
afterEach(() => vi.useRealTimers());

type Attempt = { email: string; password?: string; ip?: string; deviceCookie?: string };

/** The code of the refusal, or "in"; a success is welcomed as the front door does. */
async function attempt({ email, password = PASSWORD, ip = CAMPUS, deviceCookie }: Attempt): Promise<string> {
  try {
    await signInWithPassword({ email, password }, { ip, userAgent: "test", deviceCookie });
    await creditSignIn({ email, ip });
    return "in";
  } catch (error) {
    return (error as { code: string }).code;
  }
}

const opens = (ip: string) => countPage({ kind: "address", id: ip });
const times = async (count: number, work: (index: number) => Promise<string>) => {
  const results: string[] = [];
  for (let index = 0; index < count; index += 1) results.push(await work(index));
  return results;
};

/** Numbers between 0 and 1, the same in every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

describe("two thousand honest students behind one address", () => {
  it("open the page before registration does, mistype, sign in, and work: nobody is stopped", async () => {
    const emails = await makeStudents(database.pool, {
      count: STUDENTS,
      password: PASSWORD,
      label: "honest",
    });
    const roll = dice(7);
    // All of them wait with the sign-in page open: the start page, the form.
    const waited = emails.flatMap(() => [opens(CAMPUS), opens(CAMPUS)]);
    expect(waited.filter((seconds) => seconds > 0)).toEqual([]);

    const stopped: string[] = [];
    const see = (student: string, what: string) => {
      if (what === "auth.wait" || what === "page") stopped.push(`${student}: ${what}`);
    };
    const student = async (email: string) => {
      const slips = roll();
      // One in six mistypes the password, some twice; a few the e-mail.
      if (slips < 0.17) see(email, await attempt({ email, password: "slip of the hand" }));
      if (slips < 0.05) see(email, await attempt({ email, password: "slip of the hand again" }));
      if (slips > 0.97) see(email, await attempt({ email: `x${email}` }));
      if (opens(CAMPUS) > 0) see(email, "page");
      const result = await attempt({ email });
      see(email, result);
      if (result !== "in") stopped.push(`${email}: ${result}`);
      // From here on counted by account.
      for (let page = 0; page < 12; page += 1)
        if (countPage({ kind: "account", id: email }) > 0) see(email, "page");
    };
    for (let from = 0; from < emails.length; from += 100)
      await Promise.all(emails.slice(from, from + 100).map(student));
    expect(stopped).toEqual([]);
  }, 120_000);
});

describe("an attacker behind one address", () => {
  it("who guesses one account is stopped after five", async () => {
    const { email } = await makeAccount(database.pool, { passwordHash: hash });
    const results = await times(12, (index) => attempt({ email, password: `guess ${index}` }));
    expect(results.filter((code) => code === "auth.does_not_fit")).toHaveLength(5);
    expect(results.at(-1)).toBe("auth.wait");
  });

  it("who tries one password with many accounts is stopped after a hundred", async () => {
    const emails = await makeStudents(database.pool, { count: 160, password: PASSWORD, label: "sprayed" });
    const results = await times(160, (index) =>
      attempt({ email: emails[index] ?? "", password: "Password2026!", ip: "198.51.100.66" }),
    );
    expect(results.filter((code) => code === "auth.does_not_fit")).toHaveLength(100);
    expect(results.at(-1)).toBe("auth.wait");
  });

  it("buys no guesses by signing in with an account of their own in between", async () => {
    const [own = "", ...victims] = await makeStudents(database.pool, {
      count: 161,
      password: PASSWORD,
      label: "insider",
    });
    const results: string[] = [];
    for (const email of victims) {
      await attempt({ email: own, ip: "198.51.100.67" });
      results.push(await attempt({ email, password: "Password2026!", ip: "198.51.100.67" }));
    }
    expect(results.filter((code) => code === "auth.does_not_fit").length).toBeLessThanOrEqual(102);
    expect(results.at(-1)).toBe("auth.wait");
  });

  it("who only opens pages is stopped, and a sign-in of their own does not open the door again and again", async () => {
    const { email } = await makeAccount(database.pool, { passwordHash: hash });
    const ip = "198.51.100.68";
    const { points } = PAGE_POLICIES.address[0];
    const passed = async (count: number) => {
      let through = 0;
      for (let index = 0; index < count; index += 1) {
        if (opens(ip) === 0) through += 1;
        // A request is counted before the next one arrives.
        await new Promise((resolve) => setImmediate(resolve));
      }
      return through;
    };
    expect(await passed(points + 100)).toBe(points);
    await attempt({ email, ip });
    expect(await passed(50)).toBe(GIVEN_BACK_BY_SIGN_IN);
    await attempt({ email, ip });
    expect(await passed(50)).toBe(0);
    expect(opens(ip)).toBeGreaterThan(0);
  });
});

describe("an attacker who wants the owner locked out", () => {
  const lockOut = (email: string) =>
    times(30, (index) => attempt({ email, password: "x", ip: `198.51.100.${100 + index}` }));

  it("does not reach the owner at a browser in which they signed in before", async () => {
    const { email } = await makeAccount(database.pool, { passwordHash: hash });
    const deviceCookie = withAccount(undefined, email);
    expect((await lockOut(email)).at(-1)).toBe("auth.wait");
    expect(await attempt({ email, ip: "192.0.2.1" })).toBe("auth.wait");
    expect(await attempt({ email, ip: "192.0.2.1", deviceCookie })).toBe("in");
    // Also when the owner slips, and when they stand behind the attacker's address.
    expect(await attempt({ email, ip: "198.51.100.101", password: "slip", deviceCookie })).toBe(
      "auth.does_not_fit",
    );
    expect(await attempt({ email, ip: "198.51.100.101", deviceCookie })).toBe("in");
  });

  it("keeps the owner out for a quarter of an hour at any other browser", async () => {
    const { email } = await makeAccount(database.pool, { passwordHash: hash });
    await lockOut(email);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
    vi.setSystemTime(Date.now() + 14 * 60_000);
    expect(await attempt({ email, ip: "192.0.2.1" })).toBe("auth.wait");
    vi.setSystemTime(Date.now() + 2 * 60_000);
    expect(await attempt({ email, ip: "192.0.2.1" })).toBe("in");
  });

  it("wins nothing by a device cookie of another account, a made-up one, or the owner's stolen one", async () => {
    const { email } = await makeAccount(database.pool, { passwordHash: hash });
    const { email: own } = await makeAccount(database.pool, { passwordHash: hash });
    await lockOut(email);
    for (const deviceCookie of [withAccount(undefined, own), "made.up", ""])
      expect(await attempt({ email, ip: "192.0.2.7", deviceCookie })).toBe("auth.wait");
    const stolen = withAccount(undefined, email);
    const results = await times(15, (index) =>
      attempt({ email, ip: `192.0.2.${20 + index}`, password: `guess ${index}`, deviceCookie: stolen }),
    );
    expect(results.filter((code) => code === "auth.does_not_fit")).toHaveLength(10);
    expect(results.at(-1)).toBe("auth.wait");
    // Nor does it wear out the devices of others.
    expect(await attempt({ email, ip: "192.0.2.1", deviceCookie: withAccount(undefined, email) })).toBe("in");
  });
});
