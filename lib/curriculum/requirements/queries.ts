import "server-only";
import { changeDays, rowsOn } from "@/lib/curriculum/requirements/plan";
import type { Catalogue, RequirementLine } from "@/lib/curriculum/requirements/schemas";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";

/**
 * The list of a degree on a day (YYYY-MM-DD), and every day on which it changes.
 * Bounded: a degree has some fifty lines, each in a handful of versions.
 * @throws AppError forbidden
 */
export async function getCatalogue(actor: Actor, programmeId: number, on: string): Promise<Catalogue> {
  authorise(actor, "curriculum:read");
  const rows = await query<RequirementLine>(
    "curriculum.catalogue",
    `SELECT r.id, r.sequence, r.course_id AS "courseId", c.code AS "courseCode", c.title, c.title_km AS "titleKm",
            c.credits, r.name, r.valid_from AS "validFrom", r.valid_to AS "validTo"
       FROM programme_requirement r JOIN course c ON c.id = r.course_id
      WHERE r.programme_id = $1 ORDER BY r.sequence, r.valid_from LIMIT 5000`,
    [programmeId],
  );
  const lines = rowsOn(rows, on);
  return { lines, credits: lines.reduce((sum, { credits }) => sum + credits, 0), days: changeDays(rows) };
}
