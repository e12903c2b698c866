import "server-only";
import { cookies, headers } from "next/headers";
import { clientOf } from "@/lib/platform/auth/client";
import { creditSignIn } from "@/lib/platform/auth/throttle";
import { env } from "@/lib/platform/env/env";
import { deviceCookieName, withAccount } from "@/lib/platform/security/device-cookie";

/** As long as browsers keep a cookie: a term break must not make a stranger of anybody. */
const LIFETIME_SECONDS = 400 * 24 * 3600;

/**
 * Somebody signed in, by password, persona or Keycloak: their browser keeps that it knows this account (ADR 5), and the
 * address behind which they stand is a little less suspicious. Works in actions and routes only.
 */
export async function welcome(email: string): Promise<void> {
  const jar = await cookies();
  const name = deviceCookieName();
  jar.set(name, withAccount(jar.get(name)?.value, email), {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: env().NAGA_URL.startsWith("https:"),
    maxAge: LIFETIME_SECONDS,
  });
  await creditSignIn({ email, ip: clientOf(await headers()).ip });
}
