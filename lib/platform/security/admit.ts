import { env } from "@/lib/platform/env/env";
import { contentSecurityPolicy, ROUTE_CONTENT_SECURITY_POLICY } from "@/lib/platform/security/headers";
import { isMutation, isOwnOrigin, type ReadHeaders } from "@/lib/platform/security/origin";
import { givenRequestId } from "@/lib/platform/security/request-id";

/** What the front door knows of a request: `path` without the query, `address` with it. */
export type Asked = { method: string; path: string; address: string; headers: ReadHeaders };

/** What it decided: the marks of the answer, and a refusal in plain words where nothing else may look at it. */
export type Admitted = {
  nonce: string;
  requestId: string;
  policy: string;
  refusal: { status: 400 | 403; text: string } | null;
};

/** Keycloak's logout has no Origin; its signed token is its credential, and it reads no cookie (ADR 6). */
const MACHINES: ReadonlySet<string> = new Set(["/api/auth/backchannel-logout"]);

/**
 * Gives a request its nonce, its reference and the policy of its answer, and turns away mutations of other sites. It
 * decides nothing about rights. Both doors use it: `front-door-look.ts` at the HTTP server, and `proxy.ts` where there
 * is none of ours (ADR 4).
 */
export function admit(asked: Asked): Admitted {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString("base64");
  return {
    nonce,
    requestId: givenRequestId(asked.headers) ?? crypto.randomUUID(),
    policy: isRoute(asked.path) ? ROUTE_CONTENT_SECURITY_POLICY : pagePolicy(nonce),
    refusal: refusal(asked),
  };
}

/** Whether an address answers machines and not people. */
export function isRoute(path: string): boolean {
  return /^\/(api|health)(\/|$)/.test(path);
}

function pagePolicy(nonce: string): string {
  const { KEYCLOAK_ISSUER, NAGA_URL, NODE_ENV } = env();
  return contentSecurityPolicy({
    nonce,
    tls: NAGA_URL.startsWith("https:"),
    development: NODE_ENV === "development",
    identityProvider: KEYCLOAK_ISSUER && new URL(KEYCLOAK_ISSUER).origin,
  });
}

function refusal({ method, path, address, headers }: Asked): Admitted["refusal"] {
  if (isMutation(method) && !MACHINES.has(path) && !isOwnOrigin(headers, env().NAGA_URL)) {
    return { status: 403, text: "Refused: this request comes from another site.\n" };
  }
  // PostgreSQL keeps no U+0000, so that every filter and every id would end in an error of the server.
  if (address.includes("%00")) {
    return { status: 400, text: "Refused: this address holds a character that no text may hold.\n" };
  }
  return null;
}
