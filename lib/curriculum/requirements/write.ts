import "server-only";
import {
  isEmptyPlan,
  laterChanges,
  planList,
  type RequirementPlan,
  type RequirementRow,
  type Wanted,
} from "@/lib/curriculum/requirements/plan";
import { dayFromDb, dayToDb } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { MAX_REQUIREMENTS } from "./schemas";

export type LockedProgramme = { id: number; code: string; rows: RequirementRow[] };

/**
 * Locks an academic programme for a change of its list, and reads every row the list ever had: two changes go one after
 * the other.
 * @throws AppError not_found `curriculum.programme_not_found`; refused `curriculum.requirements_of_language`
 */
export async function lockList(tx: Tx, code: string): Promise<LockedProgramme> {
  await tx.$executeRaw`SELECT 1 FROM programme WHERE code = ${code} FOR NO KEY UPDATE`;
  const programme = await tx.programme.findUnique({ where: { code }, select: { id: true, kind: true } });
  if (!programme) throw new AppError("not_found", "curriculum.programme_not_found");
  if (programme.kind !== "ACADEMIC") throw new AppError("refused", "curriculum.requirements_of_language");
  const rows = await tx.programmeRequirement.findMany({
    where: { programmeId: programme.id },
    select: {
      id: true,
      version: true,
      sequence: true,
      courseId: true,
      name: true,
      validFrom: true,
      validTo: true,
      course: { select: { code: true } },
    },
    orderBy: [{ sequence: "asc" }, { validFrom: "asc" }],
  });
  return {
    id: programme.id,
    code,
    rows: rows.map(({ course, validFrom, validTo, ...row }) => ({
      ...row,
      courseCode: course.code,
      validFrom: dayFromDb(validFrom) as Day,
      validTo: dayFromDb(validTo),
    })),
  };
}

/**
 * What has to be written so that the list is `wanted` from a day on.
 * @throws AppError refused `curriculum.requirement_later_change` (the list changes later already),
 *   `curriculum.requirement_twice`, `curriculum.requirement_too_many`, `curriculum.requirement_nothing`
 */
export function planChange({ rows }: LockedProgramme, wanted: readonly Wanted[], from: Day): RequirementPlan {
  const [later] = laterChanges(rows, from);
  if (later) {
    const error = "curriculum.requirement_later_change";
    throw new AppError("refused", error, { params: { day: later }, fields: { from: [error] } });
  }
  if (wanted.length > MAX_REQUIREMENTS)
    throw new AppError("refused", "curriculum.requirement_too_many", { params: { limit: MAX_REQUIREMENTS } });
  const codes = wanted.map(({ courseCode }) => courseCode);
  const twice = codes.find((code, place) => codes.indexOf(code) !== place);
  if (twice) {
    const error = "curriculum.requirement_twice";
    throw new AppError("conflict", error, { params: { course: twice }, fields: { course: [error] } });
  }
  const plan = planList(rows, wanted, from);
  if (isEmptyPlan(plan)) throw new AppError("invalid", "curriculum.requirement_nothing");
  return plan;
}

/** Writes a plan. What goes makes room first, so that no place and no course is held twice for a moment. */
export async function writePlan(
  tx: Tx,
  programmeId: number,
  plan: RequirementPlan,
  from: Day,
): Promise<void> {
  const on = dayToDb(from);
  const ids = (rows: readonly RequirementRow[]) => rows.map(({ id }) => id);
  if (plan.remove.length > 0)
    await tx.programmeRequirement.deleteMany({ where: { programmeId, id: { in: ids(plan.remove) } } });
  if (plan.close.length > 0)
    await tx.programmeRequirement.updateMany({
      where: { programmeId, id: { in: ids(plan.close) } },
      data: { validTo: on, version: { increment: 1 } },
    });
  if (plan.reopen.length > 0)
    await tx.programmeRequirement.updateMany({
      where: { programmeId, id: { in: ids(plan.reopen) } },
      data: { validTo: null, version: { increment: 1 } },
    });
  if (plan.add.length > 0)
    await tx.programmeRequirement.createMany({
      data: plan.add.map(({ sequence, courseId, name }) => ({
        programmeId,
        sequence,
        courseId,
        name,
        validFrom: on,
      })),
    });
}
