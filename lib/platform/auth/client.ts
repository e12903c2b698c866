import { clientAddress } from "@/lib/platform/security/client-address";
import { cookieValue } from "@/lib/platform/security/cookie-value";
import { deviceCookieName } from "@/lib/platform/security/device-cookie";

/** The browser at the other end, as it is written beside sessions and sign-ins; its device cookie is for the throttle. */
export type Client = { ip: string; userAgent: string | null; deviceCookie?: string | undefined };

/** Longest user agent that is kept; the rest says nothing to a person. */
const USER_AGENT_MAX = 300;

/** Reads the client of a request; the address is the trusted one. */
export function clientOf(headers: Headers): Client {
  return {
    ip: clientAddress(headers),
    userAgent: headers.get("user-agent")?.slice(0, USER_AGENT_MAX) ?? null,
    deviceCookie: cookieValue(headers.get("cookie"), deviceCookieName()),
  };
}
