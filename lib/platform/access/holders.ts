import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { CAMPUS_WIDE, type Permission } from "@/lib/platform/access/permissions";
import type { RoleName } from "@/lib/platform/access/roles";
import type { AssignmentRow } from "@/lib/platform/access/schemas";
import { campusToday } from "@/lib/platform/dates/campus";
import { COUNT_LIMIT, type Page, toPage } from "@/lib/platform/db/paging";
import { query } from "@/lib/platform/db/pool";

/** Somebody who holds a permission today through one assignment. */
export type Holder = Pick<
  AssignmentRow,
  "id" | "accountId" | "displayName" | "email" | "scopeKind" | "scopeRef" | "validFrom" | "lastDay"
>;

const FROM = `FROM role_assignment r JOIN account a ON a.id = r.account_id
  WHERE r.role = $1 AND a.status = 'ACTIVE' AND r.valid_from <= $2::date AND (r.valid_to IS NULL OR r.valid_to > $2::date)
    AND (NOT $3::boolean OR r.scope_kind = 'ALL')`;

/**
 * Who holds a permission today through a role, by name: a numbered page. A right over the whole campus is not held by
 * who has the role for a part of it. Needs `access:read`.
 */
export async function listHolders(
  actor: Actor,
  { permission, role, page, size }: { permission: Permission; role: RoleName; page: number; size: number },
): Promise<Page<Holder>> {
  authorise(actor, "access:read");
  const values = [role, campusToday(), CAMPUS_WIDE.has(permission)];
  const [rows, counted] = await Promise.all([
    query<Holder>(
      "access.holders",
      `SELECT r.id, a.id AS "accountId", a.display_name AS "displayName", a.email::text, r.scope_kind AS "scopeKind",
              r.scope_ref AS "scopeRef", r.valid_from AS "validFrom", r.valid_to - 1 AS "lastDay"
         ${FROM} ORDER BY a.display_name, a.id, r.id LIMIT $4 OFFSET $5`,
      [...values, size, (page - 1) * size],
    ),
    query<{ n: number }>(
      "access.holders_count",
      `SELECT count(*) AS n FROM (SELECT 1 ${FROM} LIMIT ${COUNT_LIMIT + 1}) AS capped`,
      values,
    ),
  ]);
  return toPage(rows, counted[0]?.n ?? 0, page, size);
}
