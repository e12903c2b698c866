import "server-only";
import { cache } from "react";
import { TERM_NAME } from "@/lib/calendar/queries";
import { classReach, classReachSql } from "@/lib/classes/access";
import { nameJson, PART_NAME } from "@/lib/classes/queries/get-class";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import type { Day, Weekday } from "@/lib/platform/dates/day";
import type { RoomType } from "@/lib/platform/db/generated/enums";
import { query } from "@/lib/platform/db/pool";
import type { Bilingual, NameParts } from "@/lib/platform/i18n/names";
import { sessionSpan } from "../span";

/** A weekly time of a delivery as it is shown. */
export type DeliverySlot = {
  id: number;
  version: number;
  weekday: Weekday;
  startMin: number;
  endMin: number;
  roomId: number | null;
  room: string | null;
  teacherId: number | null;
  teacher: NameParts | null;
  validFrom: Day;
  validTo: Day;
};

/** What occupies a room and a teacher, with the classes that sit in it. */
export type DeliveryPage = {
  id: number;
  version: number;
  classes: {
    id: number;
    code: string;
    section: string;
    title: string;
    titleKm: string | null;
    status: string;
  }[];
  part: Bilingual;
  termCode: string;
  termName: Bilingual;
  /** First and last day on which it is taught. */
  from: Day;
  to: Day;
  weekdays: Weekday[];
  minutes: number | null;
  roomNeed: RoomType | null;
  people: number;
  /** Those that hold today or later. */
  slots: DeliverySlot[];
};

type Row = Omit<DeliveryPage, "from" | "to"> & { start: Day; end: Day; session: number; sessions: number };

/** A delivery with its weekly times; null outside the actor's reach. */
export const findDelivery = cache(async (actor: Actor, id: number): Promise<DeliveryPage | null> => {
  authorise(actor, "classes:read");
  const reach = classReach(actor);
  const values: unknown[] = [id, campusToday()];
  const within = classReachSql(reach, values);
  const [found] = await query<Row>(
    `classes.delivery ${reach.kind}`,
    `SELECT d.id, d.version, d.weekdays, d.minutes, d.room_need AS "roomNeed", t.code AS "termCode",
            ${TERM_NAME} AS "termName", t.start_date AS start, t.end_date AS "end", k.*,
            (SELECT coalesce(json_agg(json_build_object('id', s.id, 'version', s.version, 'weekday', s.weekday,
               'startMin', s.start_min, 'endMin', s.end_min, 'roomId', s.room_id, 'room', r.code,
               'teacherId', s.teacher_id, 'teacher', ${nameJson("h")}, 'validFrom', s.valid_from, 'validTo', s.valid_to)
               ORDER BY s.weekday, s.start_min), '[]')
               FROM slot s LEFT JOIN room r ON r.id = s.room_id LEFT JOIN person h ON h.id = s.teacher_id
              WHERE s.delivery_id = d.id AND s.live AND s.valid_to >= $2::date) AS slots
       FROM delivery d JOIN term t ON t.id = d.term_id
      CROSS JOIN LATERAL (
        SELECT json_agg(json_build_object('id', c.id, 'code', co.code, 'section', c.section, 'title', co.title,
                 'titleKm', co.title_km, 'status', c.status) ORDER BY co.code) AS classes,
               (array_agg(${PART_NAME} ORDER BY c.id))[1] AS part, min(cs.number)::integer AS session,
               (SELECT count(*)::integer FROM class_session o WHERE o.class_id = min(c.id)) AS sessions,
               (SELECT sum(p.taken + p.offered)::integer FROM seat_pool p WHERE p.id = ANY (array_agg(c.seat_pool_id))) AS people,
               bool_or(${within}) AS within
          FROM class_part cp JOIN class_session cs ON cs.id = cp.session_id JOIN class c ON c.id = cs.class_id
          JOIN course co ON co.id = c.course_id WHERE cp.delivery_id = d.id) k
      WHERE d.id = $1::integer AND k.within`,
    values,
  );
  if (!found) return null;
  const { start, end, session, sessions, ...rest } = found;
  return { ...rest, ...sessionSpan({ from: start, to: end }, session, sessions) };
});
