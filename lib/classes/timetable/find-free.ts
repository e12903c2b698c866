import "server-only";
import { nameJson } from "@/lib/classes/queries/get-class";
import {
  type CourseFacts,
  courseLevel,
  mayTeach,
  type QualificationFacts,
  teachingDepartment,
} from "@/lib/people/qualifications/rules";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import type { Day } from "@/lib/platform/dates/day";
import type { Building, RoomType, TeacherWishKind, TerminalDegree } from "@/lib/platform/db/generated/enums";
import { query } from "@/lib/platform/db/pool";
import type { NameParts } from "@/lib/platform/i18n/names";

/** When somebody looks for a room or a teacher: on one day (`from`), or every week on a weekday from day to day. */
export type When = {
  weekly: boolean;
  weekday: number;
  startMin: number;
  endMin: number;
  from: Day;
  to: Day;
  /** A delivery that does not stand in its own way. */
  deliveryId: number | null;
};

/** What keeps a room or a teacher at that time: the first of it; on a date, or every week. */
export type Busy = {
  classId: number;
  code: string;
  section: string;
  startMin: number;
  endMin: number;
  date: Day | null;
};

export type RoomWish = {
  seats: number;
  roomType: RoomType | null;
  building: Building | null;
  projector: boolean;
  computers: boolean;
};

export type FoundRoom = {
  id: number;
  code: string;
  name: string;
  building: Building;
  roomType: RoomType;
  capacity: number;
  hasProjector: boolean;
  hasComputers: boolean;
  busy: Busy | null;
};

// Parameters 1 to 7: weekly, weekday, start, end, from, to, delivery.
const CLASS_OF = (delivery: string) => `JOIN class_part cp ON cp.delivery_id = ${delivery}
  JOIN class_session cs ON cs.id = cp.session_id JOIN class c ON c.id = cs.class_id JOIN course co ON co.id = c.course_id`;
const busySql = (column: "room_id" | "teacher_id", owner: string) => `LEFT JOIN LATERAL (
    SELECT json_build_object('classId', c.id, 'code', co.code, 'section', c.section, 'startMin', x.start_min,
                             'endMin', x.end_min, 'date', x.on_date) AS busy
      FROM ((SELECT s.delivery_id, s.start_min, s.end_min, NULL::date AS on_date FROM slot s
              WHERE $1::boolean AND s.${column} = ${owner} AND s.live AND s.weekday = $2::integer
                AND int4range(s.start_min, s.end_min) && int4range($3::integer, $4::integer)
                AND daterange(s.valid_from, s.valid_to, '[]') && daterange($5::date, $6::date, '[]')
                AND s.delivery_id IS DISTINCT FROM $7::integer LIMIT 1)
            UNION ALL
            (SELECT m.delivery_id, m.start_min, m.end_min, m.on_date FROM meeting m
              WHERE m.${column} = ${owner} AND NOT m.cancelled AND m.on_date BETWEEN $5::date AND $6::date
                AND extract(isodow FROM m.on_date)::integer = $2::integer AND m.start_min < $4::integer
                AND $3::integer < m.end_min AND m.delivery_id IS DISTINCT FROM $7::integer ORDER BY m.on_date LIMIT 1)) x
      ${CLASS_OF("x.delivery_id")} LIMIT 1) b ON true`;

function whenValues({ weekly, weekday, startMin, endMin, from, to, deliveryId }: When): unknown[] {
  return [weekly, weekday, startMin, endMin, from, weekly ? to : from, deliveryId];
}

/**
 * The rooms in use that fit, free ones first, the smallest that suffices on top; those that are taken say by whom
 * (domain.md 4.3). At most 100: the campus has 78.
 */
export async function findRooms(actor: Actor, when: When, wish: RoomWish): Promise<FoundRoom[]> {
  authorise(actor, "classes:read");
  return query<FoundRoom>(
    "classes.free-rooms",
    `SELECT r.id, r.code, r.name, r.building, r.room_type AS "roomType", r.capacity, r.has_projector AS "hasProjector",
            r.has_computers AS "hasComputers", b.busy
       FROM room r ${busySql("room_id", "r.id")}
      WHERE r.is_active AND r.capacity >= $8::integer AND ($9::room_type IS NULL OR r.room_type = $9::room_type)
        AND ($10::building IS NULL OR r.building = $10::building) AND (NOT $11::boolean OR r.has_projector)
        AND (NOT $12::boolean OR r.has_computers) AND ($9::room_type IS NOT NULL OR r.room_type <> 'OFFICE')
      ORDER BY b.busy IS NOT NULL, r.room_type <> 'CLASS', r.capacity, r.code LIMIT 100`,
    [...whenValues(when), wish.seats, wish.roomType, wish.building, wish.projector, wish.computers],
  );
}

export type FoundTeacher = {
  id: number;
  number: number;
  name: NameParts;
  departmentCode: string;
  /** Whether the teacher may teach the class that is asked for; null without one. */
  qualified: "pass" | "warn" | "refuse" | null;
  onLeave: boolean;
  wish: Exclude<TeacherWishKind, "PREFER"> | null;
  /** Minutes of weekly times on the first day that is asked for. */
  weeklyMinutes: number;
  busy: Busy | null;
};

