import "server-only";
import { headers } from "next/headers";
import { keepChosenLanguage } from "@/lib/platform/auth/chosen-language";
import { clientOf } from "@/lib/platform/auth/client";
import { accountOfSubject, followIdentity } from "@/lib/platform/auth/keycloak/follow-identity";
import { identityOfClaims } from "@/lib/platform/auth/keycloak/identity";
import { judgeFailure } from "@/lib/platform/auth/keycloak/refusal";
import { openSession } from "@/lib/platform/auth/open-session";
import { loadSession } from "@/lib/platform/auth/session-lookup";
import { recordSignIn } from "@/lib/platform/auth/sign-in-events";
import type { SessionToken } from "@/lib/platform/auth/token";
import { storedReason } from "@/lib/platform/i18n/stored-reason";

/**
 * Lets in whom Keycloak proved: account, roles and profile are followed, a session is opened, and the attempt stands in
 * the history whatever came of it. Throws `refused` as `followIdentity` and `openSession` do.
 */
export async function enterFromKeycloak(claims: unknown, idToken: string | undefined): Promise<SessionToken> {
  const identity = identityOfClaims(claims);
  const client = clientOf(await headers());
  const email = identity.email || "-";
  try {
    const accountId = await followIdentity(identity, storedReason("identity_provider_sign_in"));
    const session = await openSession(accountId, {
      provider: "KEYCLOAK",
      providerSession: identity.sid,
      idToken,
    });
    await recordSignIn({ email, accountId, client }, "success");
    const opened = await loadSession(session);
    if (opened) await keepChosenLanguage(opened.actor);
    return session;
  } catch (error) {
    const accountId = await accountOfSubject(identity.subject);
    await recordSignIn({ email, accountId, client }, judgeFailure(error).result);
    throw error;
  }
}
