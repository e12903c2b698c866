import "server-only";
import type { z } from "zod";
import { type RowTable, removeRow, saveRow } from "@/lib/people/details/commands/row";
import type { RemoveRowInput, saveEmploymentInput } from "@/lib/people/details/schemas";
import type { Actor } from "@/lib/platform/access/actor";
import { dayToDb } from "@/lib/platform/dates/campus";

type Input = z.output<typeof saveEmploymentInput>;
type Facts = Omit<Input, "personId" | "id" | "version">;

function stored({ startedOn, endedOn, ...facts }: Facts) {
  return { ...facts, startedOn: dayToDb(startedOn), endedOn: dayToDb(endedOn) };
}

const table: RowTable<Facts> = {
  missing: "people.employment_not_found",
  create: (tx, personId, facts) =>
    tx.employment.create({ data: { personId, ...stored(facts) }, select: { id: true } }),
  update: (tx, key, facts) =>
    tx.employment.updateMany({ where: key, data: { ...stored(facts), version: { increment: 1 } } }),
  remove: (tx, key) => tx.employment.deleteMany({ where: key }),
  find: (tx, key) => tx.employment.findFirst({ where: key, select: { id: true } }),
};

/** Adds or changes work beside or before the studies. @throws AppError as saveRow */
export function saveEmploymentCommand(
  actor: Actor,
  { personId, id, version, ...facts }: Input,
): Promise<{ id: number; version: number }> {
  return saveRow(actor, { personId, id, version }, facts, table);
}

/** Takes an employment away. @throws AppError as removeRow */
export function removeEmploymentCommand(actor: Actor, input: RemoveRowInput): Promise<{ removed: number }> {
  return removeRow(actor, input, table);
}
