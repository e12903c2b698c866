import "server-only";
import { headers } from "next/headers";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { clientOf } from "@/lib/platform/auth/client";
import {
  hasTls,
  readSessionCookie,
  sessionCookieName,
  sessionCookieOptions,
} from "@/lib/platform/auth/cookie";
import { welcome } from "@/lib/platform/auth/known-device";
import { LONGEST_LIFETIME } from "@/lib/platform/auth/lifetimes";
import { personasAllowed } from "@/lib/platform/auth/personas";
import { safeNext } from "@/lib/platform/auth/safe-next";
import { type Proof, revokeSession, startSession } from "@/lib/platform/auth/sessions";
import { signInAsPersona, signInWithPassword } from "@/lib/platform/auth/sign-in";
import { decodeToken, fromClaims, toClaims } from "@/lib/platform/auth/token";
import { env } from "@/lib/platform/env/env";
import { logger } from "@/lib/platform/observability/logger";

/** Hears why a provider refused; next-auth itself would pass on no more than a word in an address. */
export type OnRefusal = (error: unknown) => void;

/**
 * The settings of next-auth, the only place that knows it together with `next-auth-call.ts` and `token.ts`. Every
 * provider ends in the `jwt` callback, which opens a row in account_session; the cookie carries its id and nothing
 * else. A further provider (Keycloak) is one more entry in `providers`.
 */
export function nextAuthOptions(onRefusal: OnRefusal = () => undefined): NextAuthOptions {
  // next-auth reads its own address from this variable only.
  process.env.NEXTAUTH_URL ??= env().NAGA_URL;
  return {
    secret: env().NEXTAUTH_SECRET,
    useSecureCookies: hasTls(),
    session: { strategy: "jwt", maxAge: LONGEST_LIFETIME },
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/account" },
    providers: providers(onRefusal),
    callbacks: {
      redirect: ({ url, baseUrl }) => `${baseUrl}${safeNext(url.replace(baseUrl, "") || "/", "/")}`,
      jwt: ({ token, user, account }) =>
        user
          ? openSession(Number(user.id), { provider: PROOF[account?.provider ?? ""] ?? "PASSWORD" })
          : token,
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
      error: (code, metadata) => logger.error({ code, metadata }, "next-auth"),
      warn: (code) => logger.debug({ code }, "next-auth"),
      debug: () => undefined,
    },
  };
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

async function openSession(accountId: number, proof: Proof): Promise<{ sub: string; sid: string }> {
  // A browser that was signed in already gets a new id, and the old one dies (session fixation).
  const previous = await decodeToken(await readSessionCookie());
  if (previous) await revokeSession(previous, "rotated");
  return toClaims(await startSession(accountId, clientOf(await headers()), proof));
}
