import "server-only";
import { headers } from "next/headers";
import { clientOf } from "@/lib/platform/auth/client";
import { readSessionCookie } from "@/lib/platform/auth/cookie";
import { type Proof, revokeSession, startSession } from "@/lib/platform/auth/sessions";
import { decodeToken, type SessionToken } from "@/lib/platform/auth/token";

/**
 * Opens the session of whoever just proved who they are in this request. A browser that was signed in already gets a
 * new id, and the old one dies (session fixation). Throws `refused` "auth.no_role".
 */
export async function openSession(accountId: number, proof: Proof): Promise<SessionToken> {
  const session = await startSession(accountId, clientOf(await headers()), proof);
  const previous = await decodeToken(await readSessionCookie());
  if (previous) await revokeSession(previous, "rotated");
  return session;
}
