import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "@/lib/platform/env/env";
import { metrics } from "@/lib/platform/observability/metrics";
import { limitsApply } from "@/lib/platform/rate-limit/consume";
import { accountOfCookie } from "@/lib/platform/rate-limit/known-sessions";
import { countPage, type PageCaller } from "@/lib/platform/rate-limit/page-count";
import { answerTooMany } from "@/lib/platform/rate-limit/too-many";
import { addressKey, resolveAddress, trustedList } from "@/lib/platform/security/client-address";
import { cookieValue } from "@/lib/platform/security/cookie-value";
import { deviceCookieName, readDevice } from "@/lib/platform/security/device-cookie";

/** Files of the build and of public/, probes and scrapes: cheap, asked for in bunches, or by machines of the house. */
const FREE =
  /^\/(_next\/static\/|icons\/|(health|health\/(live|ready)|api\/metrics|favicon\.ico|icon\.svg|apple-icon\.png|sw\.js|offline\.html|manifest\.webmanifest)(\?|$))/;

/** Who asks for a page; null when the request is counted elsewhere or not at all. */
export function pageCaller(request: IncomingMessage): PageCaller | null {
  const url = request.url ?? "/";
  if (FREE.test(url)) return null;
  const { headers, socket } = request;
  const { NAGA_URL, NAGA_TRUSTED_PROXIES } = env();
  const session = cookieValue(
    headers.cookie,
    NAGA_URL.startsWith("https:") ? "__Host-naga.session" : "naga.session",
  );
  const account = session && accountOfCookie(session);
  // Routes count who is signed in by policies of their own; strangers are counted here, whatever they ask for.
  if (account) return url.startsWith("/api/") ? null : { kind: "account", id: String(account) };
  const device = readDevice(cookieValue(headers.cookie, deviceCookieName()));
  if (device) return { kind: "device", id: device.id };
  const forwarded = headers["x-forwarded-for"];
  const address = resolveAddress(
    socket.remoteAddress ?? null,
    Array.isArray(forwarded) ? forwarded.join(",") : (forwarded ?? null),
    trustedList(NAGA_TRUSTED_PROXIES),
  );
  return { kind: "address", id: addressKey(address) };
}

/**
 * Counts a request and answers 429 when its caller asked too often. It stands before Next: a page has no way to answer
 * 429, and who asks too often must cost nothing. @returns whether it was answered
 */
export function turnedAway(request: IncomingMessage, response: ServerResponse): boolean {
  if (!limitsApply()) return false;
  const caller = pageCaller(request);
  const seconds = caller ? countPage(caller) : 0;
  if (!caller || seconds === 0) return false;
  metrics().rateLimited.inc({ policy: `page-${caller.kind}` });
  answerTooMany(request, response, seconds);
  return true;
}
