import "server-only";
import type { z } from "zod";
import { programmeScope } from "@/lib/people/access";
import { insertStudent } from "@/lib/people/commands/insert-student";
import { keepNotSame, requireNotSame } from "@/lib/people/duplicates/entry";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { beginProgramme } from "@/lib/studies/commands/begin-programme";
import type { admitStudentInput } from "@/lib/studies/schemas";

/**
 * Admits a new student: person, number, status and the first programme in one transaction.
 * @returns the student number
 * @throws AppError forbidden; invalid; refused `people.similar_on_file` while somebody who looks alike is not in `notSame`; conflict `people.school_email_taken`; not_found `studies.programme_not_found`, also
 * for a programme outside the actor's scope
 */
export async function admitStudentCommand(
  actor: Actor,
  input: z.output<typeof admitStudentInput>,
): Promise<{ number: number }> {
  authorise(actor, "people:edit");
  authorise(actor, "studies:edit");
  const { programmeCode, startDate, entryLevel, notSame, ...student } = input;
  return writeTx(actor, {}, async (tx) => {
    const programme = await tx.programme.findFirst({
      where: { code: programmeCode, ...programmeScope(actor) },
      select: { id: true, kind: true, isActive: true, cycleId: true },
    });
    if (!programme?.isActive) throw new AppError("not_found", "studies.programme_not_found");
    const others = await requireNotSame(tx, student, programmeCode, notSame);
    const { personId: studentId, number } = await insertStudent(tx, actor, student);
    await beginProgramme(tx, { studentId, programme, startDate, entryLevel });
    await keepNotSame(tx, actor, studentId, others);
    return { number };
  });
}
