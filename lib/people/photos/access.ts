import "server-only";
import { requirePersonOf } from "@/lib/people/colleagues/access";
import type { RecordRef } from "@/lib/people/record-ref";
import { type Actor, authorise, can } from "@/lib/platform/access/actor";
import { AppError } from "@/lib/platform/errors";

/**
 * Whose photo the actor is about to change: that of a record within the own reach, or without a record the own one.
 * @throws AppError forbidden without people:edit (people:edit_own for the own one), not_found
 */
export async function requirePhotoOwner(actor: Actor, ref: RecordRef | null): Promise<number> {
  if (ref) {
    authorise(actor, "people:edit");
    return requirePersonOf(actor, ref);
  }
  if (!can(actor, "people:edit")) authorise(actor, "people:edit_own");
  if (actor.personId === null) throw new AppError("not_found", "people.no_person");
  return actor.personId;
}
