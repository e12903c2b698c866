import "server-only";
import { classNotFound } from "@/lib/classes/access";
import { listCancelMeetings } from "@/lib/classes/cancel/meetings";
import type { ClassPage } from "@/lib/classes/queries/get-class";
import { judgeMove } from "@/lib/classes/states";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { query } from "@/lib/platform/db/pool";
import { settingOn } from "@/lib/platform/settings/settings";
import { refundShare } from "../rules/refund-rule";
import type { CancelEffect, CancelledClass, LeavingStudent } from "./schemas";

/** More people than this no class holds. */
const MOST = 500;

/**
 * What it will mean to cancel a class, before anybody does (domain.md 4.3, 0.2 row 8): who leaves and in which state, the
 * meetings that will not be held, what of the price goes back. The caller has found the class through the actor's reach.
 * @param together all classes that are taught as one with it
 */
export async function getCancelEffect(
  actor: Actor,
  found: ClassPage,
  together: boolean,
): Promise<CancelEffect> {
  authorise(actor, "classes:edit");
  authorise(actor, "registration:drop");
  const today = campusToday();
  const group = await listTaughtAsOne(actor, found.id);
  const own = group.find((each) => each.id === found.id);
  if (!own) throw classNotFound();
  const others = group.filter((each) => each !== own && each.status !== "CANCELLED");
  const classes = together ? [own, ...others] : [own];
  const ids = classes.map(({ id }) => id);
  const [students, meetings, schedule] = await Promise.all([
    listLeaving(actor, ids),
    listCancelMeetings(actor, ids),
    settingOn("registration.refund", today),
  ]);
  const countOf = (status: LeavingStudent["status"]) =>
    students.filter((student) => student.status === status).length;
  const move = judgeMove({
    from: found.status,
    to: "CANCELLED",
    people: students.length,
    parts: found.parts.length,
    termStart: found.termStart,
    termEnd: found.termEnd,
    today,
  });
  return {
    move,
    classes: classes.map(named),
    others: together ? [] : others.map(named),
    seen: {
      enrolled: countOf("ENROLLED"),
      offered: countOf("OFFERED"),
      waitlisted: countOf("WAITLISTED"),
      meetings: meetings.left,
    },
    students: students.map(({ hasAddress: _, ...student }) => student),
    reachable: students.filter(({ hasAddress }) => hasAddress).length,
    meetings: { first: meetings.first, last: meetings.last, held: meetings.held },
    refund: refundShare({ dropDeadline: found.dropDeadline, start: found.termStart }, today, schedule),
  };
}

const named = ({ id, code, section }: CancelledClass) => ({ id, code, section });

/** The class and those that share its seats. */
function listTaughtAsOne(actor: Actor, classId: number): Promise<(CancelledClass & { status: string })[]> {
  authorise(actor, "classes:edit");
  return query<CancelledClass & { status: string }>(
    "registration.taught-as-one",
    `SELECT c.id, co.code, c.section, c.status FROM class c JOIN course co ON co.id = c.course_id
      WHERE c.seat_pool_id = (SELECT seat_pool_id FROM class WHERE id = $1) ORDER BY co.code, c.section, c.id`,
    [classId],
  );
}

function listLeaving(actor: Actor, ids: number[]): Promise<(LeavingStudent & { hasAddress: boolean })[]> {
  authorise(actor, "registration:drop");
  return query<LeavingStudent & { hasAddress: boolean }>(
    "registration.leaving",
    `SELECT e.student_id AS "studentId", s.number_label AS number, p.family_name AS "familyName",
            p.personal_name AS "personalName", p.khmer_family_name AS "khmerFamilyName",
            p.khmer_personal_name AS "khmerPersonalName", e.status, co.code, c.section,
            coalesce(p.school_email::text, p.personal_email::text) IS NOT NULL AS "hasAddress"
       FROM enrolment e JOIN class c ON c.id = e.class_id JOIN course co ON co.id = c.course_id
       JOIN student s ON s.person_id = e.student_id JOIN person p ON p.id = s.person_id
      WHERE e.class_id = ANY ($1::integer[]) AND e.status IN ('ENROLLED', 'OFFERED', 'WAITLISTED')
      ORDER BY array_position(ARRAY['ENROLLED', 'OFFERED', 'WAITLISTED'], e.status::text), e.queued_at,
               p.family_name, p.personal_name, s.number LIMIT ${MOST}`,
    [ids],
  );
}
