import "server-only";
import { classReach, classReachSql, contactsSql } from "@/lib/classes/access";
import { sees } from "@/lib/people/visible-fields";
import { type Actor, authoriseAny, can } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";

export type RosterRow = {
  id: number;
  studentId: number;
  number: string;
  familyName: string;
  personalName: string;
  khmerFamilyName: string | null;
  khmerPersonalName: string | null;
  /** The Khmer name was guessed and not yet confirmed by the student. */
  approximated: boolean;
  /** Null, as the telephone number, for who does not see it (lib/people/visible-fields.ts). */
  gender: "M" | "F" | "N" | "X" | null;
  programme: string | null;
  /**
   * The preferred telephone number; teachers need it to reach an absent student (domain.md 2.3). Null for them when the
   * term has long been over.
   */
  phone: string | null;
  status: "ENROLLED" | "WAITLISTED" | "OFFERED" | "COMPLETED" | "FAILED" | "INCOMPLETE" | "NO_SHOW";
  isAudit: boolean;
  isLate: boolean;
};

/**
 * Who is in a class, by family name; those who left are not shown. With `queue` also those who wait or were offered
 * a seat, after the others. Empty for a class outside the actor's reach: load the class first.
 */
export async function listRoster(actor: Actor, classId: number, queue = false): Promise<RosterRow[]> {
  authoriseAny(actor, "classes:read", "classes:read_own");
  const reach = classReach(actor);
  const values: unknown[] = [
    classId,
    queue && can(actor, "registration:read"),
    sees(actor, "gender"),
    sees(actor, "phones"),
  ];
  return query<RosterRow>(
    `registration.roster.${reach.kind}`,
    `SELECT e.id, e.student_id AS "studentId", s.number_label AS number, p.family_name AS "familyName",
            p.personal_name AS "personalName", p.khmer_family_name AS "khmerFamilyName",
            p.khmer_personal_name AS "khmerPersonalName",
            coalesce(p.khmer_name_source = 'APPROXIMATED', false) AS approximated, CASE WHEN $3::boolean THEN p.gender END AS gender, g.code AS programme,
            CASE WHEN $4::boolean AND ${contactsSql(reach)} THEN
              (SELECT f.number FROM phone f WHERE f.person_id = p.id ORDER BY f.is_preferred DESC, f.id LIMIT 1) END AS phone,
            e.status, e.is_audit AS "isAudit", e.is_late AS "isLate"
       FROM enrolment e JOIN student s ON s.person_id = e.student_id JOIN person p ON p.id = s.person_id
       LEFT JOIN programme g ON g.id = s.current_programme_id
       JOIN class c ON c.id = e.class_id JOIN course co ON co.id = c.course_id
      WHERE e.class_id = $1 AND e.status NOT IN ('DROPPED', 'WITHDRAWN')
        AND ($2::boolean OR e.status NOT IN ('WAITLISTED', 'OFFERED')) AND ${classReachSql(reach, values)}
      ORDER BY e.status IN ('WAITLISTED', 'OFFERED'), e.queued_at, p.family_name, p.personal_name, s.number`,
    values,
  );
}
