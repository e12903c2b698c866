import "server-only";
import type { AccountActor } from "@/lib/platform/access/actor";
import { isRole, type RoleName } from "@/lib/platform/access/roles";
import { type Device, describeDevice } from "@/lib/platform/auth/device";
import type { SignInResult } from "@/lib/platform/auth/sign-in-events";
import { query } from "@/lib/platform/db/pool";

/** A signed-in browser as its owner sees it. Instants are ISO. */
export type SessionView = {
  id: string;
  current: boolean;
  role: RoleName | null;
  device: Device;
  ip: string | null;
  startedAt: string;
  lastSeenAt: string;
};

type Row = {
  id: string;
  role: string;
  ip: string | null;
  user_agent: string | null;
  created_at: Date;
  last_seen_at: Date;
};

/** The living sessions of the actor, the current one first, then the one used last. At most 50. */
export async function listSessions(actor: AccountActor): Promise<SessionView[]> {
  const rows = await query<Row>(
    "auth.sessions",
    `SELECT id, role, ip, user_agent, created_at, last_seen_at FROM account_session
      WHERE account_id = $1 AND revoked_at IS NULL AND expires_at > now()
      ORDER BY (id = $2) DESC, last_seen_at DESC LIMIT 50`,
    [actor.accountId, actor.sessionId],
  );
  return rows.map((row) => ({
    id: row.id,
    current: row.id === actor.sessionId,
    role: isRole(row.role) ? row.role : null,
    device: describeDevice(row.user_agent),
    ip: row.ip,
    startedAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
  }));
}

/** One attempt to sign in with the actor's e-mail. */
export type SignInView = { at: string; result: SignInResult; device: Device; ip: string | null };

/** The last attempts to sign in to the actor's account, newest first, refused ones too. */
export async function listSignIns(actor: AccountActor, limit = 10): Promise<SignInView[]> {
  const rows = await query<{ at: Date; result: SignInResult; ip: string | null; user_agent: string | null }>(
    "auth.sign_ins",
    "SELECT at, result, ip, user_agent FROM sign_in_event WHERE account_id = $1 ORDER BY at DESC LIMIT $2",
    [actor.accountId, limit],
  );
  return rows.map((row) => ({
    at: row.at.toISOString(),
    result: row.result,
    ip: row.ip,
    device: describeDevice(row.user_agent),
  }));
}

/** Whether the actor's account has a password of its own (personas and Keycloak's people have none). */
export async function hasPassword(actor: AccountActor): Promise<boolean> {
  const [row] = await query<{ has: boolean }>(
    "auth.has_password",
    "SELECT password_hash IS NOT NULL AS has FROM account WHERE id = $1",
    [actor.accountId],
  );
  return row?.has ?? false;
}
