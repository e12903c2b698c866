import "server-only";
import type { Client } from "@/lib/platform/auth/client";
import { query } from "@/lib/platform/db/pool";
import { logger } from "@/lib/platform/observability/logger";
import { metrics } from "@/lib/platform/observability/metrics";

/** How an attempt to sign in ended. The person sees only success, "does not fit" or "wait". */
export type SignInResult =
  | "success"
  | "persona"
  | "unknown_email"
  | "wrong_password"
  | "disabled"
  | "no_role"
  | "throttled"
  | "persona_refused"
  | "local_refused"
  | "emergency"
  | "provider_cancelled"
  | "provider_unavailable"
  | "provider_failed"
  | "state_mismatch"
  | "nonce_mismatch"
  | "issuer_mismatch"
  | "audience_mismatch"
  | "token_invalid"
  | "code_refused"
  | "nobody_here"
  | "other_subject"
  | "email_unverified";

/** Longest e-mail that is kept of an attempt; RFC 5321 allows no longer one. */
const EMAIL_MAX = 254;

/** Writes down one attempt with its result (domain.md 9.3), counts it, and logs it without the e-mail. */
export async function recordSignIn(
  attempt: { email: string; accountId: number | null; client: Client },
  result: SignInResult,
): Promise<void> {
  const { email, accountId, client } = attempt;
  metrics().signIns.inc({ result });
  logger.info({ result, accountId, ip: client.ip }, "sign-in");
  await query(
    "auth.sign_in_event",
    "INSERT INTO sign_in_event (email, account_id, result, ip, user_agent) VALUES ($1, $2, $3, $4, $5)",
    [email.slice(0, EMAIL_MAX), accountId, result, client.ip, client.userAgent],
  );
}
