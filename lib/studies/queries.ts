import "server-only";
import { programmeCoursesSql } from "@/lib/curriculum/queries";
import { programmeScope, reachOf, scopeSql } from "@/lib/people/access";
import { type AccountActor, type Actor, authorise, authoriseAny } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import type { ProgrammeKind, StudentStatus } from "@/lib/platform/db/generated/enums";
import { query } from "@/lib/platform/db/pool";
import { db } from "@/lib/platform/db/prisma";
import { latinName } from "@/lib/platform/i18n/names";
import { recentCoursesSql } from "@/lib/studies/recent-courses";
import type { MajorOption, ProgrammeEnrolmentRow, ProgrammeName, StudyMatters } from "@/lib/studies/schemas";

/**
 * The programmes that a student is or was in: active ones first, then the newest. Empty for a student outside the
 * actor's scope.
 * @throws AppError forbidden without studies:read or studies:read_own
 */
export async function listProgrammeEnrolments(
  actor: Actor,
  studentId: number,
): Promise<ProgrammeEnrolmentRow[]> {
  authoriseAny(actor, "studies:read", "studies:read_own");
  const reach = reachOf(actor);
  const values: unknown[] = [studentId];
  return query<ProgrammeEnrolmentRow>(
    `studies.programmes ${reach.kind}`,
    `SELECT e.id, e.version, pr.id AS "programmeId", pr.code, pr.name, pr.name_km AS "nameKm", pr.kind, c.code AS cycle,
            pr.award, pr.credits_required AS "creditsRequired", e.status, e.start_date AS "startDate",
            e.end_date AS "endDate", e.catalogue_date AS "catalogueDate", e.entry_level AS "entryLevel",
            e.current_level AS "currentLevel", e.exit_reason AS "exitReason"
       FROM programme_enrolment e
       JOIN student s ON s.person_id = e.student_id
       JOIN programme pr ON pr.id = e.programme_id
       JOIN cycle c ON c.id = pr.cycle_id
      WHERE e.student_id = $1 AND ${scopeSql(reach, values)}
      ORDER BY e.status <> 'ACTIVE', c.rank DESC, e.start_date DESC`,
    values,
  );
}

const programmeJson = (alias: string) =>
  `json_build_object('code', ${alias}.code, 'name', ${alias}.name, 'nameKm', ${alias}.name_km)`;

/**
 * Declarations of a major, changes of cycle and leaves of a student, each newest first, in one statement. Empty for a
 * student outside the actor's scope.
 * @throws AppError forbidden without studies:read or studies:read_own
 */
export async function getStudyMatters(actor: Actor, studentId: number): Promise<StudyMatters> {
  authoriseAny(actor, "studies:read", "studies:read_own");
  const reach = reachOf(actor);
  const values: unknown[] = [studentId];
  const [row] = await query<StudyMatters>(
    `studies.matters ${reach.kind}`,
    `SELECT (SELECT coalesce(json_agg(json_build_object('id', d.id, 'programme', ${programmeJson("p")},
                      'cycle', y.code, 'declaredOn', d.declared_on, 'status', d.status, 'isSelfDeclared', d.is_self_declared,
                      'reason', d.reason, 'approvalId', d.approval_id) ORDER BY d.declared_on DESC, d.id DESC), '[]')
               FROM major_declaration d JOIN programme p ON p.id = d.programme_id JOIN cycle y ON y.id = p.cycle_id
              WHERE d.student_id = s.person_id) AS declarations,
            (SELECT coalesce(json_agg(json_build_object('id', c.id, 'version', c.version, 'kind', c.kind,
                      'detectedOn', c.detected_on, 'source', CASE WHEN f.id IS NOT NULL THEN ${programmeJson("f")} END,
                      'target', ${programmeJson("t")}, 'endedOn', c.ended_on, 'endReason', c.end_reason)
                      ORDER BY c.detected_on DESC, c.id DESC), '[]')
               FROM cycle_change c JOIN programme t ON t.id = c.target_programme_id
               LEFT JOIN programme f ON f.id = c.source_programme_id
              WHERE c.student_id = s.person_id) AS "cycleChanges",
            (SELECT coalesce(json_agg(json_build_object('id', l.id, 'version', l.version, 'kind', l.kind,
                      'status', l.status, 'startsOn', l.starts_on, 'returnsOn', l.returns_on,
                      'returnedOn', l.returned_on, 'reason', l.reason, 'approvalId', l.approval_id)
                      ORDER BY l.starts_on DESC, l.id DESC), '[]')
               FROM leave_of_absence l WHERE l.student_id = s.person_id) AS leaves
       FROM student s
      WHERE s.person_id = $1 AND ${scopeSql(reach, values)}`,
    values,
  );
  return row ?? { declarations: [], cycleChanges: [], leaves: [] };
}

/**
 * The programmes that may be declared as a major: academic ones that take students, within the reach of staff; students
 * choose of all. Each with the student's courses of the last 180 days that do not belong to it (domain.md 5.1).
 * @throws AppError forbidden without studies:ask and studies:ask_own
 */
export async function listMajors(actor: Actor, studentId: number): Promise<MajorOption[]> {
  authoriseAny(actor, "studies:ask", "studies:ask_own");
  const isOwn = reachOf(actor).kind === "own";
  const offered = await db().programme.findMany({
    where: { kind: "ACADEMIC", isActive: true, ...(isOwn ? {} : programmeScope(actor)) },
    select: { id: true },
  });
  return query<MajorOption>(
    "studies.majors",
    `WITH recent AS MATERIALIZED (${recentCoursesSql("$1", "$2::date")})
     SELECT p.code, p.name, p.name_km AS "nameKm", c.code AS cycle,
            ARRAY(SELECT r.code FROM recent r
                   WHERE r.code NOT IN (SELECT l.code FROM (${programmeCoursesSql("p", "$2::date")}) l)
                   ORDER BY 1 LIMIT 30) AS misfits
       FROM programme p JOIN cycle c ON c.id = p.cycle_id
      WHERE p.id = ANY($3::integer[])
      ORDER BY c.rank, p.display_order, p.code`,
    [studentId, campusToday(), offered.map((programme) => programme.id)],
  );
}

/** The programmes into which the actor may put a student. @throws AppError forbidden without studies:edit */
export async function listProgrammesToEnter(
  actor: Actor,
): Promise<(ProgrammeName & { kind: ProgrammeKind })[]> {
  authorise(actor, "studies:edit");
  return db().programme.findMany({
    where: { isActive: true, ...programmeScope(actor) },
    select: { code: true, name: true, nameKm: true, kind: true },
    orderBy: [{ cycle: { rank: "desc" } }, { displayOrder: "asc" }, { code: "asc" }],
  });
}

/** Who a student is to the own pages; null for an account without a student. @throws AppError forbidden without studies:read_own */
export async function findOwnStudent(
  actor: AccountActor,
): Promise<{ personId: number; number: number; status: StudentStatus; name: string } | null> {
  authorise(actor, "studies:read_own");
  if (actor.personId === null) return null;
  const found = await db().student.findUnique({
    where: { personId: actor.personId },
    select: {
      personId: true,
      number: true,
      status: true,
      person: { select: { familyName: true, personalName: true } },
    },
  });
  if (!found) return null;
  const { person, ...student } = found;
  return { ...student, name: latinName(person) };
}
