import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import type { Weekday } from "@/lib/platform/dates/day";
import type { RoomType } from "@/lib/platform/db/generated/enums";
import { query } from "@/lib/platform/db/pool";
import type { NameParts } from "@/lib/platform/i18n/names";
import { classReach, classReachSql } from "../access";
import type { WeeklyTime } from "../schemas";
import { nameJson } from "./get-class";

/** A part with what it needs, its textbooks and its times, for the page on which all parts are edited. */
export type EditedPart = {
  id: number;
  code: number;
  partType: string;
  name: string;
  nameKm: string;
  weight: string;
  weekdays: Weekday[];
  minutes: number | null;
  roomNeed: RoomType | null;
  wantedTeacher: (NameParts & { id: number; number: number }) | null;
  fromTemplate: boolean;
  textbooks: { id: number; title: string }[];
  times: WeeklyTime[];
};
export type EditedSession = {
  number: number;
  name: string;
  nameKm: string;
  weight: string;
  parts: EditedPart[];
};

/** Sessions and parts of a class in their order; none outside the actor's reach. */
export async function listEditedSessions(actor: Actor, classId: number): Promise<EditedSession[]> {
  const reach = classReach(actor);
  const values: unknown[] = [classId];
  return query<EditedSession>(
    `classes.edited-sessions.${reach.kind}`,
    `SELECT s.number, s.name, s.name_km AS "nameKm", s.weight::text AS weight, coalesce((
       SELECT json_agg(json_build_object('id', p.id, 'code', p.code, 'partType', p.part_type, 'name', p.name,
           'nameKm', p.name_km, 'weight', p.weight::text, 'weekdays', d.weekdays, 'minutes', d.minutes,
           'roomNeed', d.room_need, 'fromTemplate', p.template_id IS NOT NULL,
           'wantedTeacher', CASE WHEN h.id IS NOT NULL THEN (${nameJson("h")})::jsonb
               || jsonb_build_object('id', h.id, 'number', e.number) END,
           'textbooks', (SELECT coalesce(json_agg(json_build_object('id', b.id, 'title', b.title) ORDER BY b.title), '[]')
               FROM class_part_textbook x JOIN textbook b ON b.id = x.textbook_id WHERE x.class_part_id = p.id),
           'times', (SELECT coalesce(json_agg(json_build_object('weekday', l.weekday, 'startMin', l.start_min,
               'endMin', l.end_min) ORDER BY l.weekday, l.start_min), '[]')
               FROM slot l WHERE l.delivery_id = p.delivery_id AND l.live)) ORDER BY p.code)
         FROM class_part p JOIN delivery d ON d.id = p.delivery_id
         LEFT JOIN person h ON h.id = d.wanted_teacher_id LEFT JOIN teacher e ON e.person_id = h.id
        WHERE p.session_id = s.id), '[]') AS parts
       FROM class_session s JOIN class c ON c.id = s.class_id JOIN course co ON co.id = c.course_id
      WHERE s.class_id = $1 AND ${classReachSql(reach, values)} ORDER BY s.number`,
    values,
  );
}
