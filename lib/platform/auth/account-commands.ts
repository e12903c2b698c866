import "server-only";
import { headers } from "next/headers";
import type { AccountActor } from "@/lib/platform/access/actor";
import type { EndSessionInput, PasswordInput, PreferencesInput } from "@/lib/platform/auth/account-schemas";
import { clientOf } from "@/lib/platform/auth/client";
import { clearSessionCookie, writeSessionCookie } from "@/lib/platform/auth/cookie";
import { forgetActor } from "@/lib/platform/auth/find-actor";
import { keycloak } from "@/lib/platform/auth/keycloak/config";
import { hashPassword, passwordProblems, verifyPassword } from "@/lib/platform/auth/password";
import { revokeSession, revokeSessions, rotateSession } from "@/lib/platform/auth/sessions";
import { takePlace } from "@/lib/platform/auth/throttle";
import { query } from "@/lib/platform/db/pool";
import { writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";

/** Keeps language, digits, theme and density with the account; pages rendered from now on follow. */
export async function savePreferences(actor: AccountActor, input: PreferencesInput): Promise<void> {
  await writeTx(actor, {}, (tx) =>
    tx.account.update({ where: { id: actor.accountId }, data: { ...input, version: { increment: 1 } } }),
  );
  await forgetActor();
}

/**
 * Changes the actor's own password, ends every other session and gives this one a new id. Guessing the current
 * password counts like failed sign-ins. Throws `invalid` with codes by field, `rate_limited` "auth.wait", or
 * `refused` "auth.no_password" for an account that signs in elsewhere.
 */
export async function changePassword(actor: AccountActor, input: PasswordInput): Promise<void> {
  // Beside Keycloak no password opens anything, and that of an emergency works once only.
  if (keycloak()) throw new AppError("refused", "auth.no_password");
  const client = clientOf(await headers());
  const place = await takePlace({ email: actor.email, ip: client.ip, deviceCookie: client.deviceCookie });
  if (place.wait > 0) {
    throw new AppError("rate_limited", "auth.wait", {
      retryAfter: place.wait,
      params: { minutes: Math.ceil(place.wait / 60) },
    });
  }
  const [row] = await query<{ password_hash: string | null }>(
    "auth.password",
    "SELECT password_hash FROM account WHERE id = $1",
    [actor.accountId],
  );
  if (!row?.password_hash) {
    await place.innocent();
    throw new AppError("refused", "auth.no_password");
  }
  if (!(await verifyPassword(row.password_hash, input.current))) {
    await place.failed();
    throw new AppError("invalid", "validation.failed", {
      fields: { current: ["auth.current_password_wrong"] },
    });
  }
  await place.innocent();
  const problems = passwordProblems(input.next, actor.email);
  if (input.next === input.current) problems.push("auth.password_unchanged");
  if (problems.length > 0) throw new AppError("invalid", "validation.failed", { fields: { next: problems } });
  const passwordHash = await hashPassword(input.next);
  await writeTx(actor, {}, (tx) =>
    tx.account.update({ where: { id: actor.accountId }, data: { passwordHash, version: { increment: 1 } } }),
  );
  await revokeSessions(actor.accountId, "password_changed", actor.sessionId);
  await writeSessionCookie(await rotateSession(actor, actor.role, client));
  await forgetActor();
}

/** Ends another session of the actor. Throws `not_found` for anybody else's, as for one that ended before. */
export async function endSession(actor: AccountActor, { sessionId }: EndSessionInput): Promise<void> {
  const ended = await revokeSession({ accountId: actor.accountId, sessionId }, "signed_out");
  if (!ended) throw new AppError("not_found", "auth.session_not_found");
}

/** Ends every session of the actor, this one too; returns how many. */
export async function signOutEverywhere(actor: AccountActor): Promise<{ ended: number }> {
  const ended = await revokeSessions(actor.accountId, "signed_out_everywhere");
  await clearSessionCookie();
  await forgetActor();
  return { ended };
}
