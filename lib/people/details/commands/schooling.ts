import "server-only";
import type { z } from "zod";
import { type RowTable, removeRow, saveRow } from "@/lib/people/details/commands/row";
import type { RemoveRowInput, saveSchoolingInput } from "@/lib/people/details/schemas";
import type { Actor } from "@/lib/platform/access/actor";

type Input = z.output<typeof saveSchoolingInput>;
type Facts = Omit<Input, "personId" | "id" | "version">;

const table: RowTable<Facts> = {
  missing: "people.schooling_not_found",
  create: (tx, personId, facts) =>
    tx.priorSchooling.create({ data: { personId, ...facts }, select: { id: true } }),
  update: (tx, key, facts) =>
    tx.priorSchooling.updateMany({ where: key, data: { ...facts, version: { increment: 1 } } }),
  remove: (tx, key) => tx.priorSchooling.deleteMany({ where: key }),
  find: (tx, key) => tx.priorSchooling.findFirst({ where: key, select: { id: true } }),
};

/** Adds or changes a school attended before. @throws AppError as saveRow */
export function saveSchoolingCommand(
  actor: Actor,
  { personId, id, version, ...facts }: Input,
): Promise<{ id: number; version: number }> {
  return saveRow(actor, { personId, id, version }, facts, table);
}

/** Takes a school away. @throws AppError as removeRow */
export function removeSchoolingCommand(actor: Actor, input: RemoveRowInput): Promise<{ removed: number }> {
  return removeRow(actor, input, table);
}
