import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { CreateTextbookInput, EditTextbookInput } from "./schemas";

/** Adds a textbook. @throws AppError conflict `curriculum.isbn_taken`; forbidden */
export async function createTextbookCommand(
  actor: Actor,
  input: CreateTextbookInput,
): Promise<{ id: number }> {
  authorise(actor, "curriculum:edit");
  return writeTx(actor, {}, (tx) => tx.textbook.create({ data: input, select: { id: true } }));
}

/**
 * Changes a textbook, if nobody changed it since `version` was shown. One that is no longer used is kept and left out
 * of the pickers: classes of the past name it.
 * @throws AppError stale; not_found; conflict `curriculum.isbn_taken`; forbidden
 */
export async function editTextbookCommand(
  actor: Actor,
  { id, version, ...changes }: EditTextbookInput,
): Promise<{ version: number }> {
  authorise(actor, "curriculum:edit");
  return writeTx(actor, {}, async (tx) => {
    const current = await tx.textbook.findUnique({ where: { id }, select: { id: true } });
    if (!current) throw new AppError("not_found", "curriculum.textbook_not_found");
    const { count } = await tx.textbook.updateMany({
      where: { id, version },
      data: { ...changes, version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale", "curriculum.stale");
    return { version: version + 1 };
  });
}
