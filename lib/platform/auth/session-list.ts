import "server-only";
import type { AccountActor } from "@/lib/platform/access/actor";
import { isRole, type RoleName } from "@/lib/platform/access/roles";
import { type Device, describeDevice } from "@/lib/platform/auth/device";
import { keycloak } from "@/lib/platform/auth/keycloak/config";
import { lifetimeOf } from "@/lib/platform/auth/lifetimes";
import type { Place } from "@/lib/platform/auth/place";
import { placeFinder } from "@/lib/platform/auth/places";
import type { SignInEventResult } from "@/lib/platform/auth/session-events";
import type { Proof } from "@/lib/platform/auth/sessions";
import { query } from "@/lib/platform/db/pool";

/** A signed-in browser as its owner or an administrator sees it. Instants are ISO. */
export type SessionView = {
  id: string;
  current: boolean;
  role: RoleName | null;
  /** How its owner proved who they are. */
  provider: Proof["provider"];
  device: Device;
  ip: string | null;
  place: Place;
  startedAt: string;
  lastSeenAt: string;
  /** When it ends if it is not used again. */
  endsAt: string;
};

type Row = {
  id: string;
  role: string;
  provider: Proof["provider"];
  ip: string | null;
  user_agent: string | null;
  created_at: Date;
  last_seen_at: Date;
  ends_at: Date;
};

/** The living sessions of the actor, the current one first, then the one used last. At most 50. */
export function listSessions(actor: AccountActor): Promise<SessionView[]> {
  return readSessions(actor.accountId, actor.roles, actor.sessionId);
}

/**
 * The living sessions of an account: neither ended, nor over, nor idle for longer than its roles allow. Who may ask is
 * the caller's to decide.
 * @param current the session that asks, if it is one of them
 */
export async function readSessions(
  accountId: number,
  roles: readonly RoleName[],
  current: string | null,
): Promise<SessionView[]> {
  const { idle, absolute } = lifetimeOf(roles);
  const [rows, placeOf] = await Promise.all([
    query<Row>(
      "auth.sessions",
      `SELECT * FROM (
         SELECT id, role, provider, ip, user_agent, created_at, last_seen_at,
                least(expires_at, created_at + make_interval(secs => $4), last_seen_at + make_interval(secs => $3)) AS ends_at
           FROM account_session
          WHERE account_id = $1 AND revoked_at IS NULL AND expires_at > now()) AS s
        WHERE ends_at > now()
        ORDER BY (id = $2::uuid) IS TRUE DESC, last_seen_at DESC LIMIT 50`,
      [accountId, current, idle, absolute],
    ),
    placeFinder(),
  ]);
  return rows.map((row) => ({
    id: row.id,
    current: row.id === current,
    role: isRole(row.role) ? row.role : null,
    provider: row.provider,
    device: describeDevice(row.user_agent),
    ip: row.ip,
    place: placeOf(row.ip),
    startedAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
  }));
}

/** One attempt to sign in with the actor's e-mail, or how a session went on. */
export type SignInView = {
  id: number;
  at: string;
  result: SignInEventResult;
  device: Device;
  ip: string | null;
  place: Place;
};

/** The last attempts to sign in to the actor's account, newest first, refused ones too. */
export async function listSignIns(actor: AccountActor, limit = 10): Promise<SignInView[]> {
  const [rows, placeOf] = await Promise.all([
    query<{ id: number; at: Date; result: SignInEventResult; ip: string | null; user_agent: string | null }>(
      "auth.sign_ins",
      "SELECT id, at, result, ip, user_agent FROM sign_in_event WHERE account_id = $1 ORDER BY at DESC, id DESC LIMIT $2",
      [actor.accountId, limit],
    ),
    placeFinder(),
  ]);
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    result: row.result,
    ip: row.ip,
    place: placeOf(row.ip),
    device: describeDevice(row.user_agent),
  }));
}

/** Whether the actor's account has a password of its own (personas have none, and beside Keycloak it opens nothing). */
export async function hasPassword(actor: AccountActor): Promise<boolean> {
  if (keycloak()) return false;
  const [row] = await query<{ has: boolean }>(
    "auth.has_password",
    "SELECT password_hash IS NOT NULL AS has FROM account WHERE id = $1",
    [actor.accountId],
  );
  return row?.has ?? false;
}
