import "server-only";
import type { CreatePositionInput, EditPositionInput } from "@/lib/organization/schemas";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";

/** Adds a position with its authority. @throws AppError conflict `organization.position_title_taken`; invalid; forbidden */
export async function createPositionCommand(
  actor: Actor,
  input: CreatePositionInput,
): Promise<{ id: number }> {
  authorise(actor, "organization:edit");
  return writeTx(actor, {}, async (tx) => {
    await requirePlace(tx, input);
    return tx.position.create({ data: dataOf(input), select: { id: true } });
  });
}

/**
 * Changes a position, and with it what its holders may do from their next request on. Nobody changes the authority of a
 * position of their own.
 * @throws AppError stale; not_found; invalid `organization.position_cycle`; conflict as create; forbidden, also
 *   `organization.own_position`
 */
export async function editPositionCommand(
  actor: Actor,
  input: EditPositionInput,
): Promise<{ version: number }> {
  authorise(actor, "organization:edit");
  const { id, version, ...facts } = input;
  return writeTx(actor, {}, async (tx) => {
    const current = await tx.position.findUnique({ where: { id }, select: { id: true } });
    if (!current) throw new AppError("not_found", "organization.position_not_found");
    await refuseOwn(tx, actor, id);
    await requirePlace(tx, facts);
    const { count } = await tx.position.updateMany({
      where: { id, version },
      data: { ...dataOf(facts), version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale", "organization.stale");
    return { version: version + 1 };
  });
}

/** Whoever holds a position, or stands in for its holder, may not raise it (domain.md 2.3, admin). */
async function refuseOwn(tx: Tx, actor: Actor, positionId: number): Promise<void> {
  if (actor.personId === null) return;
  const own = await tx.positionAssignment.findFirst({
    where: { positionId, OR: [{ personId: actor.personId }, { delegateId: actor.personId }] },
    select: { id: true },
  });
  if (own) throw new AppError("forbidden", "organization.own_position");
}

function dataOf({ approvalLimits, ...facts }: CreatePositionInput) {
  return { ...facts, overrides: [...new Set(facts.overrides)].sort(), approvalLimits };
}

/** Department and superior exist; a choice that is gone is told at its field. */
async function requirePlace(
  tx: Tx,
  { departmentId, reportsToId }: Pick<CreatePositionInput, "departmentId" | "reportsToId">,
): Promise<void> {
  const missing = (field: string, code: string) =>
    new AppError("invalid", code, { fields: { [field]: [code] } });
  if (
    departmentId !== null &&
    !(await tx.department.findUnique({ where: { id: departmentId }, select: { id: true } }))
  )
    throw missing("departmentId", "organization.department_not_found");
  if (
    reportsToId !== null &&
    !(await tx.position.findUnique({ where: { id: reportsToId }, select: { id: true } }))
  )
    throw missing("reportsToId", "organization.position_not_found");
}
