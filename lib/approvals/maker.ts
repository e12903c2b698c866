import "server-only";
import type { Permission } from "@/lib/platform/access/permissions";
import { isRole, permissionsOf } from "@/lib/platform/access/roles";
import { campusToday, dayToDb } from "@/lib/platform/dates/campus";
import type { Tx } from "@/lib/platform/db/transaction";

/** Whether an account is open and one of its roles holds the permission today, whichever it acts in. */
export async function stillHolds(tx: Tx, accountId: number, permission: Permission): Promise<boolean> {
  const today = dayToDb(campusToday());
  const grants = await tx.roleAssignment.findMany({
    where: {
      accountId,
      account: {
        status: "ACTIVE",
        OR: [{ emergencyUntil: null }, { emergencyUntil: { gt: new Date() } }],
      },
      validFrom: { lte: today },
      OR: [{ validTo: null }, { validTo: { gt: today } }],
    },
    select: { role: true, scopeKind: true },
  });
  return grants.some(
    ({ role, scopeKind }) => isRole(role) && permissionsOf(role, scopeKind === "ALL").has(permission),
  );
}
