import "server-only";
import { systemActor } from "@/lib/platform/access/actor";
import type { Identity } from "@/lib/platform/auth/keycloak/identity";
import { syncAssignments } from "@/lib/platform/auth/keycloak/sync-assignments";
import { query } from "@/lib/platform/db/pool";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { logger } from "@/lib/platform/observability/logger";

export const KEYCLOAK_ACTOR = systemActor("keycloak");

type Account = {
  id: number;
  personId: number | null;
  email: string;
  displayName: string;
  status: "ACTIVE" | "DISABLED";
};
const COLUMNS = { id: true, personId: true, email: true, displayName: true, status: true } as const;

/**
 * The account of somebody whom Keycloak proved, made equal to what Keycloak says: linked at the first sign-in, name,
 * e-mail, roles and groups followed at each. One transaction, so that nobody is half somebody else.
 *
 * Throws `refused` "auth.email_unverified", "auth.nobody_here" or "auth.other_subject" when no account may be linked,
 * and "auth.disabled" for a closed one.
 */
export async function followIdentity(identity: Identity, reason: string): Promise<number> {
  // Read-only mode keeps people from changing records; a right that was taken away in Keycloak must end all the same.
  return writeTx(KEYCLOAK_ACTOR, { reason, evenWhenReadOnly: true }, async (tx) => {
    // Two tabs of one person finish at once: the second waits and finds the account linked.
    await tx.$queryRaw`SELECT 1 AS locked FROM (SELECT pg_advisory_xact_lock(hashtextextended(${`keycloak:${identity.subject}`}, 0))) AS held`;
    const account = (await bySubject(tx, identity)) ?? (await firstSignIn(tx, identity));
    if (account.status !== "ACTIVE") throw new AppError("refused", "auth.disabled");
    await followProfile(tx, account, identity);
    await syncAssignments(tx, account, identity);
    return account.id;
  });
}

/** The account that Keycloak's user is linked to, or null. */
export async function accountOfSubject(subject: string): Promise<number | null> {
  const [row] = await query<{ id: number }>(
    "auth.account_of_subject",
    "SELECT id FROM account WHERE subject = $1",
    [subject],
  );
  return row?.id ?? null;
}

function bySubject(tx: Tx, { subject }: Identity): Promise<Account | null> {
  return tx.account.findUnique({ where: { subject }, select: COLUMNS });
}

async function firstSignIn(tx: Tx, identity: Identity): Promise<Account> {
  // Whoever could write any address into their profile could become anybody.
  if (!identity.emailVerified) throw new AppError("refused", "auth.email_unverified");
  const known = await tx.account.findUnique({
    where: { email: identity.email },
    select: { ...COLUMNS, subject: true, emergencyUntil: true },
  });
  if (known) {
    if (known.subject !== null) throw new AppError("refused", "auth.other_subject");
    // An emergency administrator is nobody's everyday account, not even after its hour.
    if (known.emergencyUntil !== null) throw new AppError("refused", "auth.nobody_here");
    if (known.status !== "ACTIVE") throw new AppError("refused", "auth.disabled");
    return tx.account.update({
      where: { id: known.id },
      data: { subject: identity.subject, version: { increment: 1 } },
      select: COLUMNS,
    });
  }
  const personId = await personOf(tx, identity.email);
  return tx.account.create({
    data: {
      email: identity.email,
      displayName: identity.displayName,
      subject: identity.subject,
      personId,
    },
    select: COLUMNS,
  });
}

/** The one person with this e-mail who has no account yet: by the school's address, then by their own. */
async function personOf(tx: Tx, email: string): Promise<number> {
  const select = { select: { id: true, account: { select: { id: true } } } } as const;
  const bySchool = await tx.person.findUnique({ where: { schoolEmail: email }, ...select });
  const found = bySchool
    ? [bySchool]
    : await tx.person.findMany({ where: { personalEmail: email }, take: 2, ...select });
  const [person] = found;
  if (!person || found.length > 1) throw new AppError("refused", "auth.nobody_here");
  if (person.account) throw new AppError("refused", "auth.other_subject");
  return person.id;
}

async function followProfile(tx: Tx, account: Account, identity: Identity): Promise<void> {
  const changes: { displayName?: string; email?: string } = {};
  if (identity.displayName !== account.displayName) changes.displayName = identity.displayName;
  if (identity.emailVerified && identity.email !== account.email.toLowerCase()) {
    const taken = await tx.account.findUnique({ where: { email: identity.email }, select: { id: true } });
    if (taken) logger.warn({ accountId: account.id }, "the e-mail from Keycloak belongs to another account");
    else changes.email = identity.email;
  }
  if (Object.keys(changes).length === 0) return;
  await tx.account.update({ where: { id: account.id }, data: { ...changes, version: { increment: 1 } } });
}
