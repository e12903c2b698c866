import "server-only";
import { awardFits, type ProgrammeKind } from "@/lib/curriculum/programmes/rules";
import type {
  CreateProgrammeInput,
  EditProgrammeInput,
  OpenProgrammeInput,
} from "@/lib/curriculum/programmes/schemas";
import { staleEdit } from "@/lib/people/commands/stale";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";

/**
 * Adds a programme. Its code stays for good: roles, courses and lists name it.
 * @throws AppError conflict `curriculum.code_taken`; invalid `curriculum.award_of_kind`; not_found without its cycle; forbidden
 */
export async function createProgrammeCommand(
  actor: Actor,
  input: CreateProgrammeInput,
): Promise<{ code: string }> {
  authorise(actor, "curriculum:edit");
  checkAward(input.kind, input.award);
  return writeTx(actor, {}, async (tx) => {
    const cycle = await tx.cycle.findUnique({ where: { id: input.cycleId }, select: { isActive: true } });
    if (!cycle) throw new AppError("not_found", "curriculum.structure_not_found");
    if (!cycle.isActive) {
      const error = "curriculum.cycle_closed";
      throw new AppError("refused", error, { fields: { cycleId: [error] } });
    }
    return tx.programme.create({ data: input, select: { code: true } });
  });
}

/**
 * Changes facts of a programme, if nobody changed it since `version` was shown.
 * @throws AppError stale with both values; not_found; invalid as create; forbidden
 */
export async function editProgrammeCommand(
  actor: Actor,
  input: EditProgrammeInput,
): Promise<{ version: number }> {
  authorise(actor, "curriculum:edit");
  const { id, version, ...changes } = input;
  return writeTx(actor, {}, async (tx) => {
    const stored = await requireProgramme(tx, id);
    if (changes.award !== undefined) checkAward(stored.kind, changes.award);
    const { count } = await tx.programme.updateMany({
      where: { id, version },
      data: { ...changes, version: { increment: 1 } },
    });
    if (count === 1) return { version: version + 1 };
    throw await staleEdit("programme", id, version, stored.version, changes);
  });
}

/**
 * Opens a programme to new students, or closes it. Whoever studies in it goes on; a closed one is offered nowhere.
 * @throws AppError stale `curriculum.stale`; not_found; refused `curriculum.cycle_closed`; forbidden
 */
export async function openProgrammeCommand(
  actor: Actor,
  input: OpenProgrammeInput,
): Promise<{ version: number }> {
  authorise(actor, "curriculum:edit");
  const { id, version, isActive } = input;
  return writeTx(actor, {}, async (tx) => {
    const stored = await requireProgramme(tx, id);
    if (isActive && !stored.cycle.isActive) throw new AppError("refused", "curriculum.cycle_closed");
    const { count } = await tx.programme.updateMany({
      where: { id, version },
      data: { isActive, version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale", "curriculum.stale");
    return { version: version + 1 };
  });
}

async function requireProgramme(tx: Tx, id: number) {
  const found = await tx.programme.findUnique({
    where: { id },
    select: { version: true, kind: true, cycle: { select: { isActive: true } } },
  });
  if (!found) throw new AppError("not_found", "curriculum.programme_not_found");
  return found;
}

function checkAward(kind: ProgrammeKind, award: string): void {
  if (awardFits(kind, award)) return;
  const error = "curriculum.award_of_kind";
  throw new AppError("invalid", error, { fields: { award: [error] } });
}
