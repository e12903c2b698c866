import "server-only";
import { cache } from "react";
import type { DepartmentRow } from "@/lib/organization/schemas";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors";

const COLUMNS = `SELECT id, version, code, name, name_km AS "nameKm", display_order AS "displayOrder",
  is_active AS "isActive" FROM department`;

/** All departments in their order, those no longer in use last. */
export const listDepartments = cache(async (actor: Actor): Promise<DepartmentRow[]> => {
  authorise(actor, "organization:read");
  return query<DepartmentRow>(
    "organization.departments",
    `${COLUMNS} ORDER BY is_active DESC, display_order, name LIMIT 500`,
  );
});

/** One department by its code. @throws AppError not_found `organization.department_not_found` */
export const getDepartment = cache(async (actor: Actor, code: string): Promise<DepartmentRow> => {
  authorise(actor, "organization:read");
  const [row] = await query<DepartmentRow>("organization.department", `${COLUMNS} WHERE code = $1`, [
    code.toUpperCase(),
  ]);
  if (!row) throw new AppError("not_found", "organization.department_not_found");
  return row;
});
