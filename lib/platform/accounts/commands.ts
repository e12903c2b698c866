import "server-only";
import { type AccountActor, authorise } from "@/lib/platform/access/actor";
import { TWO_PERSON_ROLES } from "@/lib/platform/access/roles";
import type {
  AccountStatusInput,
  CreateAccountInput,
  EndAccountSessionInput,
  EndAccountSessionsInput,
  ResetPasswordInput,
} from "@/lib/platform/accounts/schemas";
import { recordEvent } from "@/lib/platform/audit/event";
import { keycloak } from "@/lib/platform/auth/keycloak/config";
import { hashPassword, passwordProblems } from "@/lib/platform/auth/password";
import type { RevokeReason } from "@/lib/platform/auth/sessions";
import { campusToday, dayToDb } from "@/lib/platform/dates/campus";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";

/** Who took a telephone or left in anger must be kept out also while nothing else may be written. */
const KEEPING_OUT = { evenWhenReadOnly: true } as const;

/**
 * Closes an account: its sessions end with it and nobody signs in any more; roles and history stay. Throws `forbidden`
 * "access.not_to_oneself", `not_found`, `stale`, `refused` "access.account_closed_already" or, for the last one who
 * could give rights back, "access.last_admin" (a constraint).
 */
export async function disableAccount(
  actor: AccountActor,
  { id, version, reason }: AccountStatusInput,
): Promise<{ ended: number }> {
  authorise(actor, "access:manage_accounts");
  refuseSelf(actor, id);
  return writeTx(actor, { reason, ...KEEPING_OUT }, async (tx) => {
    const account = await getForChange(tx, id);
    if (account.status === "DISABLED") throw new AppError("refused", "access.account_closed_already");
    await change(tx, id, version, { status: "DISABLED" });
    return { ended: await endSessions(tx, id, "account_closed") };
  });
}

/** Opens a closed account again. Throws `not_found`, `stale`, `refused` "access.account_open_already". */
export async function enableAccount(
  actor: AccountActor,
  { id, version, reason }: AccountStatusInput,
): Promise<void> {
  authorise(actor, "access:manage_accounts");
  await writeTx(actor, { reason }, async (tx) => {
    const account = await getForChange(tx, id);
    if (account.status === "ACTIVE") throw new AppError("refused", "access.account_open_already");
    await change(tx, id, version, { status: "ACTIVE" });
  });
}

/** Ends one session of somebody; who did it stands in the audit. Throws `not_found`, also when it ended before. */
export async function endAccountSession(
  actor: AccountActor,
  { id, sessionId }: EndAccountSessionInput,
): Promise<void> {
  authorise(actor, "access:manage_accounts");
  await writeTx(actor, KEEPING_OUT, async (tx) => {
    const account = await getForChange(tx, id);
    const ended = await endSessions(tx, id, "ended_by_admin", sessionId);
    if (ended === 0) throw new AppError("not_found", "auth.session_not_found");
    await recordEvent(tx, "access.sessions_ended", account.personId, { account_id: id, sessions: ended });
  });
}

/** Ends every session of somebody; returns how many. Throws `not_found`. */
export async function endAccountSessions(
  actor: AccountActor,
  { id, reason }: EndAccountSessionsInput,
): Promise<{ ended: number }> {
  authorise(actor, "access:manage_accounts");
  return writeTx(actor, { reason, ...KEEPING_OUT }, async (tx) => {
    const account = await getForChange(tx, id);
    const ended = await endSessions(tx, id, "ended_by_admin");
    await recordEvent(tx, "access.sessions_ended", account.personId, { account_id: id, sessions: ended });
    return { ended };
  });
}

/**
 * Makes a local account without a role, where no identity provider keeps the accounts. Throws `refused`
 * "access.accounts_kept_elsewhere", `invalid` with codes by field, `conflict` when the e-mail is taken.
 */
export async function createLocalAccount(
  actor: AccountActor,
  input: CreateAccountInput,
): Promise<{ id: number }> {
  authorise(actor, "access:manage_accounts");
  refuseElsewhere();
  const email = input.email.toLowerCase();
  refuseWeak(input.password, email);
  const passwordHash = await hashPassword(input.password);
  return writeTx(actor, { reason: input.reason }, (tx) =>
    tx.account.create({
      data: { email, displayName: input.displayName, passwordHash },
      select: { id: true },
    }),
  );
}

/**
 * Gives somebody a new first password and ends every session of theirs. Throws `forbidden` "access.not_to_oneself",
 * `refused` "access.accounts_kept_elsewhere", "access.no_local_password" or "access.password_of_second_person",
 * `not_found`, `stale`, `invalid`.
 */
export async function resetLocalPassword(
  actor: AccountActor,
  { id, version, password, reason }: ResetPasswordInput,
): Promise<{ ended: number }> {
  authorise(actor, "access:manage_accounts");
  refuseSelf(actor, id);
  refuseElsewhere();
  const passwordHash = await hashPassword(password);
  return writeTx(actor, { reason }, async (tx) => {
    const account = await getForChange(tx, id);
    if (account.persona || account.subject !== null)
      throw new AppError("refused", "access.no_local_password");
    await refuseSecondPerson(tx, id);
    refuseWeak(password, account.email);
    await change(tx, id, version, { passwordHash });
    return { ended: await endSessions(tx, id, "password_changed") };
  });
}

/** Nobody closes or takes over their own account here: their own page is the place for it. */
function refuseSelf(actor: AccountActor, id: number): void {
  if (actor.accountId === id) throw new AppError("forbidden", "access.not_to_oneself");
}

/**
 * An administrator who could sign in as another one would confirm the own requests (domain.md 2.3, admin). Whoever looks
 * after the server gives these their passwords.
 */
async function refuseSecondPerson(tx: Tx, accountId: number): Promise<void> {
  const held = await tx.roleAssignment.findFirst({
    where: {
      accountId,
      role: { in: [...TWO_PERSON_ROLES] },
      OR: [{ validTo: null }, { validTo: { gt: dayToDb(campusToday()) } }],
    },
    select: { id: true },
  });
  if (held) throw new AppError("refused", "access.password_of_second_person");
}

function refuseElsewhere(): void {
  if (keycloak()) throw new AppError("refused", "access.accounts_kept_elsewhere");
}

function refuseWeak(password: string, email: string): void {
  const problems = passwordProblems(password, email);
  if (problems.length > 0)
    throw new AppError("invalid", "validation.failed", { fields: { password: problems } });
}

async function getForChange(tx: Tx, id: number) {
  const account = await tx.account.findUnique({
    where: { id },
    select: { personId: true, status: true, email: true, persona: true, subject: true },
  });
  if (!account) throw new AppError("not_found", "access.account_unknown");
  return account;
}

async function change(
  tx: Tx,
  id: number,
  version: number,
  data: { status?: "ACTIVE" | "DISABLED"; passwordHash?: string },
): Promise<void> {
  const { count } = await tx.account.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale", "access.account_stale");
}

/** In the transaction of its cause, so that none outlives a closed account and none ends without it. */
async function endSessions(tx: Tx, accountId: number, why: RevokeReason, only?: string): Promise<number> {
  const { count } = await tx.accountSession.updateMany({
    where: { accountId, revokedAt: null, ...(only ? { id: only } : {}) },
    data: { revokedAt: new Date(), revokedWhy: why },
  });
  return count;
}
