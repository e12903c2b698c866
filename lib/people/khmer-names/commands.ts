import "server-only";
import { personNotFound, requirePersonId } from "@/lib/people/access";
import { staleEdit } from "@/lib/people/commands/stale";
import type { ConfirmKhmerNameInput } from "@/lib/people/khmer-names/schemas";
import { searchKey } from "@/lib/people/rules";
import { type Actor, authorise, can } from "@/lib/platform/access/actor";
import { writeTx } from "@/lib/platform/db/transaction";

const STORED = {
  version: true,
  familyName: true,
  personalName: true,
  khmerFamilyName: true,
  khmerPersonalName: true,
  khmerNameCheckedAt: true,
} as const;

type NameParts = { khmerFamilyName: string | null; khmerPersonalName: string | null };

/**
 * The columns of a Khmer name that somebody stands for (domain.md 2.2 Names): sure, confirmed now. `checkedBy` is the
 * account of staff who saw it on a paper, 0 for the system; null where only the person says so: it does not print yet.
 */
export function confirmedName(name: NameParts, checkedBy: number | null) {
  const has = name.khmerFamilyName !== null || name.khmerPersonalName !== null;
  const now = new Date();
  return {
    khmerFamilyName: name.khmerFamilyName,
    khmerPersonalName: name.khmerPersonalName,
    khmerNameSource: has ? ("VERIFIED" as const) : null,
    khmerNameConfidence: has ? 1 : null,
    khmerNameVerifiedAt: has ? now : null,
    khmerNameCheckedAt: has && checkedBy !== null ? now : null,
    khmerNameCheckedBy: has && checkedBy ? checkedBy : null,
  };
}

/**
 * Confirms or corrects a Khmer name: the person the own one, staff anybody's in their reach. Confirmed by the person
 * alone it counts, but prints only after staff have confirmed it too (domain.md 2.3 student).
 * @throws AppError forbidden; not_found `people.person_not_found`; stale `people.stale` with both values
 */
export async function confirmKhmerNameCommand(
  actor: Actor,
  input: ConfirmKhmerNameInput,
): Promise<{ version: number; checked: boolean }> {
  const { personId, version, ...name } = input;
  const staff = can(actor, "people:edit");
  if (!staff) authorise(actor, "people:edit_own");
  // Who may only change the own record does not learn from the answer whom else there is.
  if (!staff && actor.personId !== personId) throw personNotFound();
  await requirePersonId(actor, personId);
  return writeTx(actor, {}, async (tx) => {
    const stored = await tx.person.findUnique({ where: { id: personId }, select: STORED });
    if (!stored) throw personNotFound();
    const checks = staff && actor.personId !== personId;
    const same =
      stored.khmerFamilyName === name.khmerFamilyName && stored.khmerPersonalName === name.khmerPersonalName;
    // What staff have seen on a paper needs nobody to say it again, and loses nothing when the person does.
    if (same && stored.khmerNameCheckedAt !== null) return { version: stored.version, checked: true };
    const { count } = await tx.person.updateMany({
      where: { id: personId, version },
      data: {
        ...confirmedName(name, checks ? (actor.accountId ?? 0) : null),
        searchKey: searchKey({ ...stored, ...name }),
        version: { increment: 1 },
      },
    });
    if (count === 1) return { version: version + 1, checked: checks };
    throw await staleEdit("person", personId, version, stored.version, name);
  });
}
