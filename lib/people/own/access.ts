import "server-only";
import { personNotFound } from "@/lib/people/access";
import { requirePersonOf } from "@/lib/people/colleagues/access";
import type { RecordRef } from "@/lib/people/record-ref";
import { type Actor, authorise, authoriseAny, can } from "@/lib/platform/access/actor";

/**
 * Whether the actor may change how a person is reached: staff of anybody whom the caller has reached, a person of
 * themselves (domain.md 2.3: own contacts). @throws AppError forbidden; not_found `people.person_not_found`
 */
export function authoriseEdit(actor: Actor, personId: number): void {
  if (can(actor, "people:edit")) return;
  authorise(actor, "people:edit_own");
  if (actor.personId !== personId) throw personNotFound();
}

/**
 * The person whose telephone numbers and contacts the actor may change. Whoever may change the own record alone finds
 * nobody else by any number. @throws AppError forbidden; not_found as the record says it
 */
export async function requireEditable(actor: Actor, ref: RecordRef): Promise<number> {
  authoriseAny(actor, "people:edit", "people:edit_own");
  const personId = await requirePersonOf(actor, ref);
  authoriseEdit(actor, personId);
  return personId;
}
