import "server-only";
import { TERM_NAME } from "@/lib/calendar/queries";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import { query } from "@/lib/platform/db/pool";
import type { Bilingual } from "@/lib/platform/i18n/names";

/** A cancelled class in which the student was. */
export type CancelledNotice = {
  classId: number;
  code: string;
  title: string;
  titleKm: string | null;
  section: string;
  termName: Bilingual;
  cancelledOn: Day;
  /** In the words of whoever cancelled it. */
  reason: string | null;
};

/** How long it stands on the home, in days; the term's end ends it sooner. */
const DAYS = 30;

/** Classes of the actor, a student, that were cancelled lately, the newest first. @throws AppError forbidden */
export async function listOwnCancelled(actor: Actor): Promise<CancelledNotice[]> {
  authorise(actor, "registration:read_own");
  if (actor.personId === null) return [];
  return query<CancelledNotice>(
    "registration.own-cancelled",
    `SELECT c.id AS "classId", co.code, co.title, co.title_km AS "titleKm", c.section, ${TERM_NAME} AS "termName",
            c.cancelled_on::text AS "cancelledOn", c.cancel_reason AS reason
       FROM enrolment_event v JOIN class c ON c.id = v.class_id
       JOIN course co ON co.id = c.course_id JOIN term t ON t.id = c.term_id
      WHERE v.student_id = $1 AND v.kind = 'class_cancelled' AND v.at > now() - interval '${DAYS} days'
        AND c.status = 'CANCELLED' AND t.end_date >= $2::date
      ORDER BY v.at DESC, co.code LIMIT 20`,
    [actor.personId, campusToday()],
  );
}
