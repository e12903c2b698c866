import "server-only";
import { campusToday } from "@/lib/platform/dates/campus";
import { query } from "@/lib/platform/db/pool";
import type { Permission } from "./permissions";
import { isRole, permissionsOf } from "./roles";

/**
 * Whether an account holds a permission in any of its roles today, whatever role it acts in. For work on behalf of
 * somebody who is not here to act; who is here is asked by `authorise`. A disabled account holds nothing.
 */
export async function accountHolds(accountId: number, permission: Permission): Promise<boolean> {
  const rows = await query<{ role: string; whole: boolean }>(
    "access.held",
    `SELECT r.role, bool_or(r.scope_kind = 'ALL') AS whole
       FROM role_assignment r JOIN account a ON a.id = r.account_id
      WHERE a.id = $1 AND a.status = 'ACTIVE'
        AND r.valid_from <= $2::date AND (r.valid_to IS NULL OR r.valid_to > $2::date)
      GROUP BY r.role`,
    [accountId, campusToday()],
  );
  return rows.some(({ role, whole }) => isRole(role) && permissionsOf(role, whole).has(permission));
}
