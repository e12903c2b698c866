import { type Authority, givesHighAuthority } from "@/lib/organization/rules";
import { type Actor, can } from "@/lib/platform/access/actor";

/**
 * Whether somebody may say who holds a position: those with organization:assign, and for one with high authority those
 * who may also change the position (domain.md 2.3: rights are given by administrators).
 */
export function mayAssign(actor: Actor, position: Authority): boolean {
  return (
    can(actor, "organization:assign") && (!givesHighAuthority(position) || can(actor, "organization:edit"))
  );
}
