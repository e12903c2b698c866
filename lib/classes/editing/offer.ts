import "server-only";
import { campusToday, dayFromDb } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import type { TermType } from "@/lib/platform/db/generated/enums";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { termTypesOf } from "./rules";

/** A course and a term that fit together. */
export type Offer = {
  course: { id: number; code: string };
  term: { id: number; termType: TermType; startDate: Day; endDate: Day };
};

function misfit(field: "course" | "termId", code: string, params: Record<string, string> = {}): AppError {
  return new AppError("invalid", code, { params, fields: { [field]: [code] } });
}

/**
 * Course and term of a class to be made: the term is not over, the course is valid on its first day, and their cycles
 * fit (domain.md 1.2, 3.1).
 * @throws AppError invalid, at the field
 */
export async function requireOffer(tx: Tx, ids: { courseId: number; termId: number }): Promise<Offer> {
  const course = await tx.course.findUnique({
    where: { id: ids.courseId },
    include: { cycle: { select: { rank: true } } },
  });
  const term = await tx.term.findUnique({ where: { id: ids.termId } });
  if (!course) throw misfit("course", "classes.course_not_found");
  if (!term) throw misfit("termId", "classes.term_not_found");
  const startDate = dayFromDb(term.startDate);
  const endDate = dayFromDb(term.endDate);
  if (endDate < campusToday()) throw misfit("termId", "classes.term_over");
  if (!termTypesOf(course.cycle.rank).includes(term.termType))
    throw misfit("termId", "classes.term_type_differs", { course: course.code });
  const validTo = dayFromDb(course.validTo);
  if (
    !course.isActive ||
    dayFromDb(course.validFrom) > startDate ||
    (validTo !== null && validTo <= startDate)
  )
    throw misfit("course", "classes.course_not_valid", { course: course.code });
  return {
    course: { id: course.id, code: course.code },
    term: { id: term.id, termType: term.termType, startDate, endDate },
  };
}