type TeacherRow = Omit<FoundTeacher, "qualified"> & {
  degree: TerminalDegree;
  qualifications: QualificationFacts[];
  courses: { division: string; rank: number; isEnglish: boolean }[] | null;
};

const WORST = ["pass", "warn", "refuse"] as const;

function qualified({ courses, degree, qualifications }: TeacherRow, day: Day): FoundTeacher["qualified"] {
  if (!courses) return null;
  const verdicts = courses.map(({ division, rank, isEnglish }) => {
    const course: CourseFacts = {
      departmentCode: teachingDepartment(division),
      level: courseLevel(rank),
      isEnglish,
    };
    return WORST.indexOf(mayTeach({ degree, qualifications }, course, day).value.verdict);
  });
  return WORST[Math.max(0, ...verdicts)] ?? null;
}

/** The order in which a substitute is offered: free, qualified, here, willing, with the least to teach. */
function rank(teacher: FoundTeacher): number[] {
  const verdict = teacher.qualified === null ? 0 : WORST.indexOf(teacher.qualified);
  const wish = teacher.wish === "UNAVAILABLE" ? 2 : teacher.wish === "AVOID" ? 1 : 0;
  return [
    teacher.busy ? 1 : 0,
    verdict,
    teacher.onLeave ? 1 : 0,
    wish,
    teacher.weeklyMinutes,
    teacher.number,
  ];
}

function byRank(a: FoundTeacher, b: FoundTeacher): number {
  const [left, right] = [rank(a), rank(b)];
  const at = left.findIndex((value, index) => value !== right[index]);
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}

const IS_ENGLISH = "(dv.code = 'LANG' OR co.code LIKE 'ENGL-%')";
/** More teachers than this no campus has; those of the list are ranked together. */
const TEACHERS_MOST = 1_000;

/**
 * The teachers who are at the university, those who are free and qualified for the delivery first; those who teach
 * elsewhere say where (domain.md 2.2 Teaching qualification, 4.3).
 * @param limit rows, at most 200
 */
export async function findTeachers(
  actor: Actor,
  when: When,
  wish: { departmentCode: string | null; q: string },
  limit: number,
): Promise<FoundTeacher[]> {
  authorise(actor, "classes:read");
  const like = wish.q.trim() ? `%${wish.q.trim().replace(/[\\%_]/g, "\\$&")}%` : null;
  const rows = await query<TeacherRow>(
    "classes.free-teachers",
    `SELECT te.person_id AS id, te.number, ${nameJson("h")} AS name, te.department_code AS "departmentCode",
            te.status = 'ON_LEAVE' AS "onLeave", te.terminal_degree AS degree, b.busy,
            (SELECT coalesce(sum(s.end_min - s.start_min), 0)::integer FROM slot s
              WHERE s.teacher_id = te.person_id AND s.live AND s.valid_from <= $5::date AND s.valid_to >= $5::date) AS "weeklyMinutes",
            (SELECT w.kind FROM teacher_wish w JOIN delivery d ON d.id = $7::integer OR $7::integer IS NULL
              WHERE w.teacher_id = te.person_id AND w.weekday = $2::integer AND w.kind <> 'PREFER'
                AND w.start_min < $4::integer AND $3::integer < w.end_min
                AND (w.term_id IS NULL OR w.term_id = d.term_id) ORDER BY w.kind = 'AVOID' LIMIT 1) AS wish,
            (SELECT coalesce(json_agg(json_build_object('departmentCode', q_d.code, 'minimumDegree', q.minimum_degree,
               'levels', q.levels, 'isNativeEnglish', q.is_native_english, 'hasSpecial', q.has_special,
               'validFrom', q.valid_from, 'validTo', q.valid_to)), '[]')
               FROM teaching_qualification q JOIN department q_d ON q_d.id = q.department_id
              WHERE q.teacher_id = te.person_id) AS qualifications,
            (SELECT json_agg(json_build_object('division', dv.code, 'rank', cy.rank, 'isEnglish', ${IS_ENGLISH}))
               FROM class_part cp JOIN class_session cs ON cs.id = cp.session_id JOIN class c ON c.id = cs.class_id
               JOIN course co ON co.id = c.course_id JOIN cycle cy ON cy.id = co.cycle_id
               JOIN division dv ON dv.id = cy.division_id WHERE cp.delivery_id = $7::integer) AS courses
       FROM teacher te JOIN person h ON h.id = te.person_id ${busySql("teacher_id", "te.person_id")}
      WHERE te.status IN ('ACTIVE', 'ON_LEAVE') AND (te.end_date IS NULL OR te.end_date >= $5::date)
        AND ($8::text IS NULL OR te.department_code = $8::text)
        AND ($9::text IS NULL OR h.search_key ILIKE $9::text
          OR concat_ws(' ', h.khmer_family_name, h.khmer_personal_name) LIKE $9::text)
      ORDER BY te.number LIMIT ${TEACHERS_MOST}`,
    [...whenValues(when), wish.departmentCode, like],
  );
  return rows
    .map(({ courses, degree, qualifications, ...row }) => ({
      ...row,
      qualified: qualified({ courses, degree, qualifications, ...row }, when.from),
    }))
    .sort(byRank)
    .slice(0, Math.min(limit, 200));
}
