import "server-only";
import { Redis } from "ioredis";
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis } from "rate-limiter-flexible";
import { env } from "@/lib/platform/env/env";
import { logger } from "@/lib/platform/observability/logger";

type Kept = { redis: Redis | null | undefined; limiters: Map<string, RateLimiterAbstract> };
type Holder = { [key: symbol]: Kept | undefined };
const key = Symbol.for("naga.rate-limits");

function kept(): Kept {
  const holder = globalThis as Holder;
  holder[key] ??= { redis: undefined, limiters: new Map() };
  return holder[key];
}

function redis(): Redis | null {
  const state = kept();
  if (state.redis !== undefined) return state.redis;
  const url = env().REDIS_URL;
  state.redis = url ? new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1 }) : null;
  state.redis?.on("error", (error) => logger.warn({ err: error }, "redis: rate limits count in process"));
  return state.redis;
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

/** Forgets every count of this process; for tests. */
export function resetLimits(): void {
  kept().limiters.clear();
}
