import "server-only";
import { checkIdentity } from "@/lib/people/commands/edit-person";
import { confirmedName } from "@/lib/people/khmer-names/commands";
import { normalisePhone, searchKey } from "@/lib/people/rules";
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
  const { studyTime, isMonk, isTransfer, admittedOn, phone, dateOfBirth, ...identity } = input;
  const today = campusToday();
  checkIdentity(input, today);
  const person = await tx.person.create({
    data: {
      ...identity,
      dateOfBirth: dayToDb(dateOfBirth),
      ...confirmedName(identity, actor.accountId ?? 0),
      searchKey: searchKey(identity),
      // Since when is written on the tab of the person; the mark of the student stands on this period.
      ...(isMonk ? { monkPeriods: { create: {} } } : {}),
      ...(phone
        ? { phones: { create: { number: phone, digits: normalisePhone(phone), isPreferred: true } } }
        : {}),
    },
    select: { id: true },
  });
  const [taken] = await tx.$queryRaw<{ number: number }[]>`SELECT people_next_student_number() AS number`;
  if (!taken) throw new Error("people_next_student_number returned nothing");
  const { number } = taken;
  await tx.student.create({
    data: {
      personId: person.id,
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
  return { personId: person.id, number };
}
