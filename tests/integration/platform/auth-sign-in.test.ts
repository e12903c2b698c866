import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { hashPassword } from "@/lib/platform/auth/password";
import { listPersonas } from "@/lib/platform/auth/personas";
import { signInAsPersona, signInWithPassword } from "@/lib/platform/auth/sign-in";
import { forgetEnv } from "@/lib/platform/env/env";
import { resetLimits } from "@/lib/platform/rate-limit/store";
import { makeAccount } from "@/tests/factories/account";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

const PASSWORD = "the river rises in september";
const client = (ip = "203.0.113.1") => ({ ip, userAgent: "test" });

let database: TestDatabase;
let hash: string;

beforeAll(async () => {
  database = await createTestDatabase();
  hash = await hashPassword(PASSWORD);
});
afterAll(() => database.close());
beforeEach(() => resetLimits());

async function refusal(attempt: Promise<unknown>) {
  const error = await attempt.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error as { kind: string; code: string; retryAfter?: number } | null;
}

async function lastResult(email: string) {
  const { rows } = await database.pool.query<{ result: string; ip: string; account_id: number | null }>(
    "SELECT result, ip, account_id FROM sign_in_event WHERE email = $1::citext ORDER BY id DESC LIMIT 1",
    [email],
  );
  return rows[0];
}

describe("signing in with a password", () => {
  it("gives the account, whatever the case of the e-mail", async () => {
    const account = await makeAccount(database.pool, { passwordHash: hash });
    const credentials = { email: ` ${account.email.toUpperCase()} `, password: PASSWORD };
    expect(await signInWithPassword(credentials, client())).toBe(account.id);
    expect(await lastResult(account.email)).toMatchObject({ result: "success", account_id: account.id });
  });

  it("answers alike to an unknown e-mail, a wrong password, a disabled account and one without a password", async () => {
    const right = await makeAccount(database.pool, { passwordHash: hash });
    const disabled = await makeAccount(database.pool, { passwordHash: hash, status: "DISABLED" });
    const without = await makeAccount(database.pool);
    const tries = [
      { email: "nobody@test.naga.example", password: PASSWORD, result: "unknown_email" },
      { email: right.email, password: "not that one at all", result: "wrong_password" },
      { email: disabled.email, password: PASSWORD, result: "disabled" },
      { email: without.email, password: PASSWORD, result: "wrong_password" },
    ];
    for (const { email, password, result } of tries) {
      const error = await refusal(signInWithPassword({ email, password }, client()));
      expect(error).toMatchObject({ kind: "unauthenticated", code: "auth.does_not_fit" });
      expect((await lastResult(email))?.result).toBe(result);
    }
  });

  it("takes as long for who does not exist", async () => {
    const time = async (email: string) => {
      const start = performance.now();
      await refusal(signInWithPassword({ email, password: "wrong password" }, client("203.0.113.77")));
      return performance.now() - start;
    };
    await time("warm-up@test.naga.example");
    // The best of several: what else the machine does only ever adds, and on a busy one it takes more of them.
    let [known, unknown] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    const apart = () => Math.max(known, unknown) / Math.min(known, unknown);
    for (let i = 0; i < 4 || (i < 20 && apart() >= 2.5); i += 1) {
      const account = await makeAccount(database.pool, { passwordHash: hash });
      known = Math.min(known, await time(account.email));
      unknown = Math.min(unknown, await time(`ghost-${i}@test.naga.example`));
    }
    expect(apart()).toBeLessThan(2.5);
  });

  it("tells who proved the password, and nobody else, that no role is held", async () => {
    const account = await makeAccount(database.pool, { passwordHash: hash, role: null });
    const wrong = await refusal(
      signInWithPassword({ email: account.email, password: "wrong one" }, client()),
    );
    expect(wrong?.code).toBe("auth.does_not_fit");
    const right = await refusal(signInWithPassword({ email: account.email, password: PASSWORD }, client()));
    expect(right?.code).toBe("auth.no_role");
  });
});

