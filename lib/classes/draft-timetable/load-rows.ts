import "server-only";
import type { QualificationFacts } from "@/lib/people/qualifications/rules";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import type { Day } from "@/lib/platform/dates/day";
import type {
  RoomType,
  TeacherWishKind,
  TerminalDegree,
  TermType,
  TimeOfDay,
} from "@/lib/platform/db/generated/enums";
import { query } from "@/lib/platform/db/pool";

export type DatedTime = { weekday: number; startMin: number; endMin: number; from: Day; to: Day };

export type DeliveryFacts = {
  id: number;
  version: number;
  weekdays: number[];
  minutes: number | null;
  roomNeed: RoomType | null;
  wantedTeacherId: number | null;
  session: number;
  sessions: number;
  /** Seats of its pools, and those taken or offered. */
  seats: number;
  taken: number;
  classes: {
    id: number;
    section: string;
    timeOfDay: TimeOfDay;
    programmeCode: string | null;
    level: number | null;
    cycleRank: number;
    division: string;
    isEnglish: boolean;
    recommendedTerm: number | null;
  }[];
  slots: (DatedTime & { roomId: number | null; teacherId: number | null })[];
};

export type TermFacts = { id: number; code: string; termType: TermType; from: Day; to: Day };

/** The term, with the deliveries of its classes that are not over. Null: no such term. */
export async function readTerm(
  actor: Actor,
  termId: number,
): Promise<{ term: TermFacts; deliveries: DeliveryFacts[] } | null> {
  authorise(actor, "classes:read");
  const [term] = await query<TermFacts>(
    "draft-timetable.term",
    `SELECT id, code, term_type AS "termType", start_date::text AS "from", end_date::text AS "to" FROM term WHERE id = $1`,
    [termId],
  );
  if (!term) return null;
  const deliveries = await query<DeliveryFacts>(
    "draft-timetable.deliveries",
    `SELECT d.id, d.version, coalesce(nullif(d.weekdays, '{}'), w.weekdays, '{}') AS weekdays,
            coalesce(d.minutes, w.minutes) AS minutes, d.room_need AS "roomNeed", d.wanted_teacher_id AS "wantedTeacherId",
            k.session, k.sessions, k.classes, p.seats, p.taken,
            (SELECT coalesce(json_agg(json_build_object('weekday', s.weekday, 'startMin', s.start_min, 'endMin', s.end_min,
               'from', s.valid_from, 'to', s.valid_to, 'roomId', s.room_id, 'teacherId', s.teacher_id)
               ORDER BY s.weekday, s.start_min), '[]') FROM slot s WHERE s.delivery_id = d.id AND s.live) AS slots
       FROM delivery d
      -- Who wrote its times down without saying what it needs has said it by them.
      CROSS JOIN LATERAL (
        SELECT array_agg(DISTINCT s.weekday ORDER BY s.weekday) AS weekdays, max(s.end_min - s.start_min) AS minutes
          FROM slot s WHERE s.delivery_id = d.id AND s.live) w
      CROSS JOIN LATERAL (
        SELECT min(cs.number)::integer AS session,
               max((SELECT count(*) FROM class_session o WHERE o.class_id = c.id))::integer AS sessions,
               json_agg(json_build_object('id', c.id, 'section', c.section, 'timeOfDay', c.time_of_day,
                 'programmeCode', co.programme_code, 'level', co.level, 'cycleRank', cy.rank, 'division', dv.code,
                 'isEnglish', dv.code = 'LANG' OR co.code LIKE 'ENGL-%', 'recommendedTerm', co.recommended_term)
                 ORDER BY c.id) AS classes
          FROM class_part cp JOIN class_session cs ON cs.id = cp.session_id JOIN class c ON c.id = cs.class_id
          JOIN course co ON co.id = c.course_id JOIN cycle cy ON cy.id = co.cycle_id
          JOIN division dv ON dv.id = cy.division_id
         WHERE cp.delivery_id = d.id AND c.status IN ('DRAFT', 'SCHEDULED', 'ACTIVE')) k
      CROSS JOIN LATERAL (
        SELECT sum(q.capacity)::integer AS seats, sum(q.taken + q.offered)::integer AS taken FROM seat_pool q
         WHERE q.id IN (SELECT c.seat_pool_id FROM class_part cp JOIN class_session cs ON cs.id = cp.session_id
           JOIN class c ON c.id = cs.class_id WHERE cp.delivery_id = d.id)) p
      WHERE d.term_id = $1 AND k.classes IS NOT NULL ORDER BY d.id`,
    [termId],
  );
  return { term, deliveries };
}

export type RoomRow = { id: number; kind: RoomType; capacity: number };
export type TeacherRow = {
  id: number;
  degree: TerminalDegree;
  endDate: Day | null;
  qualifications: QualificationFacts[];
  wishes: { weekday: number; startMin: number; endMin: number; kind: TeacherWishKind }[];
};

