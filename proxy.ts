import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/platform/env/env";
import { comesThroughProxy } from "@/lib/platform/security/client-address";
import {
  contentSecurityPolicy,
  hstsHeader,
  ROUTE_CONTENT_SECURITY_POLICY,
} from "@/lib/platform/security/headers";
import { isMutation, isOwnOrigin } from "@/lib/platform/security/origin";
import { NONCE_HEADER, PATH_HEADER, REQUEST_ID_HEADER } from "@/lib/platform/security/request-headers";

const REQUEST_ID = /^[\w-]{8,64}$/;

/**
 * Runs before every page, action and JSON route, and decides nothing about rights: it gives the answer a nonce, a
 * reference and its policy, and turns away mutations that come from another site. Uploads go past it, because a body
 * that passes here is cut at 10 MB; their route makes its own reference and checks the Origin itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const { NAGA_URL, NODE_ENV } = env();
  const tls = NAGA_URL.startsWith("https:");
  const isRoute = /^\/(api|health)(\/|$)/.test(request.nextUrl.pathname);
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString("base64");
  const requestId = knownRequestId(request.headers) ?? crypto.randomUUID();
  const policy = isRoute
    ? ROUTE_CONTENT_SECURITY_POLICY
    : contentSecurityPolicy({ nonce, tls, development: NODE_ENV === "development" });

  const response =
    isMutation(request.method) && !isOwnOrigin(request.headers, NAGA_URL)
      ? new NextResponse("Refused: this request comes from another site.\n", { status: 403 })
      : NextResponse.next({ request: { headers: forwarded(request, nonce, requestId, policy) } });

  response.headers.set("content-security-policy", policy);
  response.headers.set(REQUEST_ID_HEADER, requestId);
  if (tls) response.headers.set(...hstsHeader);
  return response;
}

/** A proxy in front may have numbered the request already; anything else in the header is a client's invention. */
function knownRequestId(headers: Headers): string | undefined {
  const given = headers.get(REQUEST_ID_HEADER);
  return given && REQUEST_ID.test(given) && comesThroughProxy(headers) ? given : undefined;
}

function forwarded(request: NextRequest, nonce: string, requestId: string, policy: string): Headers {
  const headers = new Headers(request.headers);
  headers.delete("x-middleware-subrequest");
  headers.set(NONCE_HEADER, nonce);
  headers.set(REQUEST_ID_HEADER, requestId);
  headers.set(PATH_HEADER, `${request.nextUrl.pathname}${request.nextUrl.search}`);
  // Next reads the nonce for its own scripts from the policy on the request.
  headers.set("content-security-policy", policy);
  return headers;
}

export const config = {
  matcher: [
    "/((?!_next/static|_next/image|api/uploads|api/metrics|health|icons/|fonts/|favicon.ico|icon|apple-icon|sw.js|manifest.webmanifest|robots.txt).*)",
  ],
};
