import "server-only";
import { changeDays, rowsOn } from "@/lib/curriculum/requirements/plan";
import type { Catalogue, RequirementLine } from "@/lib/curriculum/requirements/schemas";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { addDays } from "@/lib/platform/dates/day";
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

/**
 * The day from which a change of the list is offered: the first day of the next term of the degree's kind in which nobody
 * on the programme has begun yet, but not before the last change that is planned. Tomorrow where no such term is on file.
 * @throws AppError forbidden
 */
export async function suggestChangeDay(
  actor: Actor,
  programmeId: number,
  after: { lastChange: string | null; lastCatalogue: string | null },
): Promise<string> {
  authorise(actor, "curriculum:read");
  const today = campusToday();
  const [row] = await query<{ day: string | null }>(
    "curriculum.change-day",
    `SELECT min(t.start_date) AS day
       FROM term t, programme p JOIN cycle c ON c.id = p.cycle_id
      WHERE p.id = $1 AND t.term_type::text = CASE WHEN c.code = 'BA' THEN 'BA' ELSE 'MA' END
        AND t.start_date > $2::date AND t.start_date > coalesce($3::date, '-infinity')`,
    [programmeId, today, after.lastCatalogue],
  );
  const day = row?.day ?? addDays(today, 1);
  return after.lastChange !== null && after.lastChange > day ? after.lastChange : day;
}
