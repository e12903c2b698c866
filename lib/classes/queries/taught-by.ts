import "server-only";
import { TERM_NAME } from "@/lib/calendar/queries";
import { classReach, classReachSql } from "@/lib/classes/access";
import {
  courseLevel,
  type MayTeach,
  mayTeach,
  type QualificationFacts,
  teachingDepartment,
} from "@/lib/people/qualifications/rules";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import type { TerminalDegree } from "@/lib/platform/db/generated/enums";
import { query } from "@/lib/platform/db/pool";
import type { Explained } from "@/lib/platform/explained";

/** A class that a teacher gives in a term that is not over, and whether the teacher may (domain.md 2.2). */
export type TaughtBy = {
  teacherId: number;
  teacherNumber: number;
  familyName: string;
  personalName: string;
  khmerFamilyName: string | null;
  khmerPersonalName: string | null;
  classId: number;
  code: string;
  title: string;
  titleKm: string | null;
  section: string;
  termName: { en: string; km: string };
  termStart: Day;
  termEnd: Day;
  qualification: Explained<MayTeach>;
};

type Row = Omit<TaughtBy, "qualification"> & {
  degree: TerminalDegree;
  division: string;
  rank: number;
  isEnglish: boolean;
  qualifications: QualificationFacts[];
};

/** English are the language programmes and the courses ENGL-…; a mark of the course is unreliable (domain.md 3.1). */
const IS_ENGLISH = "(dv.code = 'LANG' OR co.code LIKE 'ENGL-%')";

function taughtSql(where: string): string {
  return `WITH given AS (
      SELECT s.teacher_id, s.delivery_id FROM slot s JOIN delivery d ON d.id = s.delivery_id JOIN term t ON t.id = d.term_id
       WHERE s.teacher_id IS NOT NULL AND s.live AND t.end_date >= $1::date
      GROUP BY s.teacher_id, s.delivery_id)
    SELECT DISTINCT ON (p.family_name, p.personal_name, te.person_id, t.start_date, co.code, c.section, c.id)
           te.person_id AS "teacherId", te.number AS "teacherNumber", p.family_name AS "familyName",
           p.personal_name AS "personalName", p.khmer_family_name AS "khmerFamilyName",
           p.khmer_personal_name AS "khmerPersonalName", te.terminal_degree AS degree, c.id AS "classId", co.code,
           co.title, co.title_km AS "titleKm", c.section, ${TERM_NAME} AS "termName", t.start_date AS "termStart",
           t.end_date AS "termEnd", dv.code AS division, cy.rank, ${IS_ENGLISH} AS "isEnglish",
           (SELECT coalesce(json_agg(json_build_object('departmentCode', d.code, 'minimumDegree', q.minimum_degree,
              'levels', q.levels, 'isNativeEnglish', q.is_native_english, 'hasSpecial', q.has_special,
              'validFrom', q.valid_from, 'validTo', q.valid_to)), '[]')
              FROM teaching_qualification q JOIN department d ON d.id = q.department_id
             WHERE q.teacher_id = te.person_id) AS qualifications
      FROM given g
      JOIN teacher te ON te.person_id = g.teacher_id
      JOIN person p ON p.id = te.person_id
      JOIN class_part cp ON cp.delivery_id = g.delivery_id
      JOIN class_session cs ON cs.id = cp.session_id
      JOIN class c ON c.id = cs.class_id AND c.status IN ('SCHEDULED', 'ACTIVE', 'COMPLETED')
      JOIN course co ON co.id = c.course_id
      JOIN cycle cy ON cy.id = co.cycle_id
      JOIN division dv ON dv.id = cy.division_id
      JOIN term t ON t.id = c.term_id
     WHERE ${where}
     ORDER BY p.family_name, p.personal_name, te.person_id, t.start_date, co.code, c.section, c.id`;
}

function judge({ degree, division, rank, isEnglish, qualifications, ...row }: Row, today: Day): TaughtBy {
  const course = { departmentCode: teachingDepartment(division), level: courseLevel(rank), isEnglish };
  // What begins later is judged by its first day: an entry may begin or end until then.
  const day = row.termStart > today ? row.termStart : today;
  return { ...row, qualification: mayTeach({ degree, qualifications }, course, day) };
}

/** The classes of one teacher in terms that are not over; the caller has found the teacher through the actor's reach. */
export async function listClassesOfTeacher(actor: Actor, teacherId: number): Promise<TaughtBy[]> {
  authorise(actor, "classes:read");
  const today = campusToday();
  const reach = classReach(actor);
  const values: unknown[] = [today, teacherId];
  const where = `te.person_id = $2 AND ${classReachSql(reach, values)}`;
  const rows = await query<Row>(`classes.of-teacher ${reach.kind}`, `${taughtSql(where)} LIMIT 100`, values);
  return rows.map((row) => judge(row, today));
}

/** More teachers than this no department has; each gives a few classes a term. */
const MOST = 2_000;

/**
 * Who of a department gives classes today without the qualification for them, or with another level than theirs.
 * @param code of the department of the teachers
 */
export async function listUnqualified(actor: Actor, code: string): Promise<TaughtBy[]> {
  authorise(actor, "classes:read");
  authorise(actor, "people:read");
  const today = campusToday();
  const reach = classReach(actor);
  const values: unknown[] = [today, code];
  const where = `te.department_code = $2 AND ${classReachSql(reach, values)}`;
  const rows = await query<Row>(
    `classes.unqualified ${reach.kind}`,
    `${taughtSql(where)} LIMIT ${MOST}`,
    values,
  );
  return rows.map((row) => judge(row, today)).filter((row) => row.qualification.value.verdict !== "pass");
}
