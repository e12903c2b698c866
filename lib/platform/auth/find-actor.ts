import "server-only";
import { headers } from "next/headers";
import type { AccountActor } from "@/lib/platform/access/actor";
import { readSessionCookie } from "@/lib/platform/auth/cookie";
import { followLately } from "@/lib/platform/auth/keycloak/follow-lately";
import { loadSession } from "@/lib/platform/auth/session-lookup";
import { touchSession } from "@/lib/platform/auth/sessions";
import { decodeToken } from "@/lib/platform/auth/token";
import { AppError } from "@/lib/platform/errors";
import { noteSession } from "@/lib/platform/rate-limit/known-sessions";

type Remembered = { cookie: string | undefined; actor: Promise<AccountActor | null> };

/**
 * One look-up per request. React's `cache` forgets outside of rendering (architecture.md 6), while Next hands every
 * part of a request, be it page, action or route, the same headers object; so that object is the key.
 */
const remembered = new WeakMap<object, Remembered>();

/** The signed-in person behind the request, or null. Cheap to call again. */
export async function findActor(): Promise<AccountActor | null> {
  const request = await headers();
  const cookie = await readSessionCookie();
  const known = remembered.get(request);
  // Signing in and switching the role change the cookie in mid-request; the page rendered after it asks anew.
  if (known && known.cookie === cookie) return known.actor;
  const actor = loadActor(cookie);
  remembered.set(request, { cookie, actor });
  return actor;
}

/** The signed-in person, for actions and routes. Throws `unauthenticated` "access.sign_in_first". */
export async function requireActor(): Promise<AccountActor> {
  const actor = await findActor();
  if (!actor) throw new AppError("unauthenticated", "access.sign_in_first");
  return actor;
}

/** Forgets what this request knows of its actor, after a write that changed the account. */
export async function forgetActor(): Promise<void> {
  remembered.delete(await headers());
}

async function loadActor(cookie: string | undefined): Promise<AccountActor | null> {
  const token = await decodeToken(cookie);
  let session = token && (await loadSession(token));
  if (token && session?.actor.provider === "KEYCLOAK" && (await followLately(session.actor.accountId))) {
    session = await loadSession(token);
  }
  if (cookie) noteSession(cookie, session?.actor.accountId ?? null);
  if (!session) return null;
  if (session.touch) touchSession(session.actor.sessionId);
  return session.actor;
}
