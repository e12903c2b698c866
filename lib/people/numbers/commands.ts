import "server-only";
import type { z } from "zod";
import { requireStudentId } from "@/lib/people/access";
import type { addAliasInput, removeAliasInput } from "@/lib/people/numbers/schemas";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";

/**
 * Gives a student an older number by which they are found (domain.md 0.2 row 1).
 * @throws AppError conflict `people.alias_taken` when it is an alias of somebody, `people.alias_is_number` when it is a
 *   student's number; not_found; forbidden
 */
export async function addAliasCommand(
  actor: Actor,
  input: z.output<typeof addAliasInput>,
): Promise<{ id: number }> {
  authorise(actor, "people:edit");
  const studentId = await requireStudentId(actor, input.number);
  return writeTx(actor, { reason: input.reason }, (tx) =>
    tx.studentAlias.create({
      data: { studentId, alias: input.alias, source: "STAFF" },
      select: { id: true },
    }),
  );
}

/** Takes an older number away. @throws AppError not_found `people.alias_not_found`; forbidden */
export async function removeAliasCommand(
  actor: Actor,
  input: z.output<typeof removeAliasInput>,
): Promise<{ removed: number }> {
  authorise(actor, "people:edit");
  const studentId = await requireStudentId(actor, input.number);
  return writeTx(actor, { reason: input.reason }, async (tx) => {
    const { count } = await tx.studentAlias.deleteMany({ where: { id: input.id, studentId } });
    if (count === 0) throw new AppError("not_found", "people.alias_not_found");
    return { removed: count };
  });
}
