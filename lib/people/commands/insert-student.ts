import "server-only";
import { insertPerson } from "@/lib/people/commands/insert-person";
import type { NewStudentInput } from "@/lib/people/schemas";
import { type Actor, actorLabel } from "@/lib/platform/access/actor";
import { campusToday, dayToDb } from "@/lib/platform/dates/campus";
import type { Tx } from "@/lib/platform/db/transaction";
import { storedReason } from "@/lib/platform/i18n/stored-reason";

/**
 * Makes a person, the student profile, the first status and the first telephone number inside the caller's
 * transaction. The caller has asked for the permission.
 * @returns the new person's id and the student number, taken from the sequence (domain.md 0.2 row 1)
 * @throws AppError invalid; conflict `people.school_email_taken`
 */
export async function insertStudent(
  tx: Tx,
  actor: Actor,
  input: NewStudentInput,
): Promise<{ personId: number; number: number }> {
  const { studyTime, isMonk, isTransfer, admittedOn, ...identity } = input;
  const today = campusToday();
  const personId = await insertPerson(tx, actor, identity, isMonk);
  const [taken] = await tx.$queryRaw<{ number: number }[]>`SELECT people_next_student_number() AS number`;
  if (!taken) throw new Error("people_next_student_number returned nothing");
  const { number } = taken;
  await tx.student.create({
    data: {
      personId,
      number,
      status: "ACTIVE",
      statusSince: dayToDb(today),
      studyTime,
      isMonk,
      isTransfer,
      admittedOn: dayToDb(admittedOn ?? today),
      statusChanges: {
        create: {
          toStatus: "ACTIVE",
          effectiveOn: dayToDb(today),
          reason: storedReason("admitted"),
          actor: actorLabel(actor),
        },
      },
    },
  });
  return { personId, number };
}
