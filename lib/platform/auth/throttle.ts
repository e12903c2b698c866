import "server-only";
import { RateLimiterRes } from "rate-limiter-flexible";
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

function counted({ email, ip }: Attempt) {
  const account = email.trim().toLowerCase();
  const address = addressKey(ip);
  return {
    pair: { counter: guards.pair(), key: `${account}|${address}` },
    account: { counter: guards.account(), key: account },
    address: { counter: guards.address(), key: address },
  };
}

type Counted = ReturnType<typeof counted>["pair"];

/** Takes a point; the milliseconds to wait when there is none left, 0 otherwise. */
async function take({ counter, key }: Counted): Promise<number> {
  try {
    await counter.consume(key);
    return 0;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return Math.max(1, refused.msBeforeNext);
  }
}

async function leftOf({ counter, key }: Counted): Promise<number> {
  const state = await counter.get(key);
  return state !== null && state.consumedPoints >= counter.points ? Math.max(1, state.msBeforeNext) : 0;
}

/**
 * Seconds to wait, 0 when the attempt may be judged. Asked before the password is looked at, and the attempt counts
 * as failed from then on until `forgetFailures` or `uncount`: otherwise hundreds at once would be judged before the
 * first of them was counted. The address alone is counted by `countFailure`, since a campus that signs in all at once
 * stands behind it.
 */
export async function secondsToWait(attempt: Attempt): Promise<number> {
  if (!limitsApply()) return 0;
  const { pair, account, address } = counted(attempt);
  let longest = Math.max(...(await Promise.all([pair, account, address].map(leftOf))));
  // One after the other: what one guard refuses takes no point of the next.
  for (const each of [pair, account]) if (longest === 0) longest = await take(each);
  if (longest > 0) metrics().rateLimited.inc({ policy: "sign-in" });
  return Math.ceil(longest / 1000);
}

/** Counts a failed attempt for its address too, also for an e-mail that nobody has. */
export async function countFailure(attempt: Attempt): Promise<void> {
  if (limitsApply()) await take(counted(attempt).address);
}

/** Gives back what `secondsToWait` took, for an attempt that was no guess. */
export async function uncount(attempt: Attempt): Promise<void> {
  if (!limitsApply()) return;
  const { pair, account } = counted(attempt);
  await Promise.all([pair, account].map(({ counter, key }) => counter.reward(key, 1)));
}

/** Forgets the failures of this account from this address after it signed in. */
export async function forgetFailures(attempt: Attempt): Promise<void> {
  if (!limitsApply()) return;
  const { pair, account } = counted(attempt);
  await Promise.all([pair.counter.delete(pair.key), account.counter.reward(account.key, 1)]);
}
