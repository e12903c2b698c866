import "server-only";
import { nameJson } from "@/lib/classes/queries/get-class";
import type { QualificationFacts } from "@/lib/people/qualifications/rules";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import type { Day } from "@/lib/platform/dates/day";
import type {
  RoomType,
  TeacherStatus,
  TeacherWishKind,
  TerminalDegree,
} from "@/lib/platform/db/generated/enums";
import { query } from "@/lib/platform/db/pool";
import type { Tx } from "@/lib/platform/db/transaction";
import type { NameParts } from "@/lib/platform/i18n/names";

/** A class that stands in the way, with the time at which it does. */
export type WeeklyObstacle = {
  deliveryId: number;
  classId: number;
  code: string;
  section: string;
  weekday: number;
  startMin: number;
  endMin: number;
  from: Day;
  to: Day;
};
export type DatedObstacle = Omit<WeeklyObstacle, "weekday" | "from" | "to"> & { date: Day };

/** A weekly time or a dated meeting as it is tried: the days from `from` to `to` on the weekday, or one day. */
export type Wanted = {
  deliveryId: number;
  /** The weekly time that moves: it does not stand in its own way. */
  slotId: number | null;
  /** One day, `from`: what counts are the meetings of that day, not the weekly times. */
  dated: boolean;
  /** The meeting that moves, in the same sense. */
  meetingId: number | null;
  weekday: number;
  startMin: number;
  endMin: number;
  roomId: number | null;
  teacherId: number | null;
  from: Day;
  to: Day;
};

/** Everything that the rules of a placement look at. */
export type PlacementFacts = {
  termStart: Day;
  termEnd: Day;
  minutes: number | null;
  roomNeed: RoomType | null;
  /** Those who sit in the classes of the delivery, or the capacity where nobody does yet. */
  people: number;
  classes: {
    id: number;
    code: string;
    section: string;
    cycleRank: number;
    division: string;
    isEnglish: boolean;
  }[];
  room: { code: string; capacity: number; roomType: RoomType; isActive: boolean } | null;
  teacher: {
    number: number;
    name: NameParts;
    status: TeacherStatus;
    endDate: Day | null;
    degree: TerminalDegree;
    qualifications: QualificationFacts[];
  } | null;
  wishes: { kind: TeacherWishKind; startMin: number; endMin: number }[];
  roomSlots: WeeklyObstacle[];
  teacherSlots: WeeklyObstacle[];
  roomMeetings: DatedObstacle[];
  teacherMeetings: DatedObstacle[];
  /** Weekly times of the delivery itself at this time. */
  own: { startMin: number; endMin: number }[];
  /** Students with another class at this time, in all and by class. */
  students: number;
  studentClasses: { classId: number; code: string; section: string; count: number }[];
};

const OVERLAPS = (alias: string) => `${alias}.start_min < $4::integer AND $3::integer < ${alias}.end_min`;
/** Stands in an index of the exclusion constraints, as these expressions. */
const SLOT_AT = `s.live AND s.weekday = $2::integer
  AND int4range(s.start_min, s.end_min) && int4range($3::integer, $4::integer)
  AND daterange(s.valid_from, s.valid_to, '[]') && daterange($7::date, $8::date, '[]')`;

const weekly = (column: "room_id" | "teacher_id", parameter: string) => `(
  SELECT coalesce(json_agg(o ORDER BY o.code, o.section), '[]') FROM (
    SELECT DISTINCT ON (s.delivery_id) s.delivery_id AS "deliveryId", c.id AS "classId", co.code, c.section, s.weekday,
           s.start_min AS "startMin", s.end_min AS "endMin", s.valid_from::text AS "from", s.valid_to::text AS "to"
      FROM slot s JOIN class_part cp ON cp.delivery_id = s.delivery_id JOIN class_session cs ON cs.id = cp.session_id
      JOIN class c ON c.id = cs.class_id JOIN course co ON co.id = c.course_id
     WHERE NOT $10::boolean AND s.${column} = ${parameter}::integer AND ${SLOT_AT} AND s.delivery_id <> $1::integer
     ORDER BY s.delivery_id, c.id LIMIT 5) o)`;

