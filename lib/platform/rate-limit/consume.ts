import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { env } from "@/lib/platform/env/env";
import { AppError } from "@/lib/platform/errors";
import { metrics } from "@/lib/platform/observability/metrics";
import { POLICIES, type Policy, type PolicyName } from "@/lib/platform/rate-limit/policies";
import { limiter, waitOf } from "@/lib/platform/rate-limit/store";
import { addressKey, clientAddress } from "@/lib/platform/security/client-address";
import { cookieValue } from "@/lib/platform/security/cookie-value";
import { deviceCookieName, readDevice } from "@/lib/platform/security/device-cookie";

/** Who is counted: the account when signed in, otherwise a browser that was, otherwise the trusted client address. */
export function limitKey(actor: Actor | null, headers: Headers): string {
  if (actor?.kind === "account") return `account:${actor.accountId}`;
  const device = readDevice(cookieValue(headers.get("cookie"), deviceCookieName()));
  return device ? `device:${device.id}` : `address:${addressKey(clientAddress(headers))}`;
}

function pointsOf(policy: PolicyName, kind: string): number {
  const { signedIn, anonymous, address = anonymous }: Policy = POLICIES[policy];
  if (kind === "account") return signedIn;
  return kind === "device" ? anonymous : address;
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
  const [kind = ""] = key.split(":", 1);
  const counter = limiter(`${policy}:${kind}`, pointsOf(policy, kind), POLICIES[policy].seconds);
  try {
    await counter.consume(key);
  } catch (refused) {
    const retryAfter = Math.ceil(waitOf(refused) / 1000);
    metrics().rateLimited.inc({ policy });
    throw new AppError("rate_limited", "platform.rate_limited", {
      retryAfter,
      params: { seconds: retryAfter },
    });
  }
}
