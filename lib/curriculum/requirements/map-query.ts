import "server-only";
import type { MapCourse, MapNeed } from "@/lib/curriculum/requirements/course-map";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";

/** Courses of a degree's list on a day with everything that they need on that day. @throws AppError forbidden */
export async function readMap(
  actor: Actor,
  programmeId: number,
  on: string,
): Promise<{ courses: MapCourse[]; needs: MapNeed[] }> {
  authorise(actor, "curriculum:read");
  const values = [programmeId, on];
  const inForce = (alias: string) =>
    `${alias}.valid_from <= $2::date AND (${alias}.valid_to IS NULL OR ${alias}.valid_to > $2::date)`;
  const [courses, needs] = await Promise.all([
    query<MapCourse>(
      "curriculum.map-courses",
      `SELECT c.code, c.title, c.title_km AS "titleKm", c.credits, r.sequence, c.recommended_term AS "recommendedTerm"
         FROM programme_requirement r JOIN course c ON c.id = r.course_id
        WHERE r.programme_id = $1 AND ${inForce("r")} ORDER BY r.sequence`,
      values,
    ),
    // Prerequisites belong to the code: whichever version of the course names them on the day.
    query<MapNeed>(
      "curriculum.map-needs",
      `SELECT DISTINCT o.code AS course, n.code AS needs, p.group_number AS "group", p.kind,
              p.minimum_letter AS "minimumLetter"
         FROM programme_requirement r
         JOIN course c ON c.id = r.course_id
         JOIN course o ON o.code = c.code
         JOIN course_prerequisite p ON p.course_id = o.id
         JOIN course n ON n.id = p.required_course_id
        WHERE r.programme_id = $1 AND ${inForce("r")} AND ${inForce("p")}
        ORDER BY 1, 3, 2`,
      values,
    ),
  ]);
  return { courses, needs };
}
