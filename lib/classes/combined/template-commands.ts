import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday, dayToDb } from "@/lib/platform/dates/campus";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { CreateCombinedTemplateInput, EditCombinedTemplateInput } from "./schemas";

/**
 * Adds courses that are always taught together; classes made from now on follow it.
 * @throws AppError conflict `classes.template_name_taken`, `classes.course_in_template`; invalid
 *   `classes.course_not_found`, `classes.template_of_two`; forbidden
 */
export async function createCombinedTemplateCommand(
  actor: Actor,
  input: CreateCombinedTemplateInput,
): Promise<{ id: number }> {
  authorise(actor, "classes:edit_combined");
  const { courses, ...facts } = input;
  return writeTx(actor, {}, async (tx) => {
    const ids = await courseIds(tx, courses);
    const { id } = await tx.combinedCourseTemplate.create({
      data: { ...facts, primaryCourseId: ids[0] as number },
      select: { id: true },
    });
    await tx.combinedTemplateCourse.createMany({
      data: ids.map((courseId) => ({ templateId: id, courseId, isActive: facts.isActive })),
    });
    return { id };
  });
}

/** Changes a combined template; classes that exist stay as they are. @throws AppError as create; stale; not_found */
export async function editCombinedTemplateCommand(
  actor: Actor,
  input: EditCombinedTemplateInput,
): Promise<{ version: number }> {
  authorise(actor, "classes:edit_combined");
  const { id, version, courses, ...facts } = input;
  return writeTx(actor, {}, async (tx) => {
    const current = await tx.combinedCourseTemplate.findUnique({ where: { id }, select: { id: true } });
    if (!current) throw new AppError("not_found", "classes.template_not_found");
    const ids = await courseIds(tx, courses);
    const before = await tx.combinedTemplateCourse.findMany({
      where: { templateId: id },
      select: { courseId: true },
    });
    const known = new Set(before.map(({ courseId }) => courseId));
    // Before the template opens again: what is taken out may stand in another one by now.
    await tx.combinedTemplateCourse.deleteMany({ where: { templateId: id, courseId: { notIn: ids } } });
    const { count } = await tx.combinedCourseTemplate.updateMany({
      where: { id, version },
      data: { ...facts, primaryCourseId: ids[0] as number, version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale", "classes.stale");
    await tx.combinedTemplateCourse.createMany({
      data: ids
        .filter((courseId) => !known.has(courseId))
        .map((courseId) => ({ templateId: id, courseId, isActive: facts.isActive })),
    });
    return { version: version + 1 };
  });
}

/** The versions of courses that hold today, by code and in the order given. */
async function courseIds(tx: Tx, codes: readonly string[]): Promise<number[]> {
  const today = dayToDb(campusToday());
  const rows = await tx.course.findMany({
    where: {
      code: { in: [...codes] },
      validFrom: { lte: today },
      OR: [{ validTo: null }, { validTo: { gt: today } }],
    },
    select: { id: true, code: true },
  });
  const ids = new Map(rows.map(({ id, code }) => [code, id]));
  return codes.map((code) => {
    const id = ids.get(code);
    if (id === undefined)
      throw new AppError("invalid", "classes.course_not_found", {
        fields: { courses: ["classes.course_not_found"] },
      });
    return id;
  });
}
