import "server-only";
import type { NextRequest } from "next/server";
import { endByLogoutToken } from "@/lib/platform/auth/keycloak/backchannel";
import { isAppError } from "@/lib/platform/errors";
import { expectedError } from "@/lib/platform/errors-text";
import { withContext } from "@/lib/platform/observability/context";
import { consume, limitKey } from "@/lib/platform/rate-limit/consume";
import { requestIdOf } from "@/lib/platform/security/request-id";

/** A logout token is about 1 kB. */
const BODY_MAX = 16_384;

/**
 * Keycloak tells us that somebody signed out there (OpenID Back-Channel Logout 1.0). A machine calls: no cookie, no
 * Origin, English codes; the signature is its credential.
 */
export function answerBackchannelLogout(request: NextRequest): Promise<Response> {
  return withContext({ requestId: requestIdOf(request.headers), actor: "system:keycloak" }, async () => {
    try {
      await consume("auth", limitKey(null, request.headers));
      const body = await request.text();
      const token = body.length <= BODY_MAX ? new URLSearchParams(body).get("logout_token") : null;
      await endByLogoutToken(token ?? "");
      return answer(200, null);
    } catch (error) {
      const { status, code } = expectedError(error, "auth.backchannel-logout");
      if (isAppError(error) && error.kind === "invalid") return answer(400, { error: "invalid_request" });
      return answer(status, { error: code });
    }
  });
}

function answer(status: number, body: object | null): Response {
  return new Response(body ? JSON.stringify(body) : null, {
    status,
    headers: { "content-type": "application/json", "cache-control": "no-store" },
  });
}
