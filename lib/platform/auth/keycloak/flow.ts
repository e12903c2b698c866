import "server-only";
import { headers } from "next/headers";
import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { clientOf } from "@/lib/platform/auth/client";
import { sessionCookieName } from "@/lib/platform/auth/cookie";
import { type Keycloak, keycloak } from "@/lib/platform/auth/keycloak/config";
import { discover } from "@/lib/platform/auth/keycloak/discovery";
import { judgeFailure, type Refusal } from "@/lib/platform/auth/keycloak/refusal";
import { askNextAuth } from "@/lib/platform/auth/next-auth-call";
import { nextAuthOptions } from "@/lib/platform/auth/next-auth-options";
import { safeNext } from "@/lib/platform/auth/safe-next";
import { recordSignIn, type SignInResult } from "@/lib/platform/auth/sign-in-events";
import { env } from "@/lib/platform/env/env";
import { AppError } from "@/lib/platform/errors";
import { currentRequestId } from "@/lib/platform/observability/context";
import { logger } from "@/lib/platform/observability/logger";
import { reportError } from "@/lib/platform/observability/report";

type Context = { params: Promise<{ nextauth: string[] }> };

/**
 * The way to Keycloak: sets the cookies that state, nonce and PKCE are compared with, and sends the browser there. A
 * GET, because a link works without JavaScript and through any form policy; nothing is written but those cookies.
 */
export async function goToKeycloak(request: NextRequest): Promise<Response> {
  const next = safeNext(request.nextUrl.searchParams.get("next"), "/");
  try {
    const realm = configured();
    const metadata = await discover(realm);
    const answer = await askNextAuth(
      ["signin", "keycloak"],
      { callbackUrl: `${new URL(env().NAGA_URL).origin}${next}` },
      nextAuthOptions({ keycloak: { realm, metadata } }),
      { ui_locales: localeOf(request) },
    );
    const target = answer.redirect;
    if (!target?.startsWith(`${metadata.authorization_endpoint}?`))
      throw new Error("next-auth made no address");
    return redirectTo(target, answer.cookies);
  } catch (error) {
    return refuse(error, next);
  }
}

/**
 * The way back: proves the answer, opens the session and goes on to where the person was going. Whatever is wrong ends
 * on the sign-in page with a sentence and a reference, never as a problem of the interface.
 */
export async function comeFromKeycloak(request: NextRequest, context: Context): Promise<Response> {
  try {
    const realm = configured();
    const said = request.nextUrl.searchParams.get("error");
    if (said) throw new AppError("refused", codeOfError(said));
    const metadata = await discover(realm);
    let failure: unknown;
    const options = nextAuthOptions({
      onRefusal: (error) => {
        failure = error;
      },
      keycloak: { realm, metadata },
    });
    const response: Response = await NextAuth(request, context, options);
    const opened = response.headers.getSetCookie().some((line) => isSession(line));
    if (opened && !failure) return uncached(response);
    throw failure ?? new StateMissing();
  } catch (error) {
    return refuse(error, intended(request));
  }
}

/** The browser brought no cookie to compare the answer with: it is another one, or fifteen minutes went by. */
class StateMissing extends Error {
  override message = "state cookie was missing";
}

function configured(): Keycloak {
  const realm = keycloak();
  if (!realm) throw new AppError("not_found", "platform.not_found");
  return realm;
}

function codeOfError(said: string): string {
  if (said === "access_denied" || said === "interaction_required") return "auth.provider_cancelled";
  if (said === "temporarily_unavailable" || said === "server_error") return "auth.provider_unavailable";
  return "auth.provider_failed";
}

/** Where the person was going, as next-auth keeps it in its cookie meanwhile. */
function intended(request: NextRequest): string | null {
  const kept = request.cookies.getAll().find(({ name }) => name.endsWith("next-auth.callback-url"))?.value;
  if (!kept || !URL.canParse(kept) || new URL(kept).origin !== new URL(env().NAGA_URL).origin) return null;
  const { pathname, search } = new URL(kept);
  return safeNext(`${pathname}${search}`, "/");
}

function isSession(line: string): boolean {
  return line.startsWith(`${sessionCookieName()}=`) && !line.startsWith(`${sessionCookieName()}=;`);
}

function localeOf(request: NextRequest): string {
  return request.nextUrl.searchParams.get("lang") === "km" ? "km" : "en";
}

/**
 * To the sign-in page with the reason. What no account stands behind is written into the history here; what a proved
 * person was refused is by `enterFromKeycloak`, and a flood that the rate limit stops is only counted.
 */
export async function refuse(error: unknown, next: string | null): Promise<Response> {
  const { refusal, result } = judgeFailure(error);
  const why = error instanceof Error ? error.message : String(error);
  logger.warn({ refusal, result, why }, "sign-in through Keycloak refused");
  if (result === "provider_failed")
    reportError(error, { where: "auth.keycloak", requestId: currentRequestId() });
  if (!PROVED.has(refusal) && refusal !== "busy") await note(result);
  const target = new URLSearchParams({ refused: refusal, ref: currentRequestId() });
  if (next && next !== "/") target.set("next", next);
  return redirectTo(`/sign-in?${target}`, []);
}

async function note(result: SignInResult): Promise<void> {
  const client = clientOf(await headers());
  await recordSignIn({ email: "-", accountId: null, client }, result).catch((error: unknown) =>
    logger.error({ err: error }, "a refused sign-in was not written down"),
  );
}

const PROVED: ReadonlySet<Refusal> = new Set<Refusal>([
  "nobody_here",
  "other_subject",
  "email_unverified",
  "disabled",
  "no_role",
]);

function redirectTo(location: string, cookies: string[]): Response {
  const response = new Response(null, { status: 302, headers: { location } });
  for (const line of cookies) response.headers.append("set-cookie", line);
  return uncached(response);
}

function uncached(response: Response): Response {
  response.headers.set("cache-control", "private, no-store");
  return response;
}
