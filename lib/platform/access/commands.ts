import "server-only";
import { type AccountActor, actorLabel, authorise } from "@/lib/platform/access/actor";
import type { GrantRoleInput, RevokeRoleInput } from "@/lib/platform/access/schemas";
import { campusToday, dayFromDb, dayToDb } from "@/lib/platform/dates/campus";
import { addDays } from "@/lib/platform/dates/day";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";

/**
 * Grants a role (domain.md 2.3). Throws `forbidden` "access.not_to_oneself", `invalid` when the account or the scope
 * does not exist or the day has passed, `conflict` "access.already_held" when the same grant holds in these days.
 */
export async function grantRole(actor: AccountActor, input: GrantRoleInput): Promise<{ id: number }> {
  authorise(actor, "access:grant");
  return writeTx(actor, { reason: input.reason }, async (tx) => {
    const account = await tx.account.findUnique({
      where: { email: input.email },
      select: { id: true, personId: true, status: true },
    });
    if (account?.status !== "ACTIVE") throw invalid("email", "access.account_not_found");
    refuseSelf(actor, account.id);
    if (input.validFrom < campusToday()) throw invalid("validFrom", "access.begins_in_the_past");
    await requireScope(tx, input);
    await refuseOverlap(tx, account.id, input);
    return tx.roleAssignment.create({
      data: {
        accountId: account.id,
        personId: account.personId,
        role: input.role,
        scopeKind: input.scopeKind,
        scopeRef: input.scopeRef,
        authorityLevel: input.authorityLevel,
        validFrom: dayToDb(input.validFrom),
        validTo: input.lastDay === null ? null : dayToDb(addDays(input.lastDay, 1)),
        reason: input.reason,
        grantedBy: actorLabel(actor),
      },
      select: { id: true },
    });
  });
}

/**
 * Takes a role away from today on; the next request of its holder is refused. Throws `not_found`,
 * `forbidden` "access.not_to_oneself", `stale`, or `refused` "access.ended_already".
 */
export async function revokeRole(actor: AccountActor, input: RevokeRoleInput): Promise<void> {
  authorise(actor, "access:grant");
  await writeTx(actor, { reason: input.reason }, async (tx) => {
    const grant = await tx.roleAssignment.findUnique({
      where: { id: input.id },
      select: { accountId: true, validFrom: true, validTo: true },
    });
    if (!grant) throw new AppError("not_found", "access.grant_not_found");
    refuseSelf(actor, grant.accountId);
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
function refuseSelf(actor: AccountActor, accountId: number): void {
  if (actor.accountId === accountId) throw new AppError("forbidden", "access.not_to_oneself");
}

async function requireScope(tx: Tx, { scopeKind, scopeRef }: GrantRoleInput): Promise<void> {
  if (scopeRef === null) return;
  const where = { where: { code: scopeRef }, select: { id: true } };
  const found =
    scopeKind === "DEPARTMENT" ? await tx.department.findUnique(where) : await tx.programme.findUnique(where);
  if (!found) throw invalid("scopeRef", "access.scope_not_found");
}

async function refuseOverlap(tx: Tx, accountId: number, input: GrantRoleInput): Promise<void> {
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
