import "server-only";
import { cookies } from "next/headers";
import { LONGEST_LIFETIME } from "@/lib/platform/auth/lifetimes";
import { encodeToken, type SessionToken } from "@/lib/platform/auth/token";
import { env } from "@/lib/platform/env/env";

/** Whether browsers reach us by TLS; decides the Secure flag, the `__Host-` prefix and HSTS. */
export function hasTls(): boolean {
  return env().NAGA_URL.startsWith("https:");
}

/** Name of the session cookie. `__Host-` binds it to this host, the whole path and TLS. */
export function sessionCookieName(): string {
  return hasTls() ? "__Host-naga.session" : "naga.session";
}

/** HttpOnly, SameSite=Lax so that a link in a mail arrives signed in; mutations check the Origin besides. */
export function sessionCookieOptions() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: hasTls() } as const;
}

/** The raw value of the session cookie, if the browser sent one. */
export async function readSessionCookie(): Promise<string | undefined> {
  return (await cookies()).get(sessionCookieName())?.value;
}

/** Hands the browser the cookie of a session. Works in actions and routes only. */
export async function writeSessionCookie(token: SessionToken): Promise<void> {
  const value = await encodeToken(token);
  (await cookies()).set(sessionCookieName(), value, { ...sessionCookieOptions(), maxAge: LONGEST_LIFETIME });
}

/** Takes the session cookie away. */
export async function clearSessionCookie(): Promise<void> {
  (await cookies()).set(sessionCookieName(), "", { ...sessionCookieOptions(), maxAge: 0 });
}