/** Rooms in use, and teachers who teach, with what they may and wish. */
export async function readMeans(
  actor: Actor,
  termId: number,
): Promise<{ rooms: RoomRow[]; teachers: TeacherRow[] }> {
  authorise(actor, "classes:read");
  const [rooms, teachers] = await Promise.all([
    query<RoomRow>(
      "draft-timetable.rooms",
      `SELECT id, room_type AS kind, capacity FROM room WHERE is_active ORDER BY capacity, id`,
    ),
    query<TeacherRow>(
      "draft-timetable.teachers",
      `SELECT te.person_id AS id, te.terminal_degree AS degree, te.end_date::text AS "endDate",
              (SELECT coalesce(json_agg(json_build_object('departmentCode', d.code, 'minimumDegree', q.minimum_degree,
                 'levels', q.levels, 'isNativeEnglish', q.is_native_english, 'hasSpecial', q.has_special,
                 'validFrom', q.valid_from, 'validTo', q.valid_to)), '[]')
                 FROM teaching_qualification q JOIN department d ON d.id = q.department_id
                WHERE q.teacher_id = te.person_id) AS qualifications,
              (SELECT coalesce(json_agg(json_build_object('weekday', w.weekday, 'startMin', w.start_min,
                 'endMin', w.end_min, 'kind', w.kind) ORDER BY w.id), '[]') FROM teacher_wish w
                WHERE w.teacher_id = te.person_id AND (w.term_id IS NULL OR w.term_id = $1)) AS wishes
         FROM teacher te WHERE te.status = 'ACTIVE' ORDER BY te.number`,
      [termId],
    ),
  ]);
  return { rooms, teachers };
}

export type TakenRow = DatedTime & { roomId: number | null; teacherId: number | null };

/**
 * What occupies rooms and teachers on some days apart from the deliveries that are placed anew: weekly times of every
 * term, and meetings that are not where their weekly time says, those placed by hand included.
 */
export async function readTaken(
  actor: Actor,
  placed: readonly number[],
  from: Day,
  to: Day,
): Promise<TakenRow[]> {
  authorise(actor, "classes:read");
  return query<TakenRow>(
    "draft-timetable.taken",
    `SELECT s.weekday, s.start_min AS "startMin", s.end_min AS "endMin", s.valid_from::text AS "from",
            s.valid_to::text AS "to", s.room_id AS "roomId", s.teacher_id AS "teacherId"
       FROM slot s WHERE s.live AND s.valid_from <= $3::date AND s.valid_to >= $2::date AND s.delivery_id <> ALL ($1::int[])
     UNION ALL
     SELECT extract(isodow FROM m.on_date)::integer, m.start_min, m.end_min, m.on_date::text, m.on_date::text, m.room_id,
            m.teacher_id
       FROM meeting m LEFT JOIN slot s ON s.id = m.slot_id AND s.live
      WHERE NOT m.cancelled AND m.on_date BETWEEN $2::date AND $3::date
        AND (m.slot_id IS NULL OR m.delivery_id <> ALL ($1::int[]))
        AND (s.id IS NULL OR s.room_id IS DISTINCT FROM m.room_id OR s.teacher_id IS DISTINCT FROM m.teacher_id
          OR s.start_min <> m.start_min OR s.end_min <> m.end_min OR s.weekday <> extract(isodow FROM m.on_date))`,
    [placed, from, to],
  );
}

/** Pairs of deliveries of some classes with a student in common. */
export async function readSharedStudents(
  actor: Actor,
  placed: readonly number[],
): Promise<{ a: number; b: number }[]> {
  authorise(actor, "classes:read");
  return query<{ a: number; b: number }>(
    "draft-timetable.shared-students",
    `WITH sits AS MATERIALIZED (
       SELECT DISTINCT cp.delivery_id, cs.class_id, e.student_id FROM class_part cp
         JOIN class_session cs ON cs.id = cp.session_id
         JOIN enrolment e ON e.class_id = cs.class_id AND e.status IN ('ENROLLED', 'OFFERED')
        WHERE cp.delivery_id = ANY ($1::int[]))
     SELECT DISTINCT a.delivery_id AS a, b.delivery_id AS b FROM sits a JOIN sits b
         ON b.student_id = a.student_id AND b.delivery_id > a.delivery_id AND b.class_id <> a.class_id`,
    [placed],
  );
}

/** When the students of some deliveries sit in other classes, which stand fast. */
export async function readStudentTimes(
  actor: Actor,
  placed: readonly number[],
  from: Day,
  to: Day,
): Promise<(DatedTime & { deliveryId: number })[]> {
  authorise(actor, "classes:read");
  return query<DatedTime & { deliveryId: number }>(
    "draft-timetable.student-times",
    `WITH sits AS MATERIALIZED (
       SELECT DISTINCT cp.delivery_id, e.student_id FROM class_part cp JOIN class_session cs ON cs.id = cp.session_id
         JOIN enrolment e ON e.class_id = cs.class_id AND e.status IN ('ENROLLED', 'OFFERED')
        WHERE cp.delivery_id = ANY ($1::int[])),
     others AS MATERIALIZED (
       SELECT DISTINCT sits.delivery_id, op.delivery_id AS other FROM sits
         JOIN enrolment o ON o.student_id = sits.student_id AND o.status IN ('ENROLLED', 'OFFERED')
         JOIN class_session os ON os.class_id = o.class_id JOIN class_part op ON op.session_id = os.id
        WHERE op.delivery_id <> ALL ($1::int[]))
     SELECT DISTINCT others.delivery_id AS "deliveryId", s.weekday, s.start_min AS "startMin", s.end_min AS "endMin",
            s.valid_from::text AS "from", s.valid_to::text AS "to"
       FROM others JOIN slot s ON s.delivery_id = others.other AND s.live
      WHERE s.valid_from <= $3::date AND s.valid_to >= $2::date`,
    [placed, from, to],
  );
}
