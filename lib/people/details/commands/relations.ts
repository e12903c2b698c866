import "server-only";
import type { z } from "zod";
import { requirePersonId } from "@/lib/people/access";
import { type RowTable, removeRow, saveRow } from "@/lib/people/details/commands/row";
import { storedRelation } from "@/lib/people/details/rules";
import type { RemoveRowInput, saveRelationInput } from "@/lib/people/details/schemas";
import { type Actor, authorise } from "@/lib/platform/access/actor";

type Input = z.output<typeof saveRelationInput>;
type Facts = Omit<Input, "personId" | "id" | "version">;

/** A relation is shown, changed and taken away from either side. */
const eitherSide = (personId: number) => ({ OR: [{ personId }, { relatedId: personId }] });

const table: RowTable<Facts> = {
  missing: "people.relation_not_found",
  create: (tx, personId, { otherId, role, note }) =>
    tx.personRelation.create({
      data: { ...storedRelation(personId, otherId, role), note },
      select: { id: true },
    }),
  update: (tx, { id, personId, version }, { otherId, role, note }) =>
    tx.personRelation.updateMany({
      where: { id, version, ...eitherSide(personId) },
      data: { ...storedRelation(personId, otherId, role), note, version: { increment: 1 } },
    }),
  remove: (tx, { id, personId, version }) =>
    tx.personRelation.deleteMany({ where: { id, version, ...eitherSide(personId) } }),
  find: (tx, { id, personId }) =>
    tx.personRelation.findFirst({ where: { id, ...eitherSide(personId) }, select: { id: true } }),
};

/**
 * Says that two people on file belong together; stored once, shown on both records.
 * @throws AppError conflict `people.relation_taken`; not_found for somebody whom the actor does not reach; as saveRow
 */
export async function saveRelationCommand(
  actor: Actor,
  { personId, id, version, ...facts }: Input,
): Promise<{ id: number; version: number }> {
  authorise(actor, "people:edit");
  await requirePersonId(actor, facts.otherId);
  return saveRow(actor, { personId, id, version }, facts, table);
}

/** Takes a relation away, on both records. @throws AppError as removeRow */
export function removeRelationCommand(actor: Actor, input: RemoveRowInput): Promise<{ removed: number }> {
  return removeRow(actor, input, table);
}
