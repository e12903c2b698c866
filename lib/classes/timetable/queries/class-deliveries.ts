import "server-only";
import { classReach, classReachSql } from "@/lib/classes/access";
import { nameJson, PART_NAME } from "@/lib/classes/queries/get-class";
import type { Actor } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";
import type { Bilingual, NameParts } from "@/lib/platform/i18n/names";

/** A part of a class with what it is taught as, and its first weekly time. */
export type ClassDelivery = {
  partId: number;
  deliveryId: number;
  name: Bilingual;
  startMin: number | null;
  endMin: number | null;
  room: { id: number; label: string } | null;
  teacher: (NameParts & { id: number }) | null;
};

/** The parts of a class in their order; none outside the actor's reach. */
export async function listClassDeliveries(actor: Actor, classId: number): Promise<ClassDelivery[]> {
  const reach = classReach(actor);
  const values: unknown[] = [classId];
  return query<ClassDelivery>(
    `classes.deliveries ${reach.kind}`,
    `SELECT cp.id AS "partId", cp.delivery_id AS "deliveryId", ${PART_NAME} AS name, s.start_min AS "startMin",
            s.end_min AS "endMin", CASE WHEN r.id IS NOT NULL THEN json_build_object('id', r.id, 'label', r.code) END AS room,
            CASE WHEN h.id IS NOT NULL THEN (${nameJson("h")})::jsonb || jsonb_build_object('id', h.id) END AS teacher
       FROM class c JOIN course co ON co.id = c.course_id JOIN class_session cs ON cs.class_id = c.id
       JOIN class_part cp ON cp.session_id = cs.id
       LEFT JOIN LATERAL (SELECT * FROM slot x WHERE x.delivery_id = cp.delivery_id AND x.live
                           ORDER BY x.valid_to DESC, x.weekday LIMIT 1) s ON true
       LEFT JOIN room r ON r.id = s.room_id LEFT JOIN person h ON h.id = s.teacher_id
      WHERE c.id = $1::integer AND ${classReachSql(reach, values)} ORDER BY cs.number, cp.code LIMIT 100`,
    values,
  );
}
