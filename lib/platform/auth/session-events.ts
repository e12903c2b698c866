import "server-only";
import type { AccountActor } from "@/lib/platform/access/actor";
import type { Client } from "@/lib/platform/auth/client";
import type { RevokeReason } from "@/lib/platform/auth/sessions";
import type { SignInResult } from "@/lib/platform/auth/sign-in-events";
import { query } from "@/lib/platform/db/pool";
import { logger } from "@/lib/platform/observability/logger";

/** How a session went on after the sign-in. Ends are written by a trigger (prisma/sql/platform/session-ends.sql). */
export type SessionEvent = Exclude<RevokeReason, "rotated"> | "role_switched";

/** What stands in the column `result` of sign_in_event. */
export type SignInEventResult = SignInResult | SessionEvent;

/** Writes down that somebody went on in another of their roles. */
export async function recordRoleSwitch(actor: AccountActor, to: string, client: Client): Promise<void> {
  logger.info({ accountId: actor.accountId, from: actor.role, to }, "role switched");
  await query(
    "auth.role_switched",
    `INSERT INTO sign_in_event (email, account_id, result, ip, user_agent)
     VALUES ($1, $2, 'role_switched', $3, $4)`,
    [actor.email, actor.accountId, client.ip, client.userAgent],
  );
}
