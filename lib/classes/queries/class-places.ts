import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";
import type { NameParts } from "@/lib/platform/i18n/names";
import { nameJson } from "./get-class";

/** Where and by whom a class is taught. */
export type ClassPlaces = { id: number; rooms: string[]; teachers: NameParts[] };

/** Rooms and teachers of classes, by class id. @throws AppError forbidden without classes:read */
export async function listClassPlaces(actor: Actor, classIds: number[]): Promise<Map<number, ClassPlaces>> {
  authorise(actor, "classes:read");
  if (classIds.length === 0) return new Map();
  const rows = await query<ClassPlaces>(
    "classes.places",
    `SELECT cs.class_id AS id,
            coalesce(json_agg(DISTINCT r.code) FILTER (WHERE r.id IS NOT NULL), '[]') AS rooms,
            coalesce(json_agg(DISTINCT (${nameJson("h")})::jsonb) FILTER (WHERE h.id IS NOT NULL), '[]') AS teachers
       FROM class_session cs JOIN class_part cp ON cp.session_id = cs.id
       JOIN slot s ON s.delivery_id = cp.delivery_id AND s.live
       LEFT JOIN room r ON r.id = s.room_id LEFT JOIN person h ON h.id = s.teacher_id
      WHERE cs.class_id = ANY ($1::integer[]) GROUP BY cs.class_id`,
    [classIds],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
