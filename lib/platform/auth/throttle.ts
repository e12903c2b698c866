import "server-only";
import { type RateLimiterAbstract, RateLimiterRes } from "rate-limiter-flexible";
import { metrics } from "@/lib/platform/observability/metrics";
import { limitsApply } from "@/lib/platform/rate-limit/consume";
import { limiter } from "@/lib/platform/rate-limit/store";
import { addressKey } from "@/lib/platform/security/client-address";

const MINUTES = 60;

/**
 * Failed sign-ins, counted three ways (domain.md 11.4). One address that guesses one account is stopped first; an
 * account that many addresses guess, and an address that guesses many accounts, have room enough for honest slips:
 * a whole campus may stand behind one address.
 */
const guards = {
  pair: () => limiter("sign-in:pair", 5, 10 * MINUTES, 10 * MINUTES),
  account: () => limiter("sign-in:account", 20, 60 * MINUTES, 15 * MINUTES),
  address: () => limiter("sign-in:address", 100, 10 * MINUTES, 10 * MINUTES),
};

type Attempt = { email: string; ip: string };

function counted({ email, ip }: Attempt): { counter: RateLimiterAbstract; key: string }[] {
  const account = email.trim().toLowerCase();
  const address = addressKey(ip);
  return [
    { counter: guards.pair(), key: `${account}|${address}` },
    { counter: guards.account(), key: account },
    { counter: guards.address(), key: address },
  ];
}

/** Seconds until this attempt may be tried, 0 for now. It is asked before the password is looked at. */
export async function secondsToWait(attempt: Attempt): Promise<number> {
  if (!limitsApply()) return 0;
  const states = await Promise.all(
    counted(attempt).map(async ({ counter, key }) => {
      const state = await counter.get(key);
      return state !== null && state.consumedPoints >= counter.points ? state.msBeforeNext : 0;
    }),
  );
  const longest = Math.max(...states);
  if (longest > 0) metrics().rateLimited.inc({ policy: "sign-in" });
  return Math.ceil(longest / 1000);
}

/** Counts a failed attempt, also for an e-mail that nobody has. */
export async function countFailure(attempt: Attempt): Promise<void> {
  if (!limitsApply()) return;
  for (const { counter, key } of counted(attempt)) {
    await counter.consume(key).catch((refused: unknown) => {
      if (!(refused instanceof RateLimiterRes)) throw refused;
    });
  }
}

/** Forgets the failures of this account from this address after it signed in. */
export async function forgetFailures(attempt: Attempt): Promise<void> {
  const [pair] = counted(attempt);
  await pair?.counter.delete(pair.key);
}
