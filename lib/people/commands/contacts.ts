import "server-only";
import type { z } from "zod";
import { requireEditable } from "@/lib/people/own/access";
import type { addContactInput, editContactInput, removeContactInput } from "@/lib/people/schemas";
import type { Actor } from "@/lib/platform/access/actor";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";

/** Adds somebody to call (domain.md 2.1 Contact). @throws AppError not_found, forbidden */
export async function addContactCommand(
  actor: Actor,
  input: z.output<typeof addContactInput>,
): Promise<{ id: number }> {
  const { of, number, ...facts } = input;
  const personId = await requireEditable(actor, { of, number });
  return writeTx(actor, {}, (tx) =>
    tx.emergencyContact.create({ data: { personId, ...facts }, select: { id: true } }),
  );
}

/** Changes a contact of this person. @throws AppError stale, not_found, forbidden */
export async function editContactCommand(
  actor: Actor,
  input: z.output<typeof editContactInput>,
): Promise<{ version: number }> {
  const { of, number, id, version, ...facts } = input;
  const personId = await requireEditable(actor, { of, number });
  return writeTx(actor, {}, async (tx) => {
    const { count } = await tx.emergencyContact.updateMany({
      where: { id, personId, version },
      data: { ...facts, version: { increment: 1 } },
    });
    if (count === 0) await refuse(tx, personId, id);
    return { version: version + 1 };
  });
}

/** Removes a contact of this person. @throws AppError stale, not_found, forbidden */
export async function removeContactCommand(
  actor: Actor,
  input: z.output<typeof removeContactInput>,
): Promise<{ removed: number }> {
  const { of, number, id, version } = input;
  const personId = await requireEditable(actor, { of, number });
  return writeTx(actor, {}, async (tx) => {
    const { count } = await tx.emergencyContact.deleteMany({ where: { id, personId, version } });
    if (count === 0) await refuse(tx, personId, id);
    return { removed: count };
  });
}

async function refuse(tx: Tx, personId: number, id: number): Promise<never> {
  const there = await tx.emergencyContact.findFirst({ where: { id, personId }, select: { id: true } });
  throw there ? new AppError("stale", "people.stale") : new AppError("not_found", "people.contact_not_found");
}
