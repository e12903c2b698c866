import "server-only";
import { requireColleagueId } from "@/lib/people/colleagues/access";
import type {
  AddQualificationInput,
  EditQualificationInput,
  RemoveQualificationInput,
} from "@/lib/people/qualifications/schemas";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { dayToDb } from "@/lib/platform/dates/campus";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";

/**
 * Lets a teacher teach in a department (domain.md 2.1 TeachingAssignment); once in each.
 * @throws AppError conflict `people.qualified_already`; invalid `people.department_unknown`; not_found; forbidden
 */
export async function addQualificationCommand(
  actor: Actor,
  input: AddQualificationInput,
): Promise<{ id: number }> {
  authorise(actor, "people:edit");
  const { number, departmentCode, ...facts } = input;
  const teacherId = await requireColleagueId(actor, "teacher", number);
  return writeTx(actor, {}, async (tx) => {
    const department = await tx.department.findUnique({
      where: { code: departmentCode.toUpperCase() },
      select: { id: true, isActive: true },
    });
    const error = "people.department_unknown";
    if (!department?.isActive) throw new AppError("invalid", error, { fields: { departmentCode: [error] } });
    return tx.teachingQualification.create({
      data: { teacherId, departmentId: department.id, ...dataOf(facts) },
      select: { id: true },
    });
  });
}

/** Changes what a teacher may teach in a department. @throws AppError stale, not_found, forbidden */
export async function editQualificationCommand(
  actor: Actor,
  input: EditQualificationInput,
): Promise<{ version: number }> {
  authorise(actor, "people:edit");
  const { number, id, version, ...facts } = input;
  const teacherId = await requireColleagueId(actor, "teacher", number);
  return writeTx(actor, {}, async (tx) => {
    const { count } = await tx.teachingQualification.updateMany({
      where: { id, teacherId, version },
      data: { ...dataOf(facts), version: { increment: 1 } },
    });
    if (count === 0) await refuse(tx, teacherId, id);
    return { version: version + 1 };
  });
}

/** Removes an entry that should never have been; one that ended gets a last day. @throws AppError stale, not_found, forbidden */
export async function removeQualificationCommand(
  actor: Actor,
  input: RemoveQualificationInput,
): Promise<{ removed: number }> {
  authorise(actor, "people:edit");
  const { number, id, version } = input;
  const teacherId = await requireColleagueId(actor, "teacher", number);
  return writeTx(actor, {}, async (tx) => {
    const { count } = await tx.teachingQualification.deleteMany({ where: { id, teacherId, version } });
    if (count === 0) await refuse(tx, teacherId, id);
    return { removed: count };
  });
}

type Facts = Omit<EditQualificationInput, "number" | "id" | "version">;

function dataOf({ validFrom, validTo, specialNote, ...facts }: Facts) {
  return {
    ...facts,
    // A note without what it is about would say something untrue.
    specialNote: facts.hasSpecial ? specialNote : null,
    validFrom: dayToDb(validFrom),
    validTo: dayToDb(validTo),
  };
}

async function refuse(tx: Tx, teacherId: number, id: number): Promise<never> {
  const there = await tx.teachingQualification.findFirst({ where: { id, teacherId }, select: { id: true } });
  if (there) throw new AppError("stale", "people.stale");
  throw new AppError("not_found", "people.qualification_not_found");
}
