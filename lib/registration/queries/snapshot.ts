import "server-only";
import { TERM_NAME } from "@/lib/calendar/queries";
import { equivalencesSql } from "@/lib/curriculum/courses/equivalences-sql";
import { programmeCoursesSql } from "@/lib/curriculum/queries";
import type { CountsFor } from "@/lib/curriculum/requisites";
import { reachOf, scopeSql } from "@/lib/people/access";
import { type Actor, authoriseAny } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { SETTINGS } from "@/lib/platform/settings/settings";
import { cumulativeGpa } from "@/lib/record/rules";
import type {
  ClassFact,
  EnrolmentFact,
  RegistrationSettings,
  ResultFact,
  Snapshot,
  StudentFact,
} from "../rules/facts";

/**
 * Everything the rules look at, in one statement, so that all of it is of one moment (blueprints 4).
 * $1 person id, $2 ids of the wanted classes or null for every class of a term that is not over, $3 the day.
 */
const SNAPSHOT = `
WITH mine AS MATERIALIZED (
  SELECT e.id, e.class_id, e.status FROM enrolment e
   WHERE e.student_id = $1 AND e.status IN ('ENROLLED', 'WAITLISTED', 'OFFERED')
), wanted AS MATERIALIZED (
  SELECT c.id FROM class c
   WHERE $2::integer[] IS NOT NULL AND c.id = ANY ($2::integer[])
  UNION ALL
  SELECT c.id FROM term t JOIN class c ON c.term_id = t.id
   WHERE $2::integer[] IS NULL AND t.is_active AND t.end_date >= $3::date AND c.status IN ('SCHEDULED', 'ACTIVE')
), slots AS MATERIALIZED (
  SELECT cs.class_id,
         json_agg(json_build_object('weekday', s.weekday, 'startMin', s.start_min, 'endMin', s.end_min,
                                    'from', s.valid_from, 'to', s.valid_to)
                  ORDER BY s.weekday, s.start_min) FILTER (WHERE s.id IS NOT NULL) AS slots,
         bool_and(s.id IS NOT NULL) AS complete
    FROM class_session cs
    JOIN class_part cp ON cp.session_id = cs.id
    LEFT JOIN slot s ON s.delivery_id = cp.delivery_id AND s.live
   WHERE cs.class_id IN (SELECT id FROM wanted UNION SELECT class_id FROM mine)
   GROUP BY cs.class_id
), prerequisites AS MATERIALIZED (
  SELECT o.code,
         json_agg(json_build_object('id', cp.id, 'kind', cp.kind, 'group', cp.group_number, 'code', r.code,
                                    'minimumLetter', cp.minimum_letter) ORDER BY cp.group_number, cp.id) AS list
    FROM course_prerequisite cp
    JOIN course o ON o.id = cp.course_id
    JOIN course r ON r.id = cp.required_course_id
   WHERE o.code IN (SELECT co.code FROM wanted w JOIN class c ON c.id = w.id JOIN course co ON co.id = c.course_id)
     AND cp.valid_from <= $3::date AND (cp.valid_to IS NULL OR cp.valid_to > $3::date)
   GROUP BY o.code
), programmes AS MATERIALIZED (
  SELECT p.id, p.code, p.kind, p.cycle_id, pe.catalogue_date FROM programme_enrolment pe
    JOIN programme p ON p.id = pe.programme_id
   WHERE pe.student_id = $1 AND pe.status = 'ACTIVE'
)
SELECT s.person_id AS id, s.number, s.status, s.status_since::text AS "statusSince", s.status_reason AS "statusReason",
       (SELECT coalesce(json_agg(json_build_object('id', l.id, 'startsOn', l.starts_on, 'returnsOn', l.returns_on)
                                 ORDER BY l.starts_on), '[]')
          FROM leave_of_absence l
         WHERE l.student_id = $1 AND l.status = 'APPROVED' AND l.returns_on > $3::date) AS leaves,
       (SELECT json_build_object('en', p.name, 'km', p.name_km) FROM programme_enrolment pe
          JOIN programme p ON p.id = pe.programme_id JOIN cycle y ON y.id = p.cycle_id
         WHERE pe.student_id = $1 AND pe.status = 'COMPLETED' AND y.rank = 2 LIMIT 1) AS "completedBachelor",
       (SELECT coalesce(json_agg(code), '[]') FROM programmes) AS programmes,
       (SELECT coalesce(json_agg(DISTINCT l.code), '[]') FROM programmes g
         CROSS JOIN LATERAL (${programmeCoursesSql("g", "g.catalogue_date")}) l) AS "programmeCourses",
       coalesce((SELECT version FROM registration_state WHERE student_id = $1), 0) AS version,
       (SELECT json_agg(json_build_object('courseCode', c.code, 'termCode', t.code, 'termStart', t.start_date,
                 'attempt', r.attempt,
                 'letter', r.letter, 'points', r.points::text, 'credits', r.credits,
                 'passes', r.passes, 'earnsCredit', r.earns_credit, 'countsInGpa', r.counts_in_gpa))
          FROM course_result r JOIN course c ON c.id = r.course_id JOIN term t ON t.id = r.term_id
         WHERE r.student_id = $1) AS results,
       (SELECT json_agg(json_build_object('code', code, 'counts', counts, 'until', until) ORDER BY id, counts)
          FROM (${equivalencesSql("$3::date")}) q) AS equivalences,
       (SELECT json_agg(json_build_object('id', m.id, 'classId', m.class_id, 'status', m.status,
                 'courseCode', co.code, 'courseTitle', co.title, 'courseTitleKm', co.title_km, 'section', c.section,
                 'credits', co.credits, 'cycleRank', y.rank, 'termId', t.id, 'termCode', t.code,
                 'termStart', t.start_date, 'termEnd', t.end_date, 'dropDeadline', t.drop_deadline,
                 'slots', coalesce(sl.slots, '[]'::json)) ORDER BY t.start_date, co.code)
          FROM mine m JOIN class c ON c.id = m.class_id JOIN course co ON co.id = c.course_id
          JOIN cycle y ON y.id = co.cycle_id JOIN term t ON t.id = c.term_id
          LEFT JOIN slots sl ON sl.class_id = c.id) AS enrolments,
       (SELECT json_agg(json_build_object('id', c.id, 'version', c.version, 'courseCode', co.code,
                 'courseTitle', co.title, 'courseTitleKm', co.title_km, 'credits', co.credits, 'cycleRank', y.rank,
                 'section', c.section, 'timeOfDay', c.time_of_day, 'status', c.status,
                 'termId', t.id, 'termCode', t.code, 'termName', ${TERM_NAME}, 'termActive', t.is_active,
                 'termStart', t.start_date, 'termEnd', t.end_date, 'opensOn', t.registration_opens_on,
                 'closesOn', t.registration_closes_on, 'addDeadline', t.add_deadline,
                 'dropDeadline', t.drop_deadline,
                 'poolId', p.id, 'capacity', p.capacity, 'overAuthorised', p.over_authorised, 'taken', p.taken,
                 'offered', p.offered, 'waiting', p.waiting,
                 'timetableComplete', coalesce(sl.complete, false), 'slots', coalesce(sl.slots, '[]'::json),
                 'prerequisites', coalesce(pr.list, '[]'::json),
                 'programmeCode', co.programme_code)
                 ORDER BY t.start_date, co.code, c.section, c.id)
          FROM wanted w JOIN class c ON c.id = w.id JOIN course co ON co.id = c.course_id
          JOIN cycle y ON y.id = co.cycle_id JOIN term t ON t.id = c.term_id JOIN seat_pool p ON p.id = c.seat_pool_id
          LEFT JOIN slots sl ON sl.class_id = c.id LEFT JOIN prerequisites pr ON pr.code = co.code) AS classes,
       (SELECT json_object_agg(latest.key, latest.value)
          FROM (SELECT DISTINCT ON (key) key, value FROM setting
                 WHERE key LIKE 'registration.%' AND valid_from <= $3::date ORDER BY key, valid_from DESC) latest
       ) AS settings
  FROM student s WHERE s.person_id = $1`;

