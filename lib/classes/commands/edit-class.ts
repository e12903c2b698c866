import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { classNotFound, requireClass } from "../access";
import type { EditClassInput } from "../editing/schemas";
import { writeClassEvent } from "../events";

/** Codes of what is refused, told at the field that was changed. */
function refuse(field: string, code: string): AppError {
  return new AppError("refused", code, { fields: { [field]: [code] } });
}

/**
 * Changes facts of a class, if nobody changed it since `version` was shown. Section and time of day are shared by classes
 * that are taught as one, and the kind of combined and reading classes has commands of its own; what is over keeps all
 * but its notes.
 * @throws AppError conflict `classes.section_taken`; refused `classes.is_over`, `classes.combined_shares_it`,
 *   `classes.kind_of_its_own`; stale; not_found; forbidden
 */
export async function editClassCommand(actor: Actor, input: EditClassInput): Promise<{ version: number }> {
  authorise(actor, "classes:edit");
  const { id, version, ...facts } = input;
  await requireClass(actor, id);
  return writeTx(actor, {}, async (tx) => {
    const current = await tx.class.findUnique({
      where: { id },
      select: { status: true, classType: true, combinedClassId: true },
    });
    if (!current) throw classNotFound();
    const over = current.status === "COMPLETED" || current.status === "CANCELLED";
    const [field] = Object.keys(facts).filter((name) => name !== "notes");
    if (over && field) throw refuse(field, "classes.is_over");
    for (const name of ["section", "timeOfDay"] as const)
      if (current.combinedClassId !== null && facts[name] !== undefined)
        throw refuse(name, "classes.combined_shares_it");
    if (
      facts.classType !== undefined &&
      (current.classType === "COMBINED" || current.classType === "READING")
    )
      throw refuse("classType", "classes.kind_of_its_own");
    const { count } = await tx.class.updateMany({
      where: { id, version },
      data: { ...facts, version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale", "classes.stale");
    if (field) await writeClassEvent(tx, actor, id, "edited", { fields: Object.keys(facts) });
    return { version: version + 1 };
  });
}
