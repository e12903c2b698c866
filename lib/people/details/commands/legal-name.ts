import "server-only";
import type { z } from "zod";
import { personNotFound, requirePersonId } from "@/lib/people/access";
import { staleEdit } from "@/lib/people/commands/stale";
import type { editMaritalStatusInput, saveLegalNameInput } from "@/lib/people/details/schemas";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { writeTx } from "@/lib/platform/db/transaction";

async function editPersonColumns(
  actor: Actor,
  key: { personId: number; version: number },
  changes: Prisma.PersonUncheckedUpdateManyInput,
): Promise<{ version: number }> {
  authorise(actor, "people:edit");
  const id = await requirePersonId(actor, key.personId);
  return writeTx(actor, {}, async (tx) => {
    const { count } = await tx.person.updateMany({
      where: { id, version: key.version },
      data: { ...changes, version: { increment: 1 } },
    });
    if (count === 1) return { version: key.version + 1 };
    const stored = await tx.person.findUnique({ where: { id }, select: { version: true } });
    if (!stored) throw personNotFound();
    throw await staleEdit("person", id, key.version, stored.version, changes);
  });
}

/**
 * Keeps the names and gender that documents carry instead of the everyday ones, and whether they do
 * (domain.md 2.1 §). @throws AppError invalid `people.legal_name_incomplete`, stale, not_found, forbidden
 */
export function saveLegalNameCommand(
  actor: Actor,
  { personId, version, ...names }: z.output<typeof saveLegalNameInput>,
): Promise<{ version: number }> {
  return editPersonColumns(actor, { personId, version }, names);
}

/** Keeps the marital status of a person. @throws AppError stale, not_found, forbidden */
export function editMaritalStatusCommand(
  actor: Actor,
  { personId, version, maritalStatus }: z.output<typeof editMaritalStatusInput>,
): Promise<{ version: number }> {
  return editPersonColumns(actor, { personId, version }, { maritalStatus });
}
