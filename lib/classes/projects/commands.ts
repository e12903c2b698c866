import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday, dayFromDb, dayToDb } from "@/lib/platform/dates/campus";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { requireCourse } from "../access";
import { termTypesOf } from "../editing/rules";
import { projectNotFound, requireProject } from "./access";
import type { CreateProjectInput, EditProjectInput, MoveProjectInput } from "./schemas";
import { daysAfter, judgeProjectMove, type ProjectStatus } from "./states";

const OVER: ReadonlySet<ProjectStatus> = new Set(["COMPLETED", "WITHDRAWN"]);

/** Refuses what no longer changes. */
export function refuseOver(status: ProjectStatus): void {
  if (OVER.has(status)) throw new AppError("refused", "classes.project_over");
}

/**
 * Forms a group of one to five students for a senior project in a term (domain.md 3.1).
 * @throws AppError invalid at the field (course, term, advisor, students); conflict `classes.project_title_taken`,
 *   `classes.in_other_group`; forbidden
 */
export async function createProjectCommand(actor: Actor, input: CreateProjectInput): Promise<{ id: number }> {
  authorise(actor, "classes:edit_projects");
  const { students, proposedOn, ...facts } = input;
  await requireCourse(actor, facts.courseId, "courseId");
  return writeTx(actor, {}, async (tx) => {
    await requireCourseAndTerm(tx, facts.courseId, facts.termId);
    await requireAdvisor(tx, facts.advisorId);
    const ids: number[] = [];
    for (const number of [...new Set(students)]) ids.push(await requireActiveStudent(tx, number, "students"));
    const { id } = await tx.seniorProjectGroup.create({
      data: { ...facts, proposedOn: dayToDb(proposedOn) },
      select: { id: true },
    });
    await tx.seniorProjectMember.createMany({
      data: ids.map((studentId) => ({ groupId: id, studentId, joinedOn: dayToDb(proposedOn) })),
    });
    return { id };
  });
}

async function requireCourseAndTerm(tx: Tx, courseId: number, termId: number): Promise<void> {
  const course = await tx.course.findUnique({
    where: { id: courseId },
    select: { isSeniorProject: true, cycle: { select: { rank: true } } },
  });
  const term = await tx.term.findUnique({ where: { id: termId }, select: { termType: true } });
  const at = (field: string, code: string) => new AppError("invalid", code, { fields: { [field]: [code] } });
  if (!course?.isSeniorProject) throw at("courseId", "classes.no_senior_project");
  if (!term) throw at("termId", "classes.term_not_found");
  if (!termTypesOf(course.cycle.rank).includes(term.termType))
    throw at("termId", "classes.project_term_differs");
}

async function requireAdvisor(tx: Tx, advisorId: number | null | undefined): Promise<void> {
  if (advisorId === null || advisorId === undefined) return;
  const found = await tx.teacher.findUnique({ where: { personId: advisorId }, select: { status: true } });
  if (!found || found.status === "INACTIVE")
    throw new AppError("invalid", "classes.advisor_not_found", {
      fields: { advisorId: ["classes.advisor_not_found"] },
    });
}

/** The person behind a student's number, who is studying. @throws AppError invalid, at the field */
export async function requireActiveStudent(tx: Tx, number: number, field: string): Promise<number> {
  const found = await tx.student.findUnique({ where: { number }, select: { personId: true, status: true } });
  const code = found ? "classes.student_not_active" : "classes.student_not_found";
  if (found?.status === "ACTIVE") return found.personId;
  throw new AppError("invalid", code, { fields: { [field]: [code] } });
}

/**
 * Changes facts of a group, if nobody changed it since `version` was shown; advisors stay while the project is approved.
 * @throws AppError refused `classes.project_over`, `classes.project_needs_advisor`; invalid at the field; stale; not_found
 */
export async function editProjectCommand(
  actor: Actor,
  input: EditProjectInput,
): Promise<{ version: number }> {
  authorise(actor, "classes:edit_projects");
  const { id, version, ...facts } = input;
  await requireProject(actor, id);
  return writeTx(actor, {}, async (tx) => {
    const current = await tx.seniorProjectGroup.findUnique({
      where: { id },
      select: { status: true, courseId: true, termId: true },
    });
    if (!current) throw projectNotFound();
    refuseOver(current.status);
    await requireAdvisor(tx, facts.advisorId);
    if (facts.classId) {
      const place = { id: facts.classId, courseId: current.courseId, termId: current.termId };
      if ((await tx.class.count({ where: place })) === 0)
        throw new AppError("invalid", "classes.project_class_differs", {
          fields: { classId: ["classes.project_class_differs"] },
        });
    }
    const { count } = await tx.seniorProjectGroup.updateMany({
      where: { id, version },
      data: { ...facts, version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale", "classes.stale");
    return { version: version + 1 };
  });
}

/**
 * Takes the next step of a project, or lets the group withdraw, with the day and a reason. Who withdraws is free for
 * another group.
 * @throws AppError refused `classes.project_move_refused` with why; stale; not_found; forbidden
 */
export async function moveProjectCommand(
  actor: Actor,
  input: MoveProjectInput,
): Promise<{ version: number }> {
  authorise(actor, "classes:edit_projects");
  const { id, version, to, on, reason } = input;
  await requireProject(actor, id);
  return writeTx(actor, { reason }, async (tx) => {
    const found = await tx.seniorProjectGroup.findUnique({ where: { id } });
    if (!found) throw projectNotFound();
    const verdict = judgeProjectMove({
      from: found.status,
      to,
      on,
      today: campusToday(),
      hasAdvisor: found.advisorId !== null,
      proposedOn: dayFromDb(found.proposedOn),
      approvedOn: dayFromDb(found.approvedOn),
      submittedOn: dayFromDb(found.submittedOn),
      defendedOn: dayFromDb(found.defendedOn),
      completedOn: dayFromDb(found.completedOn),
    });
    if (!verdict.value) throw new AppError("refused", "classes.project_move_refused", { explained: verdict });
    const days = Object.fromEntries(
      Object.entries(daysAfter(to, on)).map(([name, value]) => [name, dayToDb(value ?? null)]),
    );
    const { count } = await tx.seniorProjectGroup.updateMany({
      where: { id, version },
      data: { status: to, ...days, version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale", "classes.stale");
    if (to === "WITHDRAWN")
      await tx.seniorProjectMember.updateMany({
        where: { groupId: id, leftOn: null },
        data: { leftOn: dayToDb(on), version: { increment: 1 } },
      });
    return { version: version + 1 };
  });
}
