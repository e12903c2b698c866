import "server-only";
import { Redis } from "ioredis";
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis } from "rate-limiter-flexible";
import { env } from "@/lib/platform/env/env";
import { logger } from "@/lib/platform/observability/logger";

type Kept = { redis: Redis | null | undefined; limiters: Map<string, RateLimiterAbstract> };
type Holder = { [key: symbol]: Kept | undefined };
const key = Symbol.for("naga.rate-limits");

/** A Redis that hangs is as good as lost: nobody waits longer for a count. */
const PATIENCE_MS = 200;

function kept(): Kept {
  const holder = globalThis as Holder;
  holder[key] ??= { redis: undefined, limiters: new Map() };
  return holder[key];
}

function redis(): Redis | null {
  const state = kept();
  if (state.redis !== undefined) return state.redis;
  const url = env().REDIS_URL;
  state.redis = url
    ? new Redis(url, {
        enableOfflineQueue: false,
        maxRetriesPerRequest: 1,
        connectTimeout: 2_000,
        commandTimeout: PATIENCE_MS,
        retryStrategy: (times) => Math.min(times * 200, 5_000),
      })
    : null;
  state.redis?.on("error", (error) => logger.warn({ err: error }, "redis: rate limits count in process"));
  return state.redis;
}

/** Whether several instances share their counts. */
export function isShared(): boolean {
  return redis() !== null;
}

/**
 * The counter of a name, made once per process: `points` in `seconds`, then refused for `blockSeconds`. It counts in
 * Redis where there is one (several instances share it) and in process otherwise, also while Redis is lost.
 */
export function limiter(
  name: string,
  points: number,
  seconds: number,
  blockSeconds = 0,
): RateLimiterAbstract {
  const { limiters } = kept();
  const existing = limiters.get(name);
  if (existing) return existing;
  const options = { keyPrefix: `naga:limit:${name}`, points, duration: seconds, blockDuration: blockSeconds };
  const inProcess = new RateLimiterMemory(options);
  const client = redis();
  const made = client
    ? new RateLimiterRedis({ ...options, storeClient: client, insuranceLimiter: inProcess })
    : inProcess;
  limiters.set(name, made);
  return made;
}

/** Milliseconds until the next try when a counter refused; whatever else was thrown is thrown on. */
export function waitOf(thrown: unknown): number {
  // By its shape: Next may give whoever made the counter another copy of the library.
  const wait = (thrown as { msBeforeNext?: unknown } | null)?.msBeforeNext;
  if (typeof wait !== "number") throw thrown;
  return Math.max(1, wait);
}

/** Gives points back, never more than were taken: what was earned is not saved up for later. */
export async function giveBack(counter: RateLimiterAbstract, key: string, points: number): Promise<void> {
  const taken = (await counter.get(key))?.consumedPoints ?? 0;
  if (taken > 0) await counter.reward(key, Math.min(points, taken));
}

/** Forgets every count of this process and its connection; for tests. */
export function resetLimits(): void {
  const state = kept();
  state.redis?.disconnect();
  state.redis = undefined;
  state.limiters.clear();
}
