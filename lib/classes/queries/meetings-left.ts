import "server-only";
import { type Actor, authoriseAny } from "@/lib/platform/access/actor";
import type { Day } from "@/lib/platform/dates/day";
import { query } from "@/lib/platform/db/pool";
import type { Tx } from "@/lib/platform/db/transaction";

/** Meetings of a class that a teacher is still to hold. */
export type MeetingsLeft = {
  classId: number;
  code: string;
  section: string;
  count: number;
  first: Day;
  last: Day;
};

const SQL = `SELECT c.id AS "classId", co.code, c.section, count(*)::integer AS count,
    min(m.on_date)::text AS first, max(m.on_date)::text AS last
   FROM meeting m JOIN class_part cp ON cp.delivery_id = m.delivery_id
   JOIN class_session cs ON cs.id = cp.session_id JOIN class c ON c.id = cs.class_id JOIN course co ON co.id = c.course_id
  WHERE m.teacher_id = $1::integer AND m.on_date >= $2::date AND NOT m.cancelled
  GROUP BY c.id, co.code ORDER BY first, co.code, c.section LIMIT 100`;

/** The meetings of a teacher from a day on, by class. The caller has found the teacher through the actor's reach. */
export async function listMeetingsLeft(actor: Actor, teacherId: number, from: Day): Promise<MeetingsLeft[]> {
  authoriseAny(actor, "classes:read", "people:edit");
  return query<MeetingsLeft>("classes.meetings-left", SQL, [teacherId, from]);
}

/** The same inside a transaction, for the command that takes the teacher away. */
export async function listMeetingsLeftInTx(tx: Tx, teacherId: number, from: Day): Promise<MeetingsLeft[]> {
  return tx.$queryRawUnsafe<MeetingsLeft[]>(SQL, teacherId, from);
}
