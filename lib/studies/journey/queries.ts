import "server-only";
import { reachOf, scopeSql } from "@/lib/people/access";
import { sees } from "@/lib/people/visible-fields";
import { type Actor, authoriseAny } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { query } from "@/lib/platform/db/pool";
import type { JourneyEvent } from "./schemas";

/** Days without a class from which a time counts as a gap: half a year (domain.md 5.4). */
const GAP_DAYS = 183;

/**
 * $1 person id, $2 today, $3 days of a gap. Nothing is kept twice: the events are read from what happened.
 *
 * Graduation comes first (domain.md 5.4): whoever completed the programme they were last in has not dropped out, whatever
 * an old status says, and has no gap after it.
 */
const JOURNEY = `
WITH stay AS MATERIALIZED (
  SELECT e.id, e.status, e.start_date, e.end_date, e.exit_reason, e.entry_level, p.id AS programme_id, p.kind, p.award,
         p.code, p.cycle_id, json_build_object('code', p.code, 'name', p.name, 'nameKm', p.name_km) AS programme
    FROM programme_enrolment e JOIN programme p ON p.id = e.programme_id
   WHERE e.student_id = $1
), move AS MATERIALIZED (
  SELECT m.id, m.from_status, m.to_status, m.effective_on, m.reason,
         (SELECT b.status = 'COMPLETED' FROM stay b
           WHERE b.start_date <= m.effective_on ORDER BY b.start_date DESC, b.id DESC LIMIT 1) AS had_completed
    FROM student_status_change m WHERE m.student_id = $1
), sat AS MATERIALIZED (
  SELECT c.programme_code, c.level, r.passes, t.start_date, t.end_date
    FROM course_result r JOIN course c ON c.id = r.course_id JOIN term t ON t.id = r.term_id
   WHERE r.student_id = $1
), level_event AS (
  SELECT 'LEVEL_ADVANCE' AS kind, first.on_day, first.programme_code, first.level
    FROM (SELECT l.programme_code, l.level, l.on_day,
                 max(l.level) OVER (PARTITION BY l.programme_code ORDER BY l.on_day, l.level
                                    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS highest
            FROM (SELECT programme_code, level, min(start_date) AS on_day FROM sat
                   WHERE programme_code IS NOT NULL AND level IS NOT NULL GROUP BY 1, 2) l) first
   WHERE first.level > first.highest
  UNION ALL
  SELECT 'LEVEL_COMPLETE', min(end_date), programme_code, level FROM sat
   WHERE passes AND programme_code IS NOT NULL AND level IS NOT NULL GROUP BY programme_code, level
), declared AS (
  SELECT d.id, d.effective_on, d.reason, p.id AS programme_id, p.cycle_id,
         json_build_object('code', p.code, 'name', p.name, 'nameKm', p.name_km) AS programme,
         lag(p.id) OVER before AS last_programme, lag(p.cycle_id) OVER before AS last_cycle
    FROM major_declaration d JOIN programme p ON p.id = d.programme_id
   WHERE d.student_id = $1 AND d.status <> 'WITHDRAWN'
  WINDOW before AS (ORDER BY d.effective_on, d.id)
), time_of_study AS (
  SELECT from_day, to_day,
         max(to_day) OVER (ORDER BY from_day, to_day ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
    FROM (SELECT start_date AS from_day, end_date AS to_day FROM sat
          UNION ALL SELECT start_date, start_date FROM stay
          UNION ALL SELECT starts_on, coalesce(returned_on, returns_on) FROM leave_of_absence
                     WHERE student_id = $1 AND status IN ('APPROVED', 'RETURNED')
          -- The day itself closes the last gap, unless a programme runs or the last one was completed.
          UNION ALL SELECT $2::date, $2::date
                     WHERE coalesce((SELECT status NOT IN ('COMPLETED', 'ACTIVE') FROM stay
                                      ORDER BY start_date DESC, id DESC LIMIT 1), false)) t
   WHERE from_day <= $2::date
), event AS (
  SELECT 'PROGRAMME_START' AS kind, start_date AS on_day, 30 AS place, programme, entry_level AS level,
         NULL AS from_status, NULL AS to_status, NULL AS reason, NULL::date AS until, NULL AS award FROM stay
  UNION ALL
  SELECT end_kind.kind, s.end_date, end_kind.place, s.programme, NULL, NULL, s.status::text, s.exit_reason, NULL,
         CASE WHEN end_kind.kind = 'DEGREE_EARNED' THEN s.award END
    FROM stay s
   CROSS JOIN LATERAL (
     SELECT 'PROGRAMME_COMPLETE' AS kind, 12 AS place WHERE s.status = 'COMPLETED'
     UNION ALL SELECT 'DEGREE_EARNED', 11 WHERE s.status = 'COMPLETED' AND s.award NOT IN ('NONE', 'CERT')
     UNION ALL SELECT 'CERTIFICATE_EARNED', 11 WHERE s.status = 'COMPLETED' AND s.award = 'CERT'
     UNION ALL SELECT 'TRANSFER', 31 WHERE s.status = 'TRANSFERRED'
     UNION ALL SELECT 'DISMISSAL', 15 WHERE s.status = 'FAILED' OR (s.exit_reason = 'DISM' AND s.status <> 'COMPLETED')
     UNION ALL SELECT 'WITHDRAWAL', 15
                WHERE s.status IN ('WITHDRAWN', 'DROPPED', 'NO_SHOW') AND s.exit_reason IS DISTINCT FROM 'DISM'
     UNION ALL SELECT 'STATUS_CHANGE', 16
                WHERE s.status IN ('INACTIVE', 'SUSPENDED') AND s.exit_reason IS DISTINCT FROM 'DISM') end_kind
   WHERE s.end_date IS NOT NULL
  UNION ALL
  SELECT l.kind, l.on_day, CASE l.kind WHEN 'LEVEL_COMPLETE' THEN 18 ELSE 28 END,
         (SELECT json_build_object('code', p.code, 'name', p.name, 'nameKm', p.name_km) FROM programme p
           WHERE p.code = l.programme_code), l.level, NULL, NULL, NULL, NULL, NULL
    FROM level_event l
  UNION ALL
  SELECT CASE WHEN d.last_cycle = d.cycle_id AND d.last_programme <> d.programme_id
              THEN 'MAJOR_CHANGED' ELSE 'MAJOR_DECLARED' END,
         d.effective_on, 26, d.programme, NULL, NULL, NULL, d.reason, NULL, NULL
    FROM declared d WHERE d.last_programme IS DISTINCT FROM d.programme_id
  UNION ALL
  SELECT 'LEAVE_OF_ABSENCE', starts_on, 22, NULL, NULL, NULL, status::text, kind::text,
         coalesce(returned_on, returns_on), NULL
    FROM leave_of_absence WHERE student_id = $1 AND status IN ('APPROVED', 'RETURNED')
  UNION ALL
  SELECT CASE WHEN m.to_status = 'DROPPED' AND NOT coalesce(m.had_completed, false) THEN 'WITHDRAWAL'
              WHEN m.to_status = 'TRANSFERRED' THEN 'TRANSFER'
              WHEN m.to_status = 'ACTIVE' AND m.from_status IN ('INACTIVE', 'DROPPED', 'TRANSFERRED', 'GRADUATED', 'SUSPENDED')
              THEN 'READMISSION' ELSE 'STATUS_CHANGE' END,
         m.effective_on, 10, NULL, NULL, m.from_status::text, m.to_status::text, m.reason, NULL, NULL
    FROM move m
  UNION ALL
  SELECT 'GAP', before, 8, NULL, NULL, NULL, NULL, NULL, CASE WHEN from_day < $2::date THEN from_day END, NULL
    FROM time_of_study WHERE from_day - before > $3::integer
)
SELECT kind, on_day AS "on", programme, level, from_status AS "from", to_status AS "to", reason, until, award
  FROM event, student s
 WHERE s.person_id = $1`;

/** A move of the status itself, which alone has no programme and is no leave. */
function isMoveOfStatus({ programme, kind }: JourneyEvent): boolean {
  return programme === null && kind !== "LEAVE_OF_ABSENCE";
}

/**
 * A student's journey, newest first, in one statement from status, programmes, declarations, leaves and results
 * (domain.md 5.1, 5.4). Empty for a student outside the actor's scope.
 * @throws AppError forbidden without studies:read or studies:read_own
 */
export async function listJourney(actor: Actor, studentId: number): Promise<JourneyEvent[]> {
  authoriseAny(actor, "studies:read", "studies:read_own");
  const reach = reachOf(actor);
  const values: unknown[] = [studentId, campusToday(), GAP_DAYS];
  const events = await query<JourneyEvent>(
    `studies.journey ${reach.kind}`,
    `${JOURNEY} AND ${scopeSql(reach, values)} ORDER BY on_day DESC, place, kind`,
    values,
  );
  if (sees(actor, "status_reason", { own: actor.personId === studentId })) return events;
  return events.map((event) => (isMoveOfStatus(event) ? { ...event, reason: null } : event));
}
