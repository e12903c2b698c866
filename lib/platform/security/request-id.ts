import { comesThroughProxy } from "@/lib/platform/security/client-address";
import { NONCE_HEADER, REQUEST_ID_HEADER } from "@/lib/platform/security/header-names";
import type { ReadHeaders } from "@/lib/platform/security/origin";

const REQUEST_ID = /^[\w-]{8,64}$/;

/** A proxy in front may have numbered the request already; anything else in the header is a client's invention. */
export function givenRequestId(headers: ReadHeaders): string | undefined {
  const given = headers.get(REQUEST_ID_HEADER);
  return given && REQUEST_ID.test(given) && comesThroughProxy(headers) ? given : undefined;
}

/** The reference of a request in a route: what proxy.ts gave it, and where that does not run, a new one. */
export function requestIdOf(headers: Headers): string {
  const numbered = headers.has(NONCE_HEADER) ? headers.get(REQUEST_ID_HEADER) : givenRequestId(headers);
  return numbered ?? crypto.randomUUID();
}
