import "server-only";
import { checkIdentity } from "@/lib/people/commands/edit-person";
import { confirmedName } from "@/lib/people/khmer-names/commands";
import { normalisePhone, searchKey } from "@/lib/people/rules";
import type { IdentityChanges } from "@/lib/people/schemas";
import type { Actor } from "@/lib/platform/access/actor";
import { campusToday, dayToDb } from "@/lib/platform/dates/campus";
import type { Tx } from "@/lib/platform/db/transaction";

/**
 * Makes a person with the first telephone number inside the caller's transaction, which gives it a profile.
 * @returns the new person's id
 * @throws AppError invalid; conflict `people.school_email_taken`
 */
export async function insertPerson(
  tx: Tx,
  actor: Actor,
  { phone, dateOfBirth, ...identity }: IdentityChanges & { phone: string | null },
  isMonk = false,
): Promise<number> {
  checkIdentity({ ...identity, dateOfBirth }, campusToday());
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
  return person.id;
}
