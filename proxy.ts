import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/platform/env/env";
import { admit } from "@/lib/platform/security/admit";
import { NONCE_HEADER, PATH_HEADER, REQUEST_ID_HEADER } from "@/lib/platform/security/header-names";
import { hstsHeader } from "@/lib/platform/security/headers";

/**
 * The front door where the HTTP server is not ours (Vercel). Everywhere else `front-door-look.ts` has opened it before
 * Next saw the request, and this is passed by: it costs a page 0.7 ms (ADR 4).
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const door = admit({
    method: request.method,
    path: pathname,
    address: `${pathname}${search}`,
    headers: request.headers,
  });
  const response = door.refusal
    ? new NextResponse(door.refusal.text, {
        status: door.refusal.status,
        headers: { "cache-control": "private, no-store" },
      })
    : NextResponse.next({ request: { headers: forwarded(request, door) } });
  response.headers.set("content-security-policy", door.policy);
  response.headers.set(REQUEST_ID_HEADER, door.requestId);
  if (env().NAGA_URL.startsWith("https:")) response.headers.set(...hstsHeader);
  return response;
}

function forwarded(
  request: NextRequest,
  { nonce, requestId, policy }: { nonce: string; requestId: string; policy: string },
): Headers {
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
    {
      // Whole names: an address that only begins like one of them is a page that is not there, and wants its policy.
      // Uploads go past it, because a body that passes here is cut at 10 MB; their route checks the Origin itself.
      source:
        "/((?!_next/static/|api/uploads$|api/metrics$|health$|health/live$|health/ready$|icons/[\\w-]+\\.(?:png|svg)$|favicon\\.ico$|icon\\.svg$|apple-icon\\.png$|sw\\.js$|manifest\\.webmanifest$).*)",
      // Only our own server sets it, having thrown away what a client sent.
      missing: [{ type: "header", key: "x-nonce" }],
    },
  ],
};
