import "server-only";
import { type AccountActor, actorLabel, authorise } from "@/lib/platform/access/actor";
import { TWO_PERSON_ROLES } from "@/lib/platform/access/roles";
import type { GrantRoleInput, RevokeRoleInput } from "@/lib/platform/access/schemas";
import { campusToday, dayFromDb, dayToDb } from "@/lib/platform/dates/campus";
import { addDays } from "@/lib/platform/dates/day";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";

/** An account that can be granted something. */
export type Grantee = { id: number; personId: number | null; displayName: string };

/**
 * Grants a role (domain.md 2.3). Throws `refused` "access.needs_second_person" for the roles that two persons grant
 * (lib/approvals/access-grants.ts), `forbidden` "access.not_to_oneself", `invalid` when the account or the scope
 * does not exist or the day has passed, `conflict` "access.already_held" when the same grant holds in these days.
 */
export async function grantRole(actor: AccountActor, input: GrantRoleInput): Promise<{ id: number }> {
  authorise(actor, "access:grant");
  if (TWO_PERSON_ROLES.has(input.role)) throw new AppError("refused", "access.needs_second_person");
  return writeTx(actor, { reason: input.reason }, async (tx) => {
    const account = await requireGrantable(tx, { by: actor.accountId, account: input.email }, input);
    return writeGrant(tx, account, input, { grantedBy: actorLabel(actor), approvalId: null });
  });
}

/**
 * The account to which somebody may grant this now; writes nothing.
 * @param who `by` the account that grants, `account` the other one by its e-mail or id
 * @throws AppError as grantRole
 */
export async function requireGrantable(
  tx: Tx,
  who: { by: number; account: string | number },
  grant: Omit<GrantRoleInput, "email" | "reason">,
): Promise<Grantee> {
  const account = await tx.account.findUnique({
    where: typeof who.account === "number" ? { id: who.account } : { email: who.account },
    select: { id: true, personId: true, displayName: true, status: true },
  });
  if (account?.status !== "ACTIVE") throw invalid("email", "access.account_not_found");
  if (who.by === account.id) throw notToOneself();
  if (grant.validFrom < campusToday()) throw invalid("validFrom", "access.begins_in_the_past");
  if (grant.lastDay !== null && grant.lastDay < grant.validFrom)
    throw invalid("lastDay", "access.ends_before_it_begins");
  await requireScope(tx, grant);
  await refuseOverlap(tx, account.id, grant);
  return account;
}

/** Writes a grant that `requireGrantable` let through. */
export function writeGrant(
  tx: Tx,
  account: Grantee,
  grant: Omit<GrantRoleInput, "email">,
  by: { grantedBy: string; approvalId: number | null },
): Promise<{ id: number }> {
  return tx.roleAssignment.create({
    data: {
      accountId: account.id,
      personId: account.personId,
      role: grant.role,
      scopeKind: grant.scopeKind,
      scopeRef: grant.scopeRef,
      authorityLevel: grant.authorityLevel,
      validFrom: dayToDb(grant.validFrom),
      validTo: grant.lastDay === null ? null : dayToDb(addDays(grant.lastDay, 1)),
      reason: grant.reason,
      ...by,
    },
    select: { id: true },
  });
}

/**
 * Takes a role away from today on; the next request of its holder is refused. One person suffices, but never on
 * oneself and never the last administrator. Throws `not_found`, `forbidden` "access.not_to_oneself", `stale`, or
 * `refused` "access.ended_already" or "access.last_admin".
 */
export async function revokeRole(actor: AccountActor, input: RevokeRoleInput): Promise<void> {
  authorise(actor, "access:grant");
  await writeTx(actor, { reason: input.reason }, async (tx) => {
    const grant = await tx.roleAssignment.findUnique({
      where: { id: input.id },
      select: { accountId: true, validFrom: true, validTo: true },
    });
    if (!grant) throw new AppError("not_found", "access.grant_not_found");
    if (actor.accountId === grant.accountId) throw notToOneself();
    const today = campusToday();
    const [from, to] = [dayFromDb(grant.validFrom), dayFromDb(grant.validTo)];
    if (to !== null && to <= today) throw new AppError("refused", "access.ended_already");
    const { count } = await tx.roleAssignment.updateMany({
      where: { id: input.id, version: input.version },
      data: { validTo: dayToDb(from > today ? from : today), version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale", "access.stale");
  });
}

/** Nobody changes their own rights, whatever they are (domain.md 2.3, admin). */
function notToOneself(): AppError {
  return new AppError("forbidden", "access.not_to_oneself");
}

type Where = Pick<GrantRoleInput, "scopeKind" | "scopeRef">;

async function requireScope(tx: Tx, { scopeKind, scopeRef }: Where): Promise<void> {
  if (scopeRef === null) return;
  const where = { where: { code: scopeRef }, select: { id: true } };
  const found =
    scopeKind === "DEPARTMENT" ? await tx.department.findUnique(where) : await tx.programme.findUnique(where);
  if (!found) throw invalid("scopeRef", "access.scope_not_found");
}

async function refuseOverlap(
  tx: Tx,
  accountId: number,
  input: Where & Pick<GrantRoleInput, "role" | "validFrom" | "lastDay">,
): Promise<void> {
  const held = await tx.roleAssignment.findFirst({
    where: {
      accountId,
      role: input.role,
      scopeKind: input.scopeKind,
      scopeRef: input.scopeRef,
      AND: [
        { OR: [{ validTo: null }, { validTo: { gt: dayToDb(input.validFrom) } }] },
        ...(input.lastDay === null ? [] : [{ validFrom: { lte: dayToDb(input.lastDay) } }]),
      ],
    },
    select: { id: true },
  });
  if (held) throw new AppError("conflict", "access.already_held");
}

function invalid(field: string, code: string): AppError {
  return new AppError("invalid", "validation.failed", { fields: { [field]: [code] } });
}
