import "server-only";
import type { SignInProvider } from "@/lib/platform/access/actor";
import { isRole, type RoleName } from "@/lib/platform/access/roles";
import type { Client } from "@/lib/platform/auth/client";
import { lifetimeOf } from "@/lib/platform/auth/lifetimes";
import type { SessionToken } from "@/lib/platform/auth/token";
import { campusToday } from "@/lib/platform/dates/campus";
import { query } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors";
import { logger } from "@/lib/platform/observability/logger";

/** Why a session ended; shown in the list of sessions and in the log. */
export type RevokeReason =
  | "signed_out"
  | "signed_out_everywhere"
  | "rotated"
  | "password_changed"
  | "ended_by_admin"
  | "account_closed"
  | "provider_logout"
  | "provider_change"
  | "emergency_over";

/** How the owner of a session proved who they are, and what the identity provider calls the session. */
export type Proof = {
  provider: SignInProvider;
  /** Keycloak's `sid`, by which its logout finds this session. */
  providerSession?: string | undefined;
  /** Named to Keycloak when signing out there; grants nothing here and never leaves for the browser's cookie. */
  idToken?: string | undefined;
};

/** The roles an account holds today, in the order in which they were granted. */
export async function rolesHeld(accountId: number): Promise<RoleName[]> {
  const rows = await query<{ role: string }>(
    "auth.roles",
    `SELECT role FROM role_assignment
      WHERE account_id = $1 AND valid_from <= $2::date AND (valid_to IS NULL OR valid_to > $2::date) ORDER BY id`,
    [accountId, campusToday()],
  );
  return [...new Set(rows.map((row) => row.role).filter(isRole))];
}

/**
 * Opens a session for an account whose identity is proved. It acts in the role used last, if still held, otherwise in
 * the one granted first. Throws `refused` "auth.no_role" when the account holds none today.
 */
export async function startSession(
  accountId: number,
  client: Client,
  proof: Proof = { provider: "PASSWORD" },
): Promise<SessionToken> {
  const roles = await rolesHeld(accountId);
  const [last] = await query<{ role: string }>(
    "auth.last_role",
    "SELECT role FROM account_session WHERE account_id = $1 ORDER BY created_at DESC LIMIT 1",
    [accountId],
  );
  const role = roles.find((name) => name === last?.role) ?? roles[0];
  if (!role) throw new AppError("refused", "auth.no_role");
  return insert({ accountId, role, client, proof }, lifetimeOf(roles).absolute);
}

/**
 * Replaces a session by one with a new id, in another role; the absolute end never moves back. The old id is dead at
 * once.
 * Throws `unauthenticated` when it was dead already.
 */
export async function rotateSession(
  token: SessionToken,
  role: RoleName,
  client: Client,
): Promise<SessionToken> {
  const [old] = await query<Rotated>(
    "auth.rotate",
    `UPDATE account_session SET revoked_at = now(), revoked_why = 'rotated'
      WHERE id = $1 AND account_id = $2 AND revoked_at IS NULL AND expires_at > now()
  RETURNING expires_at, provider, provider_session, id_token`,
    [token.sessionId, token.accountId],
  );
  if (!old) throw new AppError("unauthenticated", "access.sign_in_first");
  // A new row is young again; the roles held by now bound its end like those of the sign-in bound the old one's.
  const latest = Date.now() + lifetimeOf(await rolesHeld(token.accountId)).absolute * 1_000;
  const end = new Date(Math.min(old.expires_at.getTime(), latest));
  const proof: Proof = {
    provider: old.provider,
    providerSession: old.provider_session ?? undefined,
    idToken: old.id_token ?? undefined,
  };
  return insert({ accountId: token.accountId, role, client, proof }, end);
}

type Rotated = {
  expires_at: Date;
  provider: Proof["provider"];
  provider_session: string | null;
  id_token: string | null;
};
type Opening = { accountId: number; role: RoleName; client: Client; proof: Proof };

/** Writes the row; it ends at an instant, or after so many seconds. */
async function insert(opening: Opening, end: Date | number): Promise<SessionToken> {
  const { accountId, role, client, proof } = opening;
  const [name, expiry] =
    typeof end === "number"
      ? ["auth.session_for", "now() + make_interval(secs => $5)"]
      : ["auth.session_until", "$5::timestamptz"];
  const [row] = await query<{ id: string }>(
    name,
    `INSERT INTO account_session (id, account_id, role, ip, user_agent, expires_at, provider, provider_session, id_token)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, ${expiry}, $6::sign_in_provider, $7, $8) RETURNING id`,
    [
      accountId,
      role,
      client.ip,
      client.userAgent,
      typeof end === "number" ? end : end.toISOString(),
      proof.provider,
      proof.providerSession ?? null,
      proof.idToken ?? null,
    ],
  );
  if (!row) throw new Error("a session was not written");
  return { accountId, sessionId: row.id };
}

/** Ends one session of an account. Nothing happens when it is somebody else's or ended before. */
export async function revokeSession(token: SessionToken, why: RevokeReason): Promise<boolean> {
  const rows = await query<{ id: string }>(
    "auth.revoke",
    `UPDATE account_session SET revoked_at = now(), revoked_why = $3
      WHERE id = $1 AND account_id = $2 AND revoked_at IS NULL RETURNING id`,
    [token.sessionId, token.accountId, why],
  );
  return rows.length > 0;
}

/** Ends every session of an account, except one if given; returns how many. */
export async function revokeSessions(accountId: number, why: RevokeReason, except?: string): Promise<number> {
  const rows = await query<{ id: string }>(
    "auth.revoke_all",
    `UPDATE account_session SET revoked_at = now(), revoked_why = $2
      WHERE account_id = $1 AND revoked_at IS NULL AND id IS DISTINCT FROM $3::uuid RETURNING id`,
    [accountId, why, except ?? null],
  );
  return rows.length;
}

/** Notes that the session was used; nobody waits for it, and losing it costs a minute of idle time. */
export function touchSession(sessionId: string): void {
  query(
    "auth.touch",
    "UPDATE account_session SET last_seen_at = now() WHERE id = $1 AND revoked_at IS NULL",
    [sessionId],
  ).catch((error: unknown) => logger.warn({ err: error }, "last_seen_at was not written"));
}