type Row = Omit<StudentFact, "gpa"> & {
  version: number;
  results: ResultFact[] | null;
  equivalences: CountsFor[] | null;
  enrolments: EnrolmentFact[] | null;
  classes: ClassFact[] | null;
  settings: Record<string, unknown> | null;
};

/** The settings of registration as stored, each checked by its schema, with the defaults of domain.md 0.2. */
function readSettings(stored: Record<string, unknown> | null): RegistrationSettings {
  const value = (key: keyof typeof SETTINGS) =>
    stored && key in stored ? SETTINGS[key].schema.parse(stored[key]) : SETTINGS[key].byDefault;
  return {
    load: value("registration.load") as RegistrationSettings["load"],
    maxAttempts: value("registration.max_attempts") as number,
    prerequisiteInProgress: value(
      "registration.prerequisite_in_progress",
    ) as RegistrationSettings["prerequisiteInProgress"],
  };
}

function toSnapshot(row: Row | undefined, today: string): Snapshot {
  if (!row) throw new AppError("not_found", "people.student_not_found");
  const { version, results, equivalences, enrolments, classes, settings, ...student } = row;
  const courses = student.programmeCourses;
  const { value: gpa } = cumulativeGpa(results ?? [], courses.length > 0 ? new Set(courses) : null);
  return {
    today,
    version,
    student: { ...student, gpa },
    results: results ?? [],
    equivalences: equivalences ?? [],
    enrolments: enrolments ?? [],
    classes: classes ?? [],
    settings: readSettings(settings),
  };
}

/** What is asked about, and as of which day (YYYY-MM-DD). Without ids: every class that can still be joined. */
type Asked = { studentId: number; classIds: number[] | null; today: string };

/** The statement through the actor's scope: a student beyond it is not found. */
function scoped(actor: Actor, { studentId, classIds, today }: Asked) {
  authoriseAny(actor, "registration:read", "registration:enrol", "registration:drop");
  const reach = reachOf(actor);
  const values: unknown[] = [studentId, classIds, today];
  return {
    name: `registration.snapshot ${reach.kind}`,
    text: `${SNAPSHOT} AND ${scopeSql(reach, values)}`,
    values,
  };
}

/**
 * The student and the wanted classes as they are now.
 * @throws AppError `people.student_not_found`, forbidden
 */
export async function getSnapshot(actor: Actor, asked: Asked): Promise<Snapshot> {
  const { name, text, values } = scoped(actor, asked);
  const rows = await query<Row>(name, text, values);
  return toSnapshot(rows[0], asked.today);
}

/** The same inside the transaction that is going to write. @throws AppError `people.student_not_found`, forbidden */
export async function getSnapshotInTx(tx: Tx, actor: Actor, asked: Asked): Promise<Snapshot> {
  const { text, values } = scoped(actor, asked);
  const rows = await tx.$queryRawUnsafe<Row[]>(text, ...values);
  return toSnapshot(rows[0], asked.today);
}
