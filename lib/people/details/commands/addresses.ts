import "server-only";
import type { z } from "zod";
import { type RowTable, removeRow, saveRow } from "@/lib/people/details/commands/row";
import type { RemoveRowInput, saveAddressInput } from "@/lib/people/details/schemas";
import type { Actor } from "@/lib/platform/access/actor";

type Input = z.output<typeof saveAddressInput>;
type Facts = Omit<Input, "personId" | "id" | "version">;

const table: RowTable<Facts> = {
  missing: "people.address_not_found",
  byOwner: true,
  create: (tx, personId, facts) =>
    tx.personAddress.create({ data: { personId, ...facts }, select: { id: true } }),
  update: (tx, key, facts) =>
    tx.personAddress.updateMany({ where: key, data: { ...facts, version: { increment: 1 } } }),
  remove: (tx, key) => tx.personAddress.deleteMany({ where: key }),
  find: (tx, key) => tx.personAddress.findFirst({ where: key, select: { id: true } }),
};

/** Adds or changes an address; a person has one of each kind (conflict `people.address_kind_taken`). @throws AppError as saveRow */
export function saveAddressCommand(
  actor: Actor,
  { personId, id, version, ...facts }: Input,
): Promise<{ id: number; version: number }> {
  return saveRow(actor, { personId, id, version }, facts, table);
}

/** Takes an address away. @throws AppError as removeRow */
export function removeAddressCommand(actor: Actor, input: RemoveRowInput): Promise<{ removed: number }> {
  return removeRow(actor, input, table);
}