describe("throttling", () => {
  it("stops one address that guesses one account after five, also with the right password, and nobody else", async () => {
    const account = await makeAccount(database.pool, { passwordHash: hash });
    for (let i = 0; i < 5; i += 1) {
      const guess = await refusal(
        signInWithPassword({ email: account.email, password: `no ${i}` }, client()),
      );
      expect(guess?.code).toBe("auth.does_not_fit");
    }
    const stopped = await refusal(signInWithPassword({ email: account.email, password: PASSWORD }, client()));
    expect(stopped).toMatchObject({ kind: "rate_limited", code: "auth.wait" });
    expect(stopped?.retryAfter).toBeGreaterThan(60);
    expect((await lastResult(account.email))?.result).toBe("throttled");
    // The owner at home still gets in.
    expect(
      await signInWithPassword({ email: account.email, password: PASSWORD }, client("198.51.100.5")),
    ).toBe(account.id);
  });

  it("judges no more guesses when all of them come at once", async () => {
    const account = await makeAccount(database.pool, { passwordHash: hash });
    const guesses = Array.from({ length: 40 }, (_, i) =>
      refusal(signInWithPassword({ email: account.email, password: `no ${i}` }, client())),
    );
    const codes = (await Promise.all(guesses)).map((error) => error?.code);
    expect(codes.filter((code) => code === "auth.does_not_fit")).toHaveLength(5);
    expect(codes.filter((code) => code === "auth.wait")).toHaveLength(35);
  });

  it("lets a campus behind one address in, all at once", async () => {
    const accounts = await Promise.all(
      Array.from({ length: 30 }, () => makeAccount(database.pool, { passwordHash: hash })),
    );
    // Each of them twice, as who presses the button twice.
    const ids = await Promise.all(
      [...accounts, ...accounts].map(({ email }) =>
        signInWithPassword({ email, password: PASSWORD }, client()),
      ),
    );
    expect(ids.slice(0, 30)).toEqual(accounts.map(({ id }) => id));
  });

  it("counts no attempt against who proved the password", async () => {
    const account = await makeAccount(database.pool, { passwordHash: hash });
    const right = { email: account.email, password: PASSWORD };
    for (let i = 0; i < 25; i += 1) expect(await signInWithPassword(right, client())).toBe(account.id);
  });

  it("treats an unknown e-mail the same", async () => {
    const attempt = () =>
      refusal(signInWithPassword({ email: "ghost@test.naga.example", password: "x" }, client()));
    for (let i = 0; i < 5; i += 1) await attempt();
    expect((await attempt())?.code).toBe("auth.wait");
  });

  it("stops many addresses that guess one account", async () => {
    const email = "popular@test.naga.example";
    for (let i = 0; i < 20; i += 1) {
      await refusal(signInWithPassword({ email, password: "x" }, client(`198.51.100.${i}`)));
    }
    const next = await refusal(signInWithPassword({ email, password: "x" }, client("198.51.100.99")));
    expect(next?.code).toBe("auth.wait");
  });

  it("counts an IPv6 subscriber once", async () => {
    const email = "v6@test.naga.example";
    for (let i = 1; i <= 5; i += 1) {
      await refusal(signInWithPassword({ email, password: "x" }, client(`2001:db8::${i}`)));
    }
    const next = await refusal(signInWithPassword({ email, password: "x" }, client("2001:db8::ffff")));
    expect(next?.code).toBe("auth.wait");
  });

  it("forgets slips after a success", async () => {
    const account = await makeAccount(database.pool, { passwordHash: hash });
    for (let round = 0; round < 3; round += 1) {
      for (let i = 0; i < 4; i += 1) {
        await refusal(signInWithPassword({ email: account.email, password: "slip" }, client()));
      }
      const right = { email: account.email, password: PASSWORD };
      expect(await signInWithPassword(right, client())).toBe(account.id);
    }
  });
});

describe("personas", () => {
  it("are offered one per role and sign in without a password in test", async () => {
    const first = await makeAccount(database.pool, { persona: true, role: "teacher" });
    await makeAccount(database.pool, { persona: true, role: "teacher" });
    await makeAccount(database.pool, { persona: true, role: "registrar", status: "DISABLED" });
    const personas = await listPersonas();
    expect(personas.map((persona) => [persona.role, persona.email])).toEqual([["teacher", first.email]]);
    expect(await signInAsPersona(first.email, client())).toBe(first.id);
    expect((await lastResult(first.email))?.result).toBe("persona");
  });

  it("are no way into a real account", async () => {
    const real = await makeAccount(database.pool, { passwordHash: hash });
    expect((await refusal(signInAsPersona(real.email, client())))?.code).toBe("auth.persona_refused");
    expect((await lastResult(real.email))?.result).toBe("persona_refused");
  });

  it.each(["staging", "evaluation", "migration", "production"])("are refused in %s", async (environment) => {
    const { email } = await makeAccount(database.pool, { persona: true, role: "student" });
    vi.stubEnv("NAGA_ENV", environment);
    vi.stubEnv("NAGA_URL", "https://sis.naga.example");
    vi.stubEnv("NAGA_METRICS_TOKEN", "0123456789abcdef");
    vi.stubEnv("NEXT_SERVER_ACTIONS_ENCRYPTION_KEY", "0123456789abcdef");
    forgetEnv();
    try {
      expect(await listPersonas()).toEqual([]);
      expect((await refusal(signInAsPersona(email, client())))?.code).toBe("auth.persona_refused");
    } finally {
      vi.unstubAllEnvs();
      forgetEnv();
    }
  });

  it("are refused on a database with real data, whatever the environment says", async () => {
    const { email } = await makeAccount(database.pool, { persona: true, role: "student" });
    await database.pool.query(
      `INSERT INTO environment_marker (id, environment, data_class) VALUES (1, 'local', 'REAL')
       ON CONFLICT (id) DO UPDATE SET data_class = 'REAL'`,
    );
    try {
      expect(await listPersonas()).toEqual([]);
      expect((await refusal(signInAsPersona(email, client())))?.code).toBe("auth.persona_refused");
    } finally {
      await database.pool.query("UPDATE environment_marker SET data_class = 'DEMO'");
    }
  });
});
