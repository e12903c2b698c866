import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { dayToDb } from "@/lib/platform/dates/campus";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { CreateCourseInput } from "../schemas";

/**
 * Adds a course in its first version. A code that was used before begins anew after its last day.
 * @throws AppError conflict `curriculum.version_that_day`; invalid `curriculum.cycle_unknown`, `…programme_unknown`,
 *   `…terms_in_order`, `…level_of_programme`; forbidden
 */
export async function createCourseCommand(
  actor: Actor,
  { validFrom, ...facts }: CreateCourseInput,
): Promise<{ code: string }> {
  authorise(actor, "curriculum:edit");
  return writeTx(actor, {}, async (tx) => {
    await requirePlace(tx, facts);
    return tx.course.create({
      data: { ...facts, validFrom: dayToDb(validFrom) },
      select: { code: true },
    });
  });
}

/** Cycle and language programme exist; what is gone is told at its field. */
export async function requirePlace(
  tx: Tx,
  { cycleId, programmeCode }: { cycleId?: number | undefined; programmeCode?: string | null | undefined },
): Promise<void> {
  const missing = (field: string, code: string) =>
    new AppError("invalid", code, { fields: { [field]: [code] } });
  if (cycleId !== undefined && !(await tx.cycle.findUnique({ where: { id: cycleId }, select: { id: true } })))
    throw missing("cycleId", "curriculum.cycle_unknown");
  if (!programmeCode) return;
  const programme = await tx.programme.findUnique({ where: { code: programmeCode }, select: { kind: true } });
  if (programme?.kind !== "LANGUAGE") throw missing("programmeCode", "curriculum.programme_unknown");
}
