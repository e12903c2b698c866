import "server-only";
import type { z } from "zod";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { courseTextbookInput } from "../schemas";

type Input = z.output<typeof courseTextbookInput>;

/** Gives a course a textbook. @throws AppError conflict `curriculum.textbook_there`; not_found; forbidden */
export async function addCourseTextbookCommand(actor: Actor, input: Input): Promise<Input> {
  authorise(actor, "curriculum:edit");
  return writeTx(actor, {}, async (tx) => {
    const [course, book] = [
      await tx.course.findUnique({ where: { id: input.courseId }, select: { id: true } }),
      await tx.textbook.findUnique({ where: { id: input.textbookId }, select: { id: true } }),
    ];
    if (!course) throw new AppError("not_found", "curriculum.course_not_found");
    if (!book) throw new AppError("not_found", "curriculum.textbook_not_found");
    const { count } = await tx.courseTextbook.createMany({ data: input, skipDuplicates: true });
    if (count === 0) throw new AppError("conflict", "curriculum.textbook_there");
    return input;
  });
}

/** Takes a textbook from a course; that it is gone already is no error. @throws AppError forbidden */
export async function removeCourseTextbookCommand(actor: Actor, input: Input): Promise<Input> {
  authorise(actor, "curriculum:edit");
  return writeTx(actor, {}, async (tx) => {
    await tx.courseTextbook.deleteMany({ where: input });
    return input;
  });
}
