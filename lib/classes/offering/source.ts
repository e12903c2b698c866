import "server-only";
import type { Day, Weekday } from "@/lib/platform/dates/day";
import type { ClassType, RoomType, TimeOfDay } from "@/lib/platform/db/generated/enums";
import type { Tx } from "@/lib/platform/db/transaction";
import type { ClassStatus } from "../schemas";

/** A class as it is copied. Weights are decimal text. */
export type SourceClass = {
  id: number;
  code: string;
  section: string;
  timeOfDay: TimeOfDay;
  classType: ClassType;
  status: ClassStatus;
  notes: string | null;
  /** Classes of one pool are taught as one and are copied together. */
  seatPoolId: number;
  capacity: number;
  /** 1 language, 2 bachelor, 3 master. */
  cycleRank: number;
  combined: { templateId: number | null; name: string } | null;
  reading: { targetEnrolment: number; description: string | null } | null;
  /** The version of the course that is taught in the other term; null: it is not taught then. */
  courseId: number | null;
  sessions: {
    number: number;
    name: string;
    nameKm: string;
    weight: string;
    parts: {
      code: number;
      partType: string;
      name: string;
      nameKm: string;
      weight: string;
      templateId: number | null;
      deliveryId: number;
      textbookIds: number[];
    }[];
  }[];
};

/** What occupies rooms and teachers, with its weekly times as they last were. */
export type SourceDelivery = {
  id: number;
  weekdays: number[];
  minutes: number | null;
  roomNeed: RoomType | null;
  wantedTeacherId: number | null;
  slots: {
    weekday: Weekday;
    startMin: number;
    endMin: number;
    roomId: number | null;
    teacherId: number | null;
  }[];
};

/**
 * The classes of the ids, and all others that are taught as one with them: what is one is not torn apart.
 * @param day first day of the other term: the version of each course that is valid then
 */
export function readSourceClasses(tx: Tx, ids: readonly number[], day: Day): Promise<SourceClass[]> {
  return tx.$queryRaw<SourceClass[]>`
    SELECT c.id, co.code, c.section, c.time_of_day AS "timeOfDay", c.class_type AS "classType", c.status, c.notes,
           c.seat_pool_id AS "seatPoolId", p.capacity, y.rank AS "cycleRank",
           CASE WHEN g.id IS NOT NULL THEN json_build_object('templateId', g.template_id, 'name', g.name) END AS combined,
           CASE WHEN r.class_id IS NOT NULL THEN json_build_object('targetEnrolment', r.target_enrolment,
             'description', r.description) END AS reading,
           (SELECT v.id FROM course v
             WHERE v.code = co.code AND v.is_active AND v.valid_from <= ${day}::date
               AND (v.valid_to IS NULL OR v.valid_to > ${day}::date)
             ORDER BY v.valid_from DESC LIMIT 1) AS "courseId",
           (SELECT coalesce(json_agg(json_build_object('number', s.number, 'name', s.name, 'nameKm', s.name_km,
                     'weight', s.weight::text, 'parts', (
                       SELECT coalesce(json_agg(json_build_object('code', q.code, 'partType', q.part_type, 'name', q.name,
                                'nameKm', q.name_km, 'weight', q.weight::text, 'templateId', q.template_id,
                                'deliveryId', q.delivery_id, 'textbookIds', (
                                  SELECT coalesce(json_agg(b.textbook_id ORDER BY b.textbook_id), '[]')
                                    FROM class_part_textbook b WHERE b.class_part_id = q.id)) ORDER BY q.code), '[]')
                         FROM class_part q WHERE q.session_id = s.id)) ORDER BY s.number), '[]')
              FROM class_session s WHERE s.class_id = c.id) AS sessions
      FROM class c JOIN course co ON co.id = c.course_id JOIN cycle y ON y.id = co.cycle_id
      JOIN seat_pool p ON p.id = c.seat_pool_id
      LEFT JOIN combined_class g ON g.id = c.combined_class_id
      LEFT JOIN reading_class r ON r.class_id = c.id
     WHERE c.seat_pool_id IN (SELECT w.seat_pool_id FROM class w WHERE w.id = ANY (${ids}::integer[]))
     ORDER BY co.code, c.time_of_day, c.section, c.id`;
}

/**
 * The deliveries of the ids with their weekly times as they last were: a time that was given up during the term is not
 * what the next one begins with.
 */
export function readSourceDeliveries(tx: Tx, ids: readonly number[]): Promise<SourceDelivery[]> {
  return tx.$queryRaw<SourceDelivery[]>`
    SELECT d.id, coalesce(d.weekdays, '{}') AS weekdays, d.minutes, d.room_need AS "roomNeed", d.wanted_teacher_id AS "wantedTeacherId",
           (SELECT coalesce(json_agg(json_build_object('weekday', s.weekday, 'startMin', s.start_min, 'endMin', s.end_min,
                     'roomId', s.room_id, 'teacherId', s.teacher_id) ORDER BY s.weekday, s.start_min), '[]')
              FROM slot s
             WHERE s.delivery_id = d.id AND s.live
               AND s.valid_to = (SELECT max(l.valid_to) FROM slot l WHERE l.delivery_id = d.id AND l.live)) AS slots
      FROM delivery d WHERE d.id = ANY (${ids}::integer[]) ORDER BY d.id`;
}
