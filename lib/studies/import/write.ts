import "server-only";
import type { Day } from "@/lib/platform/dates/day";
import type { Tx } from "@/lib/platform/db/transaction";

export type NewMembership = { studentId: number; programmeId: number; startDate: Day };

/**
 * Enters students into programmes, one statement for all. Who is or was in the programme already stays as they are.
 * The rules of the catalogue are those of the first day (blueprints.md 6).
 * @returns the students that were entered
 */
export async function insertMemberships(tx: Tx, rows: readonly NewMembership[]): Promise<number[]> {
  if (rows.length === 0) return [];
  const entered = await tx.$queryRaw<{ student_id: number }[]>`
    INSERT INTO programme_enrolment (student_id, programme_id, start_date, catalogue_date)
    SELECT g."studentId", g."programmeId", g."startDate", g."startDate"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
             AS g("studentId" int, "programmeId" int, "startDate" date)
     WHERE NOT EXISTS (SELECT FROM programme_enrolment e
                        WHERE e.student_id = g."studentId" AND e.programme_id = g."programmeId")
    RETURNING student_id`;
  return entered.map((row) => row.student_id);
}

/** Which of the pairs (student, programme) exist already, as `student/programme`. */
export async function knownMemberships(
  tx: Tx,
  pairs: { studentId: number; programmeId: number }[],
): Promise<Set<string>> {
  if (pairs.length === 0) return new Set();
  const rows = await tx.$queryRaw<{ pair: string }[]>`
    SELECT DISTINCT e.student_id || '/' || e.programme_id AS pair
      FROM programme_enrolment e
      JOIN jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) AS g("studentId" int, "programmeId" int)
        ON e.student_id = g."studentId" AND e.programme_id = g."programmeId"`;
  return new Set(rows.map((row) => row.pair));
}
