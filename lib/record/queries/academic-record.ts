import "server-only";
import { TERM_NAME } from "@/lib/calendar/queries";
import { reachOf, scopeSql } from "@/lib/people/access";
import { type Actor, authoriseAny } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { query } from "@/lib/platform/db/pool";
import type { Bilingual } from "@/lib/platform/i18n/names";
import { settingOn } from "@/lib/platform/settings/settings";
import { creditTotals, cumulativeGpa, standing, termGpa } from "@/lib/record/rules";
import type { AcademicRecord, ResultRow, TermRecord } from "@/lib/record/schemas";

type Row = Omit<ResultRow, "repeated"> & { termName: Bilingual; termStart: string; termEnd: string };

/**
 * Every attempt of a student in the order in which they were taken, through the actor's scope.
 * @throws AppError forbidden without record:read or record:read_own
 */
export async function listAttempts(actor: Actor, studentId: number): Promise<Row[]> {
  authoriseAny(actor, "record:read", "record:read_own");
  const reach = reachOf(actor);
  const values: unknown[] = [studentId];
  return query<Row>(
    `record.attempts ${reach.kind}`,
    `SELECT r.id, c.code AS "courseCode", c.title, c.title_km AS "titleKm", r.credits, r.letter, r.points::text AS points, r.passes,
            r.earns_credit AS "earnsCredit", r.counts_in_gpa AS "countsInGpa", r.attempt, r.source,
            t.code AS "termCode", ${TERM_NAME} AS "termName", t.start_date AS "termStart", t.end_date AS "termEnd"
       FROM course_result r
       JOIN student s ON s.person_id = r.student_id
       JOIN course c ON c.id = r.course_id
       JOIN term t ON t.id = r.term_id
      WHERE r.student_id = $1 AND ${scopeSql(reach, values)}
      ORDER BY t.start_date, t.code, c.code, r.attempt`,
    values,
  );
}

/**
 * The record by term with GPA, credits and standing (domain.md 7.3), all of it derived from the attempts.
 * @param courses codes of the programme's courses that the cumulative GPA is limited to; null: all
 */
export async function getAcademicRecord(
  actor: Actor,
  studentId: number,
  courses: readonly string[] | null,
): Promise<AcademicRecord> {
  const [rows, limits] = await Promise.all([
    listAttempts(actor, studentId),
    settingOn("record.standing", campusToday()),
  ]);
  const inside = courses && courses.length > 0 ? new Set(courses) : null;
  const lastAttempt = new Map<string, number>();
  for (const row of rows) {
    lastAttempt.set(row.courseCode, Math.max(row.attempt, lastAttempt.get(row.courseCode) ?? 0));
  }
  const terms: TermRecord[] = [];
  const soFar: Row[] = [];
  for (const [code, results] of Map.groupBy(rows, (row) => row.termCode)) {
    soFar.push(...results);
    const [first] = results;
    terms.push({
      code,
      name: first?.termName ?? { en: code, km: code },
      startDate: first?.termStart ?? "",
      endDate: first?.termEnd ?? "",
      results: results.map(({ termName: _, termStart: __, termEnd: ___, ...result }) => ({
        ...result,
        repeated: result.attempt < (lastAttempt.get(result.courseCode) ?? 0),
      })),
      gpa: termGpa(results),
      cumulative: cumulativeGpa(soFar, inside).value,
    });
  }
  const cumulative = cumulativeGpa(rows, inside);
  const credits = creditTotals(inside ? rows.filter((row) => inside.has(row.courseCode)) : rows);
  return {
    terms: terms.reverse(),
    cumulative,
    credits,
    standing: standing(cumulative.value, credits.attempted, limits),
  };
}
