import "server-only";
import { cache } from "react";
import type { PositionRow } from "@/lib/organization/schemas";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors";

const COLUMNS = `SELECT p.id, p.version, p.title, p.title_km AS "titleKm", p.authority_level AS "authorityLevel",
    p.overrides, coalesce(p.approval_limits, '{}') AS "approvalLimits", p.is_active AS "isActive",
    CASE WHEN d.id IS NOT NULL THEN json_build_object('id', d.id, 'code', d.code, 'name', d.name, 'nameKm', d.name_km)
         END AS department,
    CASE WHEN r.id IS NOT NULL THEN json_build_object('id', r.id, 'title', r.title, 'titleKm', r.title_km)
         END AS "reportsTo"
   FROM position p LEFT JOIN department d ON d.id = p.department_id LEFT JOIN position r ON r.id = p.reports_to_id`;

/** More positions than this no university has; a chart with more could not be read. */
const MOST = 500;

/** Every position, the highest authority first, those no longer in use last. */
export const listPositions = cache(async (actor: Actor): Promise<PositionRow[]> => {
  authorise(actor, "organization:read");
  return query<PositionRow>(
    "organization.positions",
    `${COLUMNS} ORDER BY p.is_active DESC, p.authority_level, d.display_order NULLS FIRST, p.title, p.id LIMIT ${MOST}`,
  );
});

/** One position. @throws AppError not_found `organization.position_not_found` */
export const getPosition = cache(async (actor: Actor, id: number): Promise<PositionRow> => {
  authorise(actor, "organization:read");
  const known = Number.isInteger(id) && id > 0 && id < 2 ** 31;
  const [row] = known
    ? await query<PositionRow>("organization.position", `${COLUMNS} WHERE p.id = $1`, [id])
    : [];
  if (!row) throw new AppError("not_found", "organization.position_not_found");
  return row;
});
