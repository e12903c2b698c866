import "server-only";
import { headers } from "next/headers";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { clientOf } from "@/lib/platform/auth/client";
import { hasTls, sessionCookieName, sessionCookieOptions } from "@/lib/platform/auth/cookie";
import { keycloak as givenRealm, type Keycloak } from "@/lib/platform/auth/keycloak/config";
import type { Metadata } from "@/lib/platform/auth/keycloak/discovery";
import { enterFromKeycloak } from "@/lib/platform/auth/keycloak/enter";
import { keycloakProvider } from "@/lib/platform/auth/keycloak/provider";
import { welcome } from "@/lib/platform/auth/known-device";
import { LONGEST_LIFETIME } from "@/lib/platform/auth/lifetimes";
import { openSession } from "@/lib/platform/auth/open-session";
import { personasAllowed } from "@/lib/platform/auth/personas";
import { safeNext } from "@/lib/platform/auth/safe-next";
import { type Proof, revokeSession } from "@/lib/platform/auth/sessions";
import { signInAsPersona, signInWithPassword } from "@/lib/platform/auth/sign-in";
import { fromClaims, type SessionToken, toClaims } from "@/lib/platform/auth/token";
import { env } from "@/lib/platform/env/env";
import { logger } from "@/lib/platform/observability/logger";

/** Hears why a provider refused; next-auth itself would pass on no more than a word in an address. */
export type OnRefusal = (error: unknown) => void;

type Given = {
  onRefusal?: OnRefusal;
  /** The realm, where this request goes to it or comes from it; then it is the only provider. */
  keycloak?: { realm: Keycloak; metadata: Metadata };
};

/**
 * The settings of next-auth, the only place that knows it together with `next-auth-call.ts` and `token.ts`. Every
 * provider ends in the `jwt` callback, which opens a row in account_session; the cookie carries its id and nothing
 * else.
 */
export function nextAuthOptions({ onRefusal = () => undefined, keycloak }: Given = {}): NextAuthOptions {
  // next-auth reads its own address from this variable only, and Keycloak compares what comes of it letter by letter.
  process.env.NEXTAUTH_URL = env().NAGA_URL;
  return {
    secret: env().NEXTAUTH_SECRET,
    useSecureCookies: hasTls(),
    session: { strategy: "jwt", maxAge: LONGEST_LIFETIME },
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/account" },
    providers: keycloak
      ? [keycloakProvider(keycloak.realm, keycloak.metadata, onRefusal)]
      : providers(onRefusal),
    callbacks: {
      redirect: ({ url, baseUrl }) => `${baseUrl}${safeNext(url.replace(baseUrl, "") || "/", "/")}`,
      jwt: async ({ token, user, account, profile }) => {
        if (!user) return token;
        try {
          return toClaims(await enter(user.id, account, profile));
        } catch (error) {
          onRefusal(error);
          throw error;
        }
      },
      // Nobody needs more of the session in a browser than that it exists.
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signIn: async ({ user }) => {
        if (user.email) await welcome(user.email);
      },
      signOut: async ({ token }) => {
        const session = fromClaims(token);
        if (session) await revokeSession(session, "signed_out");
      },
    },
    logger: {
      // Only the words: what hangs on these errors are tokens and claims of people.
      error: (code, metadata) => logger.warn({ code, why: wordsOf(metadata) }, "next-auth"),
      warn: (code) => logger.debug({ code }, "next-auth"),
      debug: () => undefined,
    },
  };
}

function wordsOf(metadata: unknown): string | undefined {
  const error = metadata instanceof Error ? metadata : (metadata as { error?: unknown } | undefined)?.error;
  return error instanceof Error ? error.message : undefined;
}

function providers(onRefusal: OnRefusal): NextAuthOptions["providers"] {
  const prove = async (email: string, work: Promise<number>) => {
    try {
      return { id: String(await work), email };
    } catch (error) {
      onRefusal(error);
      return null;
    }
  };
  const password = CredentialsProvider({
    id: "password",
    name: "Password",
    credentials: { email: { type: "email" }, password: { type: "password" } },
    authorize: async (given) =>
      prove(
        given?.email ?? "",
        signInWithPassword(
          { email: given?.email ?? "", password: given?.password ?? "" },
          clientOf(await headers()),
        ),
      ),
  });
  const persona = CredentialsProvider({
    id: "persona",
    name: "Demo campus",
    credentials: { email: { type: "email" } },
    authorize: async (given) =>
      prove(given?.email ?? "", signInAsPersona(given?.email ?? "", clientOf(await headers()))),
  });
  return personasAllowed() ? [password, persona] : [password];
}

const PROOF: Record<string, Proof["provider"]> = { password: "PASSWORD", persona: "PERSONA" };

function enter(
  accountId: string,
  account: { provider: string; id_token?: string | undefined } | null,
  profile: unknown,
): Promise<SessionToken> {
  if (account?.provider === "keycloak") return enterFromKeycloak(profile, account.id_token);
  const provider = PROOF[account?.provider ?? ""] ?? "PASSWORD";
  // Beside Keycloak a password opens emergencies only (`sign-in.ts`).
  return openSession(Number(accountId), {
    provider: provider === "PASSWORD" && givenRealm() ? "EMERGENCY" : provider,
  });
}
