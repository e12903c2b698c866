import "server-only";
import { type Actor, actorLabel, systemActor } from "@/lib/platform/access/actor";
import { hashPassword } from "@/lib/platform/auth/password";
import { revokeSessions } from "@/lib/platform/auth/sessions";
import { campusDay, campusToday, dayToDb } from "@/lib/platform/dates/campus";
import { addDays } from "@/lib/platform/dates/day";
import { query } from "@/lib/platform/db/pool";
import { writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { storedReason } from "@/lib/platform/i18n/stored-reason";
import { logger } from "@/lib/platform/observability/logger";

/** How long an emergency administrator works, from the moment of the command. */
const HOUR_MS = 60 * 60 * 1000;

/**
 * Opens a local administrator for one hour, for the day on which Keycloak cannot let anybody in (operations.md 6).
 * The account is for nothing else: its e-mail belongs to nobody yet, or to an earlier emergency, whose sessions end.
 * Loud on purpose: audit, an error in the log, a metric, a banner for every administrator.
 * Throws `refused` "auth.emergency_taken" when somebody else has the e-mail.
 */
export async function openEmergency(
  actor: Actor,
  given: { email: string; reason: string; password: string },
): Promise<{ accountId: number; until: Date }> {
  const email = given.email.trim().toLowerCase();
  const passwordHash = await hashPassword(given.password);
  const until = new Date(Date.now() + HOUR_MS);
  const reason = storedReason("emergency", { words: given.reason });
  const accountId = await writeTx(actor, { reason, evenWhenReadOnly: true }, async (tx) => {
    const known = await tx.account.findUnique({
      where: { email },
      select: { id: true, subject: true, emergencyUntil: true },
    });
    if (known && (known.emergencyUntil === null || known.subject !== null))
      throw new AppError("refused", "auth.emergency_taken");
    const opened = { passwordHash, emergencyUntil: until, status: "ACTIVE" } as const;
    const { id } = known
      ? await tx.account.update({ where: { id: known.id }, data: { ...opened, version: { increment: 1 } } })
      : await tx.account.create({
          data: { ...opened, email, displayName: "Emergency administrator" },
          select: { id: true },
        });
    // Days are the unit of grants; the hour itself is asked with every request (`session-lookup.ts`).
    const today = dayToDb(campusToday());
    const end = dayToDb(addDays(campusDay(until), 1));
    const held = await tx.roleAssignment.findFirst({
      where: { accountId: id, role: "admin", validTo: { gt: today } },
      select: { id: true },
    });
    if (held) {
      await tx.roleAssignment.update({
        where: { id: held.id },
        data: { validTo: end, reason, version: { increment: 1 } },
      });
    } else {
      await tx.roleAssignment.create({
        data: {
          accountId: id,
          role: "admin",
          scopeKind: "ALL",
          validFrom: today,
          validTo: end,
          reason,
          grantedBy: actorLabel(actor),
        },
      });
    }
    return id;
  });
  await revokeSessions(accountId, "emergency_over");
  logger.error({ alert: "emergency_admin", accountId, until }, "EMERGENCY ADMINISTRATOR OPENED FOR ONE HOUR");
  return { accountId, until };
}

/** Makes the password of an emergency worthless; false when somebody was faster. It works once. */
export async function spendPassword(account: { id: number; password_hash: string | null }): Promise<boolean> {
  const spent = await writeTx(
    systemActor("emergency"),
    { reason: storedReason("emergency_password_used"), evenWhenReadOnly: true },
    (tx) =>
      tx.account.updateMany({
        where: { id: account.id, passwordHash: account.password_hash },
        data: { passwordHash: null, version: { increment: 1 } },
      }),
  );
  if (spent.count > 0)
    logger.error({ alert: "emergency_admin", accountId: account.id }, "EMERGENCY ADMINISTRATOR SIGNED IN");
  return spent.count > 0;
}

/** How many emergency administrators could act now, for the banner and the metric. */
export async function openEmergencies(): Promise<number> {
  const [row] = await query<{ open: number }>(
    "auth.emergencies",
    "SELECT count(*)::int AS open FROM account WHERE emergency_until > now() AND status = 'ACTIVE'",
  );
  return row?.open ?? 0;
}
