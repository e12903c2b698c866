import "server-only";
import { decode, encode } from "next-auth/jwt";
import { LONGEST_LIFETIME } from "@/lib/platform/auth/lifetimes";
import { env } from "@/lib/platform/env/env";

/** All that the cookie says: whose session and which. Roles and rights are read from the database per request. */
export type SessionToken = { accountId: number; sessionId: string };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The claims as next-auth keeps them; shared by our own cookie and next-auth's. */
export function toClaims(token: SessionToken): { sub: string; sid: string } {
  return { sub: String(token.accountId), sid: token.sessionId };
}

/** The reverse of `toClaims`; null for anything that is not exactly that. */
export function fromClaims(claims: { sub?: unknown; sid?: unknown } | null): SessionToken | null {
  const accountId = Number(claims?.sub);
  const sessionId = claims?.sid;
  if (!Number.isSafeInteger(accountId) || accountId <= 0) return null;
  return typeof sessionId === "string" && UUID.test(sessionId) ? { accountId, sessionId } : null;
}

/** Encrypts a token for the cookie (JWE, A256GCM, key derived from NEXTAUTH_SECRET). */
export function encodeToken(token: SessionToken): Promise<string> {
  return encode({ token: toClaims(token), secret: env().NEXTAUTH_SECRET, maxAge: LONGEST_LIFETIME });
}

/**
 * Cookies decrypted lately, the oldest first. A browser sends the same one with every request, and deriving the key
 * costs more than everything else about asking who somebody is. Whether the session still lives is asked each time.
 */
const decrypted = new Map<string, { token: SessionToken; expiresAt: number }>();
const DECRYPTED_MAX = 5_000;

/** Decrypts a cookie; null when it is absent, tampered with, made with another secret, or too old. */
export async function decodeToken(value: string | undefined): Promise<SessionToken | null> {
  if (!value) return null;
  const known = decrypted.get(value);
  if (known && known.expiresAt > Date.now()) return known.token;
  try {
    const claims = await decode({ token: value, secret: env().NEXTAUTH_SECRET });
    const token = fromClaims(claims);
    if (token && typeof claims?.exp === "number") keep(value, { token, expiresAt: claims.exp * 1000 });
    return token;
  } catch {
    return null;
  }
}

function keep(value: string, entry: { token: SessionToken; expiresAt: number }): void {
  const oldest = decrypted.size >= DECRYPTED_MAX ? decrypted.keys().next().value : undefined;
  if (oldest !== undefined) decrypted.delete(oldest);
  decrypted.set(value, entry);
}