// A weekly time that clashes is told as such; its meetings would only repeat it.
const dated = (column: "room_id" | "teacher_id", parameter: string) => `(
  SELECT coalesce(json_agg(o ORDER BY o.date), '[]') FROM (
    SELECT DISTINCT ON (m.on_date, m.id) m.delivery_id AS "deliveryId", c.id AS "classId", co.code, c.section,
           m.start_min AS "startMin", m.end_min AS "endMin", m.on_date::text AS date
      FROM meeting m JOIN class_part cp ON cp.delivery_id = m.delivery_id JOIN class_session cs ON cs.id = cp.session_id
      JOIN class c ON c.id = cs.class_id JOIN course co ON co.id = c.course_id
     WHERE m.${column} = ${parameter}::integer AND NOT m.cancelled AND m.on_date BETWEEN $7::date AND $8::date
       AND extract(isodow FROM m.on_date)::integer = $2::integer AND ${OVERLAPS("m")} AND m.delivery_id <> $1::integer
       AND ($10::boolean OR NOT EXISTS (SELECT FROM slot s WHERE s.id = m.slot_id AND s.${column} = ${parameter}::integer AND ${SLOT_AT}))
     ORDER BY m.on_date, m.id, c.id LIMIT 5) o)`;

const SQL = `SELECT t.start_date::text AS "termStart", t.end_date::text AS "termEnd", d.minutes, d.room_need AS "roomNeed",
  (SELECT coalesce(sum(greatest(p.taken + p.offered, CASE WHEN p.taken + p.offered = 0 THEN p.capacity ELSE 0 END)), 0)
     FROM seat_pool p WHERE p.id IN (SELECT c.seat_pool_id FROM class_part cp JOIN class_session cs ON cs.id = cp.session_id
       JOIN class c ON c.id = cs.class_id WHERE cp.delivery_id = d.id))::integer AS people,
  (SELECT coalesce(json_agg(json_build_object('id', c.id, 'code', co.code, 'section', c.section, 'cycleRank', cy.rank,
            'division', dv.code, 'isEnglish', dv.code = 'LANG' OR co.code LIKE 'ENGL-%') ORDER BY co.code), '[]')
     FROM class_part cp JOIN class_session cs ON cs.id = cp.session_id JOIN class c ON c.id = cs.class_id
     JOIN course co ON co.id = c.course_id JOIN cycle cy ON cy.id = co.cycle_id JOIN division dv ON dv.id = cy.division_id
    WHERE cp.delivery_id = d.id) AS classes,
  (SELECT json_build_object('code', r.code, 'capacity', r.capacity, 'roomType', r.room_type, 'isActive', r.is_active)
     FROM room r WHERE r.id = $5::integer) AS room,
  (SELECT json_build_object('number', te.number, 'name', ${nameJson("h")}, 'status', te.status, 'endDate', te.end_date,
            'degree', te.terminal_degree, 'qualifications',
            (SELECT coalesce(json_agg(json_build_object('departmentCode', q_d.code, 'minimumDegree', q.minimum_degree,
               'levels', q.levels, 'isNativeEnglish', q.is_native_english, 'hasSpecial', q.has_special,
               'validFrom', q.valid_from, 'validTo', q.valid_to)), '[]')
               FROM teaching_qualification q JOIN department q_d ON q_d.id = q.department_id WHERE q.teacher_id = te.person_id))
     FROM teacher te JOIN person h ON h.id = te.person_id WHERE te.person_id = $6::integer) AS teacher,
  (SELECT coalesce(json_agg(json_build_object('kind', w.kind, 'startMin', w.start_min, 'endMin', w.end_min)), '[]')
     FROM teacher_wish w WHERE w.teacher_id = $6::integer AND w.weekday = $2::integer AND ${OVERLAPS("w")}
      AND (w.term_id IS NULL OR w.term_id = d.term_id) AND w.kind <> 'PREFER') AS wishes,
  ${weekly("room_id", "$5")} AS "roomSlots", ${weekly("teacher_id", "$6")} AS "teacherSlots",
  ${dated("room_id", "$5")} AS "roomMeetings", ${dated("teacher_id", "$6")} AS "teacherMeetings",
  (SELECT coalesce(json_agg(json_build_object('startMin', o.start_min, 'endMin', o.end_min)), '[]') FROM (
    SELECT s.start_min, s.end_min FROM slot s
     WHERE NOT $10::boolean AND s.delivery_id = d.id AND s.live AND s.weekday = $2::integer
       AND s.id IS DISTINCT FROM $9::integer AND ${OVERLAPS("s")} AND s.valid_from <= $8::date AND s.valid_to >= $7::date
     UNION SELECT m.start_min, m.end_min FROM meeting m
     WHERE $10::boolean AND m.delivery_id = d.id AND m.on_date = $7::date AND NOT m.cancelled
       AND m.id IS DISTINCT FROM $11::bigint AND ${OVERLAPS("m")}) o) AS own,
  st.students, st.classes AS "studentClasses"
  FROM delivery d JOIN term t ON t.id = d.term_id
  CROSS JOIN LATERAL (
    WITH mine AS MATERIALIZED (
      SELECT DISTINCT e.student_id FROM class_part cp JOIN class_session cs ON cs.id = cp.session_id
        JOIN enrolment e ON e.class_id = cs.class_id AND e.status IN ('ENROLLED', 'OFFERED') WHERE cp.delivery_id = d.id
    ), theirs AS MATERIALIZED (
      SELECT DISTINCT mine.student_id, o.class_id FROM mine
        JOIN enrolment o ON o.student_id = mine.student_id AND o.status IN ('ENROLLED', 'OFFERED')
    ), busy AS MATERIALIZED (
      SELECT k.class_id FROM (SELECT DISTINCT class_id FROM theirs) k
       WHERE EXISTS (SELECT FROM class_session os JOIN class_part op ON op.session_id = os.id AND op.delivery_id <> d.id
         JOIN slot s ON s.delivery_id = op.delivery_id AND s.live AND s.weekday = $2::integer AND ${OVERLAPS("s")}
          AND s.valid_from <= $8::date AND s.valid_to >= $7::date WHERE os.class_id = k.class_id AND NOT $10::boolean)
          OR EXISTS (SELECT FROM class_session os JOIN class_part op ON op.session_id = os.id AND op.delivery_id <> d.id
         JOIN meeting m ON m.delivery_id = op.delivery_id AND m.on_date = $7::date AND NOT m.cancelled AND ${OVERLAPS("m")}
        WHERE os.class_id = k.class_id AND $10::boolean)
    )
    SELECT (SELECT count(DISTINCT student_id)::integer FROM theirs JOIN busy USING (class_id)) AS students,
           (SELECT coalesce(json_agg(k ORDER BY k.count DESC, k.code), '[]') FROM (
              SELECT c.id AS "classId", co.code, c.section, count(*)::integer AS count FROM theirs JOIN busy USING (class_id)
                JOIN class c ON c.id = theirs.class_id JOIN course co ON co.id = c.course_id
               GROUP BY c.id, co.code ORDER BY count(*) DESC, co.code LIMIT 5) k) AS classes) st
 WHERE d.id = $1::integer`;

function values(wanted: Wanted): unknown[] {
  const { deliveryId, weekday, startMin, endMin, roomId, teacherId, from, to, slotId, dated, meetingId } =
    wanted;
  return [deliveryId, weekday, startMin, endMin, roomId, teacherId, from, to, slotId, dated, meetingId];
}

/** What stands around a placement, inside the transaction of a command that was authorised; null without a delivery. */
export async function readPlacementInTx(tx: Tx, wanted: Wanted): Promise<PlacementFacts | null> {
  const [found] = await tx.$queryRawUnsafe<PlacementFacts[]>(SQL, ...values(wanted));
  return found ?? null;
}

/** What stands around a placement that somebody tries; null without a delivery. */
export async function readPlacement(actor: Actor, wanted: Wanted): Promise<PlacementFacts | null> {
  authorise(actor, "classes:read");
  const [found] = await query<PlacementFacts>("classes.placement", SQL, values(wanted));
  return found ?? null;
}
