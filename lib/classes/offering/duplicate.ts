import "server-only";
import { campusToday } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import type { TermType } from "@/lib/platform/db/generated/enums";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { type CopiedClass, copyClasses } from "./copy";
import { type Existing, planCopies } from "./plan";
import type { CopyLeft } from "./schemas";
import { readSourceClasses } from "./source";

type Asked = {
  ids: readonly number[];
  /** Code of the term that gets the copies. */
  to: string;
  rooms: boolean;
  teachers: boolean;
  existing: "skip" | "add";
};

export type Duplicated = {
  made: CopiedClass[];
  left: { code: string; section: string; reason: CopyLeft }[];
};

type Term = { id: number; termType: TermType; from: Day; to: Day };

/**
 * Copies classes into a term inside the caller's transaction (domain.md 4.3): same course, type, time of day and
 * capacity, first free section letter, parts one to one, times by weekday, DRAFT, no students. The actor was authorised
 * and the classes found through the actor's reach by the command whose transaction this is.
 * @throws AppError `classes.term_not_found`, `classes.term_over`
 */
export async function duplicateClasses(tx: Tx, asked: Asked): Promise<Duplicated> {
  const term = await requireOpenTerm(tx, asked.to);
  const sources = await readSourceClasses(tx, asked.ids, term.from);
  const courses = [...new Set(sources.flatMap(({ courseId }) => courseId ?? []))];
  const existing = await tx.$queryRaw<Existing[]>`
    SELECT course_id AS "courseId", time_of_day AS "timeOfDay", section, status <> 'CANCELLED' AS live
      FROM class WHERE term_id = ${term.id} AND course_id = ANY (${courses}::integer[])`;
  const plan = planCopies(sources, { termType: term.termType, existing, ifThere: asked.existing });
  const today = campusToday();
  const made = await copyClasses(tx, plan, {
    termId: term.id,
    // In a term that runs, what is over is over.
    from: term.from > today ? term.from : today,
    to: term.to,
    rooms: asked.rooms,
    teachers: asked.teachers,
  });
  return { made, left: plan.left };
}

async function requireOpenTerm(tx: Tx, code: string): Promise<Term> {
  const [term] = await tx.$queryRaw<Term[]>`
    SELECT id, term_type AS "termType", start_date::text AS "from", end_date::text AS "to"
      FROM term WHERE code = ${code}`;
  if (!term)
    throw new AppError("invalid", "classes.term_not_found", { fields: { to: ["classes.term_not_found"] } });
  if (term.to < campusToday()) {
    throw new AppError("invalid", "classes.term_over", {
      params: { end: term.to },
      fields: { to: [`classes.term_over?end=${term.to}`] },
    });
  }
  return term;
}
