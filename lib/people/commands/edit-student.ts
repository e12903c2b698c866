import "server-only";
import { requireStudentId } from "@/lib/people/access";
import { staleEdit } from "@/lib/people/commands/stale";
import type { EditStudentInput } from "@/lib/people/schemas";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { dayToDb } from "@/lib/platform/dates/campus";
import { writeTx } from "@/lib/platform/db/transaction";

/**
 * Changes study time, monk, transfer or admission of a student, if nobody changed them since `version` was shown.
 * @throws AppError stale `people.stale` with both values; not_found; forbidden
 */
export async function editStudentCommand(
  actor: Actor,
  input: EditStudentInput,
): Promise<{ version: number }> {
  authorise(actor, "people:edit");
  const { number, version, ...changes } = input;
  const personId = await requireStudentId(actor, number);
  const { admittedOn, ...rest } = changes;
  return writeTx(actor, {}, async (tx) => {
    const { count } = await tx.student.updateMany({
      where: { personId, version },
      data: {
        ...rest,
        ...(admittedOn === undefined ? {} : { admittedOn: dayToDb(admittedOn) }),
        version: { increment: 1 },
      },
    });
    if (count === 1) return { version: version + 1 };
    const stored = await tx.student.findUniqueOrThrow({
      where: { personId },
      select: { version: true },
    });
    throw await staleEdit("student", personId, version, stored.version, changes);
  });
}
