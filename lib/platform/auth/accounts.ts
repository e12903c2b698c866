import "server-only";
import { type Actor, actorLabel } from "@/lib/platform/access/actor";
import type { RoleName } from "@/lib/platform/access/roles";
import { OWN_SCOPED_ROLES } from "@/lib/platform/access/roles";
import { hashPassword, passwordProblems } from "@/lib/platform/auth/password";
import { revokeSessions } from "@/lib/platform/auth/sessions";
import { campusToday, dayToDb } from "@/lib/platform/dates/campus";
import { writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";

export type NewAccount = {
  email: string;
  displayName: string;
  password: string;
  role: RoleName;
  reason: string;
};

/**
 * Makes a local account with a password and its first role, for the command line: the first administrator cannot be
 * granted by another one. Throws `invalid` with codes by field, or `conflict` when the e-mail is taken.
 */
export async function createAccount(actor: Actor, account: NewAccount): Promise<{ id: number }> {
  const email = account.email.trim().toLowerCase();
  refuseWeak(account.password, email);
  const passwordHash = await hashPassword(account.password);
  return writeTx(actor, { reason: account.reason }, async (tx) => {
    const { id } = await tx.account.create({
      data: { email, displayName: account.displayName, passwordHash },
      select: { id: true },
    });
    await tx.roleAssignment.create({
      data: {
        accountId: id,
        role: account.role,
        scopeKind: OWN_SCOPED_ROLES.has(account.role) ? "OWN" : "ALL",
        validFrom: dayToDb(campusToday()),
        reason: account.reason,
        grantedBy: actorLabel(actor),
      },
    });
    return { id };
  });
}

/** Sets a new password and ends every session of the account. Throws `not_found` or `invalid`. */
export async function resetPassword(
  actor: Actor,
  email: string,
  password: string,
  reason: string,
): Promise<void> {
  refuseWeak(password, email);
  const passwordHash = await hashPassword(password);
  const id = await writeTx(actor, { reason }, async (tx) => {
    const account = await tx.account.findUnique({ where: { email }, select: { id: true } });
    if (!account) throw new AppError("not_found", "access.account_not_found");
    await tx.account.update({ where: { id: account.id }, data: { passwordHash, version: { increment: 1 } } });
    return account.id;
  });
  await revokeSessions(id, "password_changed");
}

function refuseWeak(password: string, email: string): void {
  const problems = passwordProblems(password, email);
  if (problems.length > 0)
    throw new AppError("invalid", "validation.failed", { fields: { password: problems } });
}
