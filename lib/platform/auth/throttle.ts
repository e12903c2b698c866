import "server-only";
import type { RateLimiterAbstract } from "rate-limiter-flexible";
import { metrics } from "@/lib/platform/observability/metrics";
import { limitsApply } from "@/lib/platform/rate-limit/consume";
import { giveBackPages } from "@/lib/platform/rate-limit/page-count";
import { GIVEN_BACK_BY_SIGN_IN } from "@/lib/platform/rate-limit/policies";
import { giveBack, limiter, waitOf } from "@/lib/platform/rate-limit/store";
import { addressKey } from "@/lib/platform/security/client-address";
import { deviceOf } from "@/lib/platform/security/device-cookie";

const MINUTES = 60;

/**
 * Failed sign-ins, counted four ways (domain.md 11.4). One address that guesses one account is stopped first; an
 * account that many addresses guess, and an address that guesses many accounts, have room enough for honest slips:
 * a whole campus may stand behind one address. A browser in which the account signed in before has an allowance of
 * its own, so that nobody locks the owner out by guessing.
 */
const guards = {
  device: () => limiter("sign-in:device", 10, 10 * MINUTES, 10 * MINUTES),
  pair: () => limiter("sign-in:pair", 5, 10 * MINUTES, 10 * MINUTES),
  account: () => limiter("sign-in:account", 20, 60 * MINUTES, 15 * MINUTES),
  address: () => limiter("sign-in:address", 100, 10 * MINUTES, 10 * MINUTES),
};

/** Who was credited to an address lately; each account counts once, so that one own account buys no guesses. */
const credited = () => limiter("sign-in:credited", 1, 10 * MINUTES);
/** Guesses of an address that one honest sign-in makes up for: who mistypes mostly gets in afterwards. */
const SLIPS_PER_SIGN_IN = 2;

/** An attempt to prove a password: for whom, from where, and the device cookie that came with it. */
export type Attempt = { email: string; ip: string; deviceCookie?: string | undefined };

/** An attempt that may be judged, or must wait. It counts as failed until it is told how it ended. */
export type Place = {
  /** Seconds to wait; 0 when the attempt may be judged. */
  wait: number;
  /** It was a guess. */
  failed: () => Promise<void>;
  /** It was none: an error of ours, or the password was right and something else was missing. */
  innocent: () => Promise<void>;
  /** The password was right: what this pair got wrong before is forgotten. */
  succeeded: () => Promise<void>;
};

type Counted = { counter: RateLimiterAbstract; key: string };

function counted({ email, ip, deviceCookie }: Attempt) {
  const account = email.trim().toLowerCase();
  const address = addressKey(ip);
  const device = deviceOf(deviceCookie, account);
  return {
    device: device === null ? null : { counter: guards.device(), key: `${account}|${device}` },
    pair: { counter: guards.pair(), key: `${account}|${address}` },
    account: { counter: guards.account(), key: account },
    address: { counter: guards.address(), key: address },
  };
}

/** Takes a point; the milliseconds to wait when there is none left, 0 otherwise. */
async function take({ counter, key }: Counted): Promise<number> {
  try {
    await counter.consume(key);
    return 0;
  } catch (refused) {
    return waitOf(refused);
  }
}

/**
 * Milliseconds for which a key is stopped, without taking a point. A counter stops with the point too many, so one that
 * is only used up says nothing yet, and `take` stops it for its time; but no point is taken of an address beforehand.
 */
async function leftOf({ counter, key }: Counted, full = counter.points + 1): Promise<number> {
  const state = await counter.get(key);
  return state !== null && state.consumedPoints >= full ? Math.max(0, state.msBeforeNext) : 0;
}

const nothing = async () => undefined;
const free: Place = { wait: 0, failed: nothing, innocent: nothing, succeeded: nothing };

/**
 * Asked before the password is looked at. The attempt takes its place at once: otherwise hundreds at the same moment
 * would be judged before the first of them was counted. The address alone is counted afterwards, by `failed`, since a
 * campus that signs in all at once stands behind it.
 */
export async function takePlace(attempt: Attempt): Promise<Place> {
  if (!limitsApply()) return free;
  const { device, pair, account, address } = counted(attempt);
  if (device && (await leftOf(device)) === 0 && (await take(device)) === 0) {
    return {
      wait: 0,
      failed: nothing,
      innocent: async () => void (await device.counter.reward(device.key, 1)),
      succeeded: async () => void (await device.counter.delete(device.key)),
    };
  }
  const left = [leftOf(pair), leftOf(account), leftOf(address, address.counter.points)];
  let longest = Math.max(...(await Promise.all(left)));
  // One after the other: what one guard refuses takes no point of the next.
  for (const each of [pair, account]) if (longest === 0) longest = await take(each);
  if (longest > 0) {
    metrics().rateLimited.inc({ policy: "sign-in" });
    return { ...free, wait: Math.ceil(longest / 1000) };
  }
  return {
    wait: 0,
    failed: async () => void (await take(address)),
    innocent: async () => {
      await Promise.all([pair, account].map(({ counter, key }) => counter.reward(key, 1)));
    },
    succeeded: async () => {
      await Promise.all([pair.counter.delete(pair.key), account.counter.reward(account.key, 1)]);
    },
  };
}

/**
 * Somebody signed in, by whatever way: the address behind which they stand gets back what they cost it as strangers.
 * So a campus of honest people never runs out, however large, and an address from which nobody signs in does.
 */
export async function creditSignIn({ email, ip }: Attempt): Promise<void> {
  if (!limitsApply()) return;
  const { account, address } = counted({ email, ip });
  if ((await take({ counter: credited(), key: `${address.key}|${account.key}` })) > 0) return;
  await Promise.all([
    giveBack(address.counter, address.key, SLIPS_PER_SIGN_IN),
    giveBackPages({ kind: "address", id: address.key }, GIVEN_BACK_BY_SIGN_IN),
  ]);
}
