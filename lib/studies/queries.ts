import "server-only";
import { reachOf, scopeSql } from "@/lib/people/access";
import { type Actor, authoriseAny } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";
import type { ProgrammeEnrolmentRow } from "@/lib/studies/schemas";

/**
 * The programmes that a student is or was in: active ones first, then the newest. Empty for a student outside the
 * actor's scope.
 * @throws AppError forbidden without studies:read or studies:read_own
 */
export async function listProgrammeEnrolments(
  actor: Actor,
  studentId: number,
): Promise<ProgrammeEnrolmentRow[]> {
  authoriseAny(actor, "studies:read", "studies:read_own");
  const reach = reachOf(actor);
  const values: unknown[] = [studentId];
  return query<ProgrammeEnrolmentRow>(
    `studies.programmes ${reach.kind}`,
    `SELECT e.id, e.version, pr.id AS "programmeId", pr.code, pr.name, pr.name_km AS "nameKm", pr.kind, c.code AS cycle,
            pr.award, pr.credits_required AS "creditsRequired", e.status, e.start_date AS "startDate",
            e.end_date AS "endDate", e.catalogue_date AS "catalogueDate", e.entry_level AS "entryLevel",
            e.current_level AS "currentLevel", e.exit_reason AS "exitReason"
       FROM programme_enrolment e
       JOIN student s ON s.person_id = e.student_id
       JOIN programme pr ON pr.id = e.programme_id
       JOIN cycle c ON c.id = pr.cycle_id
      WHERE e.student_id = $1 AND ${scopeSql(reach, values)}
      ORDER BY e.status <> 'ACTIVE', c.rank DESC, e.start_date DESC`,
    values,
  );
}
