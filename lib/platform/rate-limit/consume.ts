import "server-only";
import { RateLimiterRes } from "rate-limiter-flexible";
import type { Actor } from "@/lib/platform/access/actor";
import { env } from "@/lib/platform/env/env";
import { AppError } from "@/lib/platform/errors";
import { metrics } from "@/lib/platform/observability/metrics";
import { POLICIES, type PolicyName } from "@/lib/platform/rate-limit/policies";
import { limiter } from "@/lib/platform/rate-limit/store";
import { addressKey, clientAddress } from "@/lib/platform/security/client-address";

const ADDRESS = "address:";

/** Who is counted: the account when signed in, otherwise the trusted client address. */
export function limitKey(actor: Actor | null, headers: Headers): string {
  if (actor?.kind === "account") return `account:${actor.accountId}`;
  return `${ADDRESS}${addressKey(clientAddress(headers))}`;
}

/** Whether limits are counted at all; benchmarks and tests may switch them off, nothing that serves real people may. */
export function limitsApply(): boolean {
  const { NAGA_ENV, NAGA_RATE_LIMITS } = env();
  return !(NAGA_RATE_LIMITS === "off" && (NAGA_ENV === "local" || NAGA_ENV === "test"));
}

/**
 * Counts one request of `key` (see `limitKey`) under the policy. Throws `rate_limited` "platform.rate_limited" with
 * the seconds until the next try makes sense.
 */
export async function consume(policy: PolicyName, key: string): Promise<void> {
  if (!limitsApply()) return;
  const { signedIn, anonymous, seconds } = POLICIES[policy];
  const isAddress = key.startsWith(ADDRESS);
  const counter = limiter(
    `${policy}:${isAddress ? "anonymous" : "account"}`,
    isAddress ? anonymous : signedIn,
    seconds,
  );
  try {
    await counter.consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    metrics().rateLimited.inc({ policy });
    const retryAfter = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw new AppError("rate_limited", "platform.rate_limited", {
      retryAfter,
      params: { seconds: retryAfter },
    });
  }
}
