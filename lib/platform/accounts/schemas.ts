import { z } from "zod";
import type { AssignmentRow } from "@/lib/platform/access/schemas";
import { reasonText } from "@/lib/platform/validation/reason";

const id = z.number().int().positive();
const version = z.number().int().positive();

/** Closing or opening an account. */
export const accountStatusInput = z.strictObject({ id, version, reason: reasonText });
export type AccountStatusInput = z.infer<typeof accountStatusInput>;

/** Ends one session of somebody. */
export const endAccountSessionInput = z.strictObject({ id, sessionId: z.uuid() });
export type EndAccountSessionInput = z.infer<typeof endAccountSessionInput>;

/** Ends every session of somebody. */
export const endAccountSessionsInput = z.strictObject({ id, reason: reasonText });
export type EndAccountSessionsInput = z.infer<typeof endAccountSessionsInput>;

/**
 * A first password is made in the administrator's browser and shown there once. It never is in an answer, since answers
 * to repeated calls are stored.
 */
const firstPassword = z.string().min(1).max(128);

/** A local account; its roles are granted afterwards. */
export const createAccountInput = z.strictObject({
  email: z.email().trim().max(254),
  displayName: z.string().trim().min(1).max(200),
  password: firstPassword,
  reason: reasonText,
});
export type CreateAccountInput = z.infer<typeof createAccountInput>;

/** A new first password for somebody who forgot theirs. */
export const resetPasswordInput = z.strictObject({
  id,
  version,
  password: firstPassword,
  reason: reasonText,
});
export type ResetPasswordInput = z.infer<typeof resetPasswordInput>;

/** How people prove who they are with an account. */
export const accountSources = ["password", "keycloak", "persona", "none"] as const;
export type AccountSource = (typeof accountSources)[number];

/** When somebody signed in last. */
export const lastSeenChoices = ["week", "quarter", "older", "never"] as const;
export type LastSeen = (typeof lastSeenChoices)[number];

export const accountStatuses = ["ACTIVE", "DISABLED"] as const;
export type AccountStatus = (typeof accountStatuses)[number];

/** One line of the list of accounts. Instants are ISO. */
export type AccountRow = {
  id: number;
  displayName: string;
  email: string;
  personId: number | null;
  status: AccountStatus;
  source: AccountSource;
  /** Names of the roles held today. */
  roles: string[];
  lastSignInAt: string | null;
};

/** All that is known of an account but its secrets. */
export type AccountRecord = AccountRow & {
  version: number;
  locale: string;
  /** Whether the identity provider knows this account. */
  hasSubject: boolean;
  hasPassword: boolean;
  emergencyUntil: string | null;
  createdAt: string;
  /** Current first, then coming, then past; at most 100. */
  assignments: AssignmentRow[];
};
