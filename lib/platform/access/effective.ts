import { CAMPUS_WIDE, type Permission } from "@/lib/platform/access/permissions";
import { isRole, permissionsOf, ROLES, type RoleName, rolesWith } from "@/lib/platform/access/roles";
import type { AssignmentRow } from "@/lib/platform/access/schemas";
import { type Explained, explain, type Reason } from "@/lib/platform/explained";

/** As much of an assignment as its rights depend on. */
export type HeldRole = Pick<
  AssignmentRow,
  "id" | "role" | "scopeKind" | "scopeRef" | "validFrom" | "lastDay" | "state"
>;

/** Whose rights are asked for. */
export type RightsOf = { disabled: boolean; assignments: readonly HeldRole[] };

/**
 * Whether an account holds a permission today, in whichever of its roles, and why (domain.md 2.3): each assignment that
 * gives it, or why none does. The answer is the one that `loadSession` acts on; `effective.test.ts` compares them.
 */
export function explainPermission(
  permission: Permission,
  { disabled, assignments }: RightsOf,
): Explained<boolean> {
  if (disabled) return explain(false, [{ rule: "access.account_closed", inputs: {} }]);
  const reasons = assignments.map((held) => ({ held, reason: reasonOf(permission, held, assignments) }));
  const giving = reasons.flatMap(({ reason }) => (reason?.rule === "access.given_by_role" ? [reason] : []));
  if (giving.length > 0) return explain(true, giving);
  const because = reasons.flatMap(({ reason }) => reason ?? []);
  if (because.length > 0) return explain(false, because);
  const none: Reason = { rule: "access.no_role_gives", inputs: {}, source: "domain.md 2.3" };
  return explain(false, [none], {
    rule: "access.roles_that_give",
    inputs: { roles: rolesWith(permission).join(", ") },
  });
}

/** What one assignment says about a permission; null when its role never gives it. */
function reasonOf(permission: Permission, held: HeldRole, all: readonly HeldRole[]): Reason | null {
  const { role, scopeKind, scopeRef, validFrom, lastDay, state } = held;
  if (!isRole(role) || !permissionsOf(role).has(permission)) return null;
  const source = `role_assignment ${held.id}`;
  const inputs = { role, scope: scopeKind, ref: scopeRef ?? "", from: validFrom, to: lastDay ?? "" };
  if (state === "coming") return { rule: "access.role_not_begun", inputs, source };
  if (state === "past") return { rule: "access.role_ended", inputs, source };
  const whole = all.some(
    (other) => other.role === role && other.state === "current" && other.scopeKind === "ALL",
  );
  if (!whole && CAMPUS_WIDE.has(permission)) return { rule: "access.needs_whole_campus", inputs, source };
  return { rule: "access.given_by_role", inputs, source };
}

/** The roles that give a permission, those with rights over others first. */
export function rolesGiving(permission: Permission): RoleName[] {
  const giving = new Set(rolesWith(permission));
  return ROLES.toReversed().filter((role) => giving.has(role));
}
