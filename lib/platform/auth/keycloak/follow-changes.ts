import "server-only";
import { type AdminApi, openAdminApi, readUser } from "@/lib/platform/auth/keycloak/admin-api";
import { readChanges } from "@/lib/platform/auth/keycloak/changes";
import { keycloak } from "@/lib/platform/auth/keycloak/config";
import { followIdentity, KEYCLOAK_ACTOR } from "@/lib/platform/auth/keycloak/follow-identity";
import { endAllFromKeycloak } from "@/lib/platform/auth/keycloak/sync-assignments";
import { query } from "@/lib/platform/db/pool";
import { writeTx } from "@/lib/platform/db/transaction";
import { isAppError } from "@/lib/platform/errors";
import { storedReason } from "@/lib/platform/i18n/stored-reason";
import { logger } from "@/lib/platform/observability/logger";

/** Events may be stored a little after their time; looked at twice they do no harm. */
const OVERLAP_MS = 10_000;

const AT_ONCE = 4;

export type Followed = { until: string; changed: number; ended: number };

/**
 * Makes accounts and sessions follow what was changed in Keycloak since the last time: roles, groups and profiles are
 * taken over, and whoever is disabled or gone there is signed out here and keeps nothing that came from there. Null
 * where no Keycloak is configured. Throws `unavailable` "auth.provider_unavailable"; then the next run reads the same.
 */
export async function followChanges(since: Date, signal: AbortSignal): Promise<Followed | null> {
  const realm = keycloak();
  if (!realm) return null;
  const api = await openAdminApi(realm, signal);
  const changed = await readChanges(api, new Date(since.getTime() - OVERLAP_MS));
  const subjects = await knownSubjects(changed.everybody ? null : [...changed.subjects]);
  let ended = 0;
  for (let at = 0; at < subjects.length; at += AT_ONCE) {
    signal.throwIfAborted();
    const counts = await Promise.all(
      subjects.slice(at, at + AT_ONCE).map((subject) => followAccount(api, subject)),
    );
    ended += counts.reduce((sum, count) => sum + count, 0);
  }
  return { until: changed.until.toISOString(), changed: subjects.length, ended };
}

/** An account that is linked to a user of Keycloak. */
export type Known = { subject: string; accountId: number };

/** Of these users those who have an account here; with null everybody who is signed in through Keycloak. */
export async function knownSubjects(subjects: string[] | null): Promise<Known[]> {
  if (subjects?.length === 0) return [];
  return query<Known>(
    "auth.known_subjects",
    `SELECT a.subject, a.id AS "accountId" FROM account a
      WHERE CASE WHEN $1::text[] IS NOT NULL THEN a.subject = ANY($1)
                 ELSE a.subject IS NOT NULL AND EXISTS (
                   SELECT 1 FROM account_session s
                    WHERE s.account_id = a.id AND s.revoked_at IS NULL AND s.expires_at > now()) END
      ORDER BY a.id`,
    [subjects],
  );
}

/** The account with its user in Keycloak; null for one that is not linked. */
export async function knownAccount(accountId: number): Promise<Known | null> {
  const [found] = await query<Known>(
    "auth.known_account",
    `SELECT subject, id AS "accountId" FROM account WHERE id = $1 AND subject IS NOT NULL`,
    [accountId],
  );
  return found ?? null;
}

/** Takes over one user; returns how many sessions ended. Throws `unavailable` "auth.provider_unavailable". */
export async function followAccount(api: AdminApi, { subject, accountId }: Known): Promise<number> {
  const user = await readUser(api, subject);
  if (user?.enabled) {
    try {
      await followIdentity(user, storedReason("identity_provider_changed"));
    } catch (error) {
      // Closed here: then there is nothing to follow.
      if (!isAppError(error) || error.kind !== "refused") throw error;
    }
    return user.notBefore > 0 ? endOlder(accountId, user.notBefore) : 0;
  }
  const reason = user
    ? storedReason("identity_provider_disabled")
    : storedReason("identity_provider_deleted");
  await writeTx(KEYCLOAK_ACTOR, { reason, evenWhenReadOnly: true }, (tx) =>
    endAllFromKeycloak(tx, accountId),
  );
  const sessions = await query<{ id: string }>(
    "auth.provider_change",
    `UPDATE account_session SET revoked_at = now(), revoked_why = 'provider_change'
      WHERE account_id = $1 AND provider = 'KEYCLOAK' AND revoked_at IS NULL RETURNING id`,
    [accountId],
  );
  logger.info({ accountId, ended: sessions.length, deleted: !user }, "signed out: no longer in Keycloak");
  return sessions.length;
}

/**
 * Who was signed out in Keycloak altogether is out here too, also with a session that outlived the one there and of
 * which Keycloak therefore tells us nothing.
 */
async function endOlder(accountId: number, notBefore: number): Promise<number> {
  const sessions = await query<{ id: string }>(
    "auth.provider_not_before",
    `UPDATE account_session SET revoked_at = now(), revoked_why = 'provider_logout'
      WHERE account_id = $1 AND provider = 'KEYCLOAK' AND revoked_at IS NULL AND created_at < to_timestamp($2)
      RETURNING id`,
    [accountId, notBefore],
  );
  return sessions.length;
}
