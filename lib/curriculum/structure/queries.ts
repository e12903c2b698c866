import "server-only";
import { cache } from "react";
import type { CycleRow, DivisionRow } from "@/lib/curriculum/structure/schemas";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";

/** Divisions in their order, each with its cycles and how many programmes and courses they hold. @throws AppError forbidden */
export const listStructure = cache(async (actor: Actor): Promise<DivisionRow[]> => {
  authorise(actor, "curriculum:read");
  const [divisions, cycles] = await Promise.all([
    query<Omit<DivisionRow, "cycles">>(
      "curriculum.divisions",
      `SELECT id, version, code, name, name_km AS "nameKm", description, is_active AS "isActive",
              display_order AS "displayOrder"
         FROM division ORDER BY is_active DESC, display_order, name LIMIT 100`,
    ),
    query<CycleRow>(
      "curriculum.cycles",
      `SELECT c.id, c.version, c.division_id AS "divisionId", c.code, c.name, c.name_km AS "nameKm", c.rank,
              c.typical_terms AS "typicalTerms", c.is_active AS "isActive", c.display_order AS "displayOrder",
              (SELECT count(*)::int FROM programme p WHERE p.cycle_id = c.id) AS programmes,
              (SELECT count(DISTINCT code)::int FROM course o WHERE o.cycle_id = c.id) AS courses
         FROM cycle c ORDER BY c.is_active DESC, c.display_order, c.rank, c.name LIMIT 100`,
    ),
  ]);
  return divisions.map((division) => ({
    ...division,
    cycles: cycles.filter(({ divisionId }) => divisionId === division.id),
  }));
});
