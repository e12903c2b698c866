import "server-only";
import { studentNotFound } from "@/lib/people/access";
import { requirePersonOf } from "@/lib/people/colleagues/access";
import { staleEdit } from "@/lib/people/commands/stale";
import { confirmedName } from "@/lib/people/khmer-names/commands";
import { isPossibleBirthDate, provinceFitsCitizenship, searchKey } from "@/lib/people/rules";
import type { EditPersonInput, IdentityChanges } from "@/lib/people/schemas";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday, dayFromDb, dayToDb } from "@/lib/platform/dates/campus";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";

const SELECT = {
  version: true,
  familyName: true,
  personalName: true,
  khmerFamilyName: true,
  khmerPersonalName: true,
  gender: true,
  dateOfBirth: true,
  birthProvince: true,
  citizenship: true,
  schoolEmail: true,
  personalEmail: true,
} satisfies Prisma.PersonSelect;

async function readIdentity(tx: Tx, id: number): Promise<IdentityChanges & { version: number }> {
  const found = await tx.person.findUnique({ where: { id }, select: SELECT });
  if (!found) throw studentNotFound();
  return { ...found, dateOfBirth: dayFromDb(found.dateOfBirth) } as IdentityChanges & { version: number };
}

/** Rules over more than one field (domain.md 2.1 §). @throws AppError invalid with the field */
export function checkIdentity(
  person: Pick<IdentityChanges, "birthProvince" | "citizenship" | "dateOfBirth">,
  today: string,
): void {
  if (!provinceFitsCitizenship(person.birthProvince, person.citizenship)) {
    const code = "people.province_of_foreigner";
    throw new AppError("invalid", code, { fields: { birthProvince: [code] } });
  }
  if (person.dateOfBirth && !isPossibleBirthDate(person.dateOfBirth, today)) {
    const code = "people.impossible_birth_date";
    throw new AppError("invalid", code, { fields: { dateOfBirth: [code] } });
  }
}

function dataOf(
  actor: Actor,
  changes: Partial<IdentityChanges>,
  merged: IdentityChanges,
): Prisma.PersonUncheckedUpdateManyInput {
  const { dateOfBirth, ...rest } = changes;
  const khmerChanged = "khmerFamilyName" in changes || "khmerPersonalName" in changes;
  return {
    ...rest,
    ...(dateOfBirth === undefined ? {} : { dateOfBirth: dayToDb(dateOfBirth) }),
    // A name that staff typed from a paper is no longer a guess (domain.md 2.2 Names).
    ...(khmerChanged ? confirmedName(merged, actor.accountId ?? 0) : {}),
    searchKey: searchKey(merged),
    version: { increment: 1 },
  };
}

/**
 * Changes some fields of a person, if nobody changed the person since `version` was shown.
 * @throws AppError stale `people.stale` with both values of what collided; invalid; conflict `people.school_email_taken`;
 * not_found; forbidden
 */
export async function editPersonCommand(actor: Actor, input: EditPersonInput): Promise<{ version: number }> {
  authorise(actor, "people:edit");
  const { of, number, version, ...changes } = input;
  const id = await requirePersonOf(actor, { of, number });
  return writeTx(actor, {}, (tx) => changeIdentity(tx, actor, id, version, changes));
}

/**
 * The same inside a transaction of the caller, who has asked for the right and the reach: an approved request for a
 * correction. @throws AppError as editPersonCommand
 */
export async function changeIdentity(
  tx: Tx,
  actor: Actor,
  id: number,
  version: number,
  changes: Partial<IdentityChanges>,
): Promise<{ version: number }> {
  const current = await readIdentity(tx, id);
  const stale = (stored: number) => staleEdit("person", id, version, stored, changes);
  if (current.version !== version) throw await stale(current.version);
  const merged = { ...current, ...changes };
  checkIdentity(merged, campusToday());
  const { count } = await tx.person.updateMany({
    where: { id, version },
    data: dataOf(actor, changes, merged),
  });
  // The other edit was committed between our reading and our writing.
  if (count === 0) throw await stale((await readIdentity(tx, id)).version);
  return { version: version + 1 };
}
