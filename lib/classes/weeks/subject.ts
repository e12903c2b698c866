import "server-only";
import { classReach, classReachSql } from "@/lib/classes/access";
import { classIdParam } from "@/lib/classes/schemas";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";
import type { Bilingual, NameParts } from "@/lib/platform/i18n/names";
import type { WeekKind } from "./schemas";

/** Whose week it is: as a room, a teacher, a class or a programme calls itself. */
export type WeekSubject =
  | { kind: "room"; id: number; ref: string; code: string; name: string; capacity: number }
  | { kind: "teacher"; id: number; ref: string; name: NameParts; number: number }
  | {
      kind: "class";
      id: number;
      ref: string;
      code: string;
      section: string;
      title: string;
      titleKm: string | null;
    }
  | { kind: "programme"; id: number; ref: string; code: string; name: Bilingual };

const SQL = {
  room: `SELECT 'room' AS kind, id, code AS ref, code, name, capacity FROM room WHERE code = $1`,
  teacher: `SELECT 'teacher' AS kind, p.id, te.number::text AS ref, te.number, json_build_object('familyName', p.family_name,
      'personalName', p.personal_name, 'khmerFamilyName', p.khmer_family_name, 'khmerPersonalName', p.khmer_personal_name) AS name
      FROM teacher te JOIN person p ON p.id = te.person_id WHERE te.number = $1::integer`,
  programme: `SELECT 'programme' AS kind, id, code AS ref, code, json_build_object('en', name, 'km', name_km) AS name
      FROM programme WHERE code = $1`,
} as const;

/** A class within the reach, by its id; null for what is none. */
async function findClass(actor: Actor, ref: string): Promise<WeekSubject | null> {
  const id = classIdParam.safeParse(ref);
  if (!id.success) return null;
  const reach = classReach(actor);
  const values: unknown[] = [id.data];
  const [row] = await query<WeekSubject>(
    `classes.week-of-class.${reach.kind}`,
    `SELECT 'class' AS kind, c.id, c.id::text AS ref, co.code, c.section, co.title, co.title_km AS "titleKm"
       FROM class c JOIN course co ON co.id = c.course_id WHERE c.id = $1 AND ${classReachSql(reach, values)}`,
    values,
  );
  return row ?? null;
}

/**
 * The room (by code), teacher (by number), class (by id) or programme (by code) whose week is asked for; null for an
 * unknown one, and for a class beyond the reach alike. @throws AppError forbidden
 */
export async function findWeekSubject(
  actor: Actor,
  kind: WeekKind,
  ref: string,
): Promise<WeekSubject | null> {
  authorise(actor, "classes:read");
  if (kind === "class") return findClass(actor, ref);
  if (kind === "teacher" && !/^\d{1,9}$/.test(ref)) return null;
  const [row] = await query<WeekSubject>(`classes.week-of-${kind}`, SQL[kind], [ref]);
  return row ?? null;
}
