import "server-only";
import type { Day } from "@/lib/platform/dates/day";
import type { Tx } from "@/lib/platform/db/transaction";
import { detectCycleChanges } from "@/lib/studies/commands/cycle-changes";

export type NewMembership = { studentId: number; programmeId: number; startDate: Day };

/**
 * Enters students into programmes, one statement for all, and notes their changes of cycle. Who is or was in the
 * programme already, or studies another one of its cycle, stays as they are: leaving a programme is no work for a list.
 * The rules of the catalogue are those of the first day (blueprints.md 6).
 * @returns the students that were entered
 */
export async function insertMemberships(tx: Tx, rows: readonly NewMembership[]): Promise<number[]> {
  if (rows.length === 0) return [];
  const entered = await tx.$queryRaw<{ id: number; student_id: number }[]>`
    INSERT INTO programme_enrolment (student_id, programme_id, start_date, catalogue_date)
    SELECT g."studentId", g."programmeId", g."startDate", g."startDate"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
             AS g("studentId" int, "programmeId" int, "startDate" date)
     WHERE NOT EXISTS (SELECT FROM programme_enrolment e
                        WHERE e.student_id = g."studentId" AND e.programme_id = g."programmeId")
       AND NOT EXISTS (SELECT FROM programme_enrolment e
                         JOIN programme p ON p.id = e.programme_id
                         JOIN programme w ON w.id = g."programmeId" AND w.cycle_id = p.cycle_id
                        WHERE e.student_id = g."studentId" AND e.status = 'ACTIVE')
    RETURNING id, student_id`;
  await detectCycleChanges(
    tx,
    entered.map((row) => row.id),
  );
  return entered.map((row) => row.student_id);
}

/** Which of the pairs (student, programme) are settled already, as `student/programme`: insertMemberships leaves them. */
export async function knownMemberships(
  tx: Tx,
  pairs: { studentId: number; programmeId: number }[],
): Promise<Set<string>> {
  if (pairs.length === 0) return new Set();
  const rows = await tx.$queryRaw<{ pair: string }[]>`
    SELECT DISTINCT g."studentId" || '/' || g."programmeId" AS pair
      FROM jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) AS g("studentId" int, "programmeId" int)
      JOIN programme w ON w.id = g."programmeId"
      JOIN programme_enrolment e ON e.student_id = g."studentId"
      JOIN programme p ON p.id = e.programme_id
     WHERE e.programme_id = w.id OR (e.status = 'ACTIVE' AND p.cycle_id = w.cycle_id)`;
  return new Set(rows.map((row) => row.pair));
}
