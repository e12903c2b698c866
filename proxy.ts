import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/platform/env/env";
import { NONCE_HEADER, PATH_HEADER, REQUEST_ID_HEADER } from "@/lib/platform/security/header-names";
import {
  contentSecurityPolicy,
  hstsHeader,
  ROUTE_CONTENT_SECURITY_POLICY,
} from "@/lib/platform/security/headers";
import { isMutation, isOwnOrigin } from "@/lib/platform/security/origin";
import { givenRequestId } from "@/lib/platform/security/request-id";

/**
 * Runs before every page, action and JSON route, and decides nothing about rights: it gives the answer a nonce, a
 * reference and its policy, and turns away mutations that come from another site. Uploads go past it, because a body
 * that passes here is cut at 10 MB; their route makes its own reference and checks the Origin itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const { KEYCLOAK_ISSUER, NAGA_URL, NODE_ENV } = env();
  const tls = NAGA_URL.startsWith("https:");
  const isRoute = /^\/(api|health)(\/|$)/.test(request.nextUrl.pathname);
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString("base64");
  const requestId = givenRequestId(request.headers) ?? crypto.randomUUID();
  const policy = isRoute
    ? ROUTE_CONTENT_SECURITY_POLICY
    : contentSecurityPolicy({
        nonce,
        tls,
        development: NODE_ENV === "development",
        identityProvider: KEYCLOAK_ISSUER && new URL(KEYCLOAK_ISSUER).origin,
      });

  const response =
    refusal(request) ??
    NextResponse.next({ request: { headers: forwarded(request, nonce, requestId, policy) } });

  response.headers.set("content-security-policy", policy);
  response.headers.set(REQUEST_ID_HEADER, requestId);
  if (tls) response.headers.set(...hstsHeader);
  return response;
}

/**
 * What is turned away before anything looks at it: mutations of other sites, and a character that no text may hold.
 * Keycloak's logout has no Origin; its signed token is its credential, and it reads no cookie (ADR 6).
 */
function refusal(request: NextRequest): NextResponse | null {
  const isMachine = request.nextUrl.pathname === "/api/auth/backchannel-logout";
  if (!isMachine && isMutation(request.method) && !isOwnOrigin(request.headers, env().NAGA_URL)) {
    return new NextResponse("Refused: this request comes from another site.\n", { status: 403 });
  }
  // PostgreSQL keeps no U+0000, so that every filter and every id would end in an error of the server.
  if (`${request.nextUrl.pathname}${request.nextUrl.search}`.includes("%00")) {
    return new NextResponse("Refused: this address holds a character that no text may hold.\n", {
      status: 400,
    });
  }
  return null;
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
  // Whole names: an address that only begins like one of them is a page that is not there, and wants its policy.
  matcher: [
    "/((?!_next/static/|api/uploads$|api/metrics$|health$|health/live$|health/ready$|icons/[\\w-]+\\.(?:png|svg)$|favicon\\.ico$|icon\\.svg$|apple-icon\\.png$|sw\\.js$|manifest\\.webmanifest$).*)",
  ],
};
