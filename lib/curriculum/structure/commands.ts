import "server-only";
import type {
  CreateCycleInput,
  CreateDivisionInput,
  EditCycleInput,
  EditDivisionInput,
} from "@/lib/curriculum/structure/schemas";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";

/** Adds a division. @throws AppError conflict `curriculum.code_taken`; forbidden */
export async function createDivisionCommand(
  actor: Actor,
  input: CreateDivisionInput,
): Promise<{ id: number }> {
  authorise(actor, "curriculum:edit");
  return writeTx(actor, {}, (tx) => tx.division.create({ data: input, select: { id: true } }));
}

/**
 * Changes a division; its code stays, since scopes of roles name it. One with programmes that take students stays open.
 * @throws AppError stale; not_found; refused `curriculum.division_in_use`; forbidden
 */
export async function editDivisionCommand(
  actor: Actor,
  input: EditDivisionInput,
): Promise<{ version: number }> {
  authorise(actor, "curriculum:edit");
  const { id, version, ...facts } = input;
  return writeTx(actor, {}, async (tx) => {
    await requireRow(await tx.division.count({ where: { id } }));
    if (!facts.isActive) await refuseOpen(tx, { divisionId: id }, "curriculum.division_in_use");
    const { count } = await tx.division.updateMany({
      where: { id, version },
      data: { ...facts, version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale", "curriculum.stale");
    return { version: version + 1 };
  });
}

/** Adds a cycle. @throws AppError conflict `curriculum.code_taken`; not_found without its division; forbidden */
export async function createCycleCommand(actor: Actor, input: CreateCycleInput): Promise<{ id: number }> {
  authorise(actor, "curriculum:edit");
  return writeTx(actor, {}, async (tx) => {
    await requireRow(await tx.division.count({ where: { id: input.divisionId } }));
    return tx.cycle.create({ data: input, select: { id: true } });
  });
}

/**
 * Changes a cycle; its code stays, since lists and rules name it. One with programmes that take students stays open.
 * @throws AppError stale; not_found; refused `curriculum.cycle_in_use`; forbidden
 */
export async function editCycleCommand(actor: Actor, input: EditCycleInput): Promise<{ version: number }> {
  authorise(actor, "curriculum:edit");
  const { id, version, ...facts } = input;
  return writeTx(actor, {}, async (tx) => {
    await requireRow(await tx.cycle.count({ where: { id } }));
    await requireRow(await tx.division.count({ where: { id: facts.divisionId } }));
    if (!facts.isActive) await refuseOpen(tx, { id }, "curriculum.cycle_in_use");
    const { count } = await tx.cycle.updateMany({
      where: { id, version },
      data: { ...facts, version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale", "curriculum.stale");
    return { version: version + 1 };
  });
}

function requireRow(found: number): void {
  if (found === 0) throw new AppError("not_found", "curriculum.structure_not_found");
}

async function refuseOpen(tx: Tx, cycle: { id?: number; divisionId?: number }, code: string): Promise<void> {
  const open = await tx.programme.count({ where: { isActive: true, cycle } });
  if (open > 0)
    throw new AppError("refused", code, { params: { count: open }, fields: { isActive: [code] } });
}
