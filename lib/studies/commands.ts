import "server-only";
import type { z } from "zod";
import { programmeScope } from "@/lib/people/access";
import { insertStudent } from "@/lib/people/commands/insert-student";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { dayToDb } from "@/lib/platform/dates/campus";
import { writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { type admitStudentInput, LANGUAGE_ENTRY_LEVELS } from "@/lib/studies/schemas";

/**
 * Admits a new student: person, number, status and the first programme in one transaction.
 * @returns the student number
 * @throws AppError forbidden; invalid; conflict `people.school_email_taken`; not_found `studies.programme_not_found`, also
 * for a programme outside the actor's scope
 */
export async function admitStudentCommand(
  actor: Actor,
  input: z.output<typeof admitStudentInput>,
): Promise<{ number: number }> {
  authorise(actor, "people:edit");
  authorise(actor, "studies:edit");
  const { programmeCode, startDate, entryLevel, ...student } = input;
  return writeTx(actor, {}, async (tx) => {
    const programme = await tx.programme.findFirst({
      where: { code: programmeCode, ...programmeScope(actor) },
      select: { id: true, kind: true, isActive: true },
    });
    if (!programme?.isActive) throw new AppError("not_found", "studies.programme_not_found");
    const isLanguage = programme.kind === "LANGUAGE";
    // A language student enters at a level (domain.md 5.1 § entry_level); an academic programme has none.
    if (isLanguage && entryLevel === null) {
      const code = "studies.entry_level_missing";
      throw new AppError("invalid", code, {
        fields: { entryLevel: [code] },
        params: { ...LANGUAGE_ENTRY_LEVELS },
      });
    }
    const { personId, number } = await insertStudent(tx, actor, student);
    await tx.programmeEnrolment.create({
      data: {
        studentId: personId,
        programmeId: programme.id,
        startDate: dayToDb(startDate),
        catalogueDate: dayToDb(startDate),
        entryLevel: isLanguage ? entryLevel : null,
        currentLevel: isLanguage ? entryLevel : null,
      },
    });
    return { number };
  });
}
