import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday, dayFromDb, dayToDb } from "@/lib/platform/dates/campus";
import { addDays } from "@/lib/platform/dates/day";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { EndCourseInput, NewVersionInput } from "../schemas";

/**
 * Makes a new version of a course from a day on: the one before ends the day before, its textbooks go along. What asks
 * for the course, and what it asks for, stays: both name the code.
 * @throws AppError stale; not_found; invalid `curriculum.from_today_on`, `curriculum.after_the_version`; forbidden
 */
export async function newVersionCommand(
  actor: Actor,
  input: NewVersionInput,
): Promise<{ code: string; from: string }> {
  authorise(actor, "curriculum:edit");
  const { id, version, from, reason, ...changes } = input;
  return writeTx(actor, { reason }, async (tx) => {
    const before = await tx.course.findUnique({ where: { id }, include: { textbooks: true } });
    if (!before) throw new AppError("not_found", "curriculum.course_not_found");
    if (from < campusToday()) throw atField("from", "curriculum.from_today_on");
    const end = before.validTo && dayFromDb(before.validTo);
    if (from <= dayFromDb(before.validFrom) || (end !== null && from >= end))
      throw atField("from", "curriculum.after_the_version");
    await claim(tx, id, version, { validTo: dayToDb(from) });
    const { id: _id, version: _version, textbooks, ...facts } = before;
    const { id: made } = await tx.course.create({
      data: { ...facts, ...changes, validFrom: dayToDb(from) },
      select: { id: true },
    });
    if (textbooks.length > 0)
      await tx.courseTextbook.createMany({
        data: textbooks.map(({ textbookId }) => ({ courseId: made, textbookId })),
      });
    return { code: before.code, from };
  });
}

/**
 * Sets or takes back the last day of a version of a course. With another version after it there is no way back.
 * @throws AppError stale; not_found; invalid `curriculum.last_day_before_first`; conflict `curriculum.version_that_day`;
 *   forbidden
 */
export async function endCourseCommand(actor: Actor, input: EndCourseInput): Promise<{ version: number }> {
  authorise(actor, "curriculum:edit");
  const { id, version, lastDay, reason } = input;
  return writeTx(actor, { reason }, async (tx) => {
    const current = await tx.course.findUnique({ where: { id }, select: { validFrom: true } });
    if (!current) throw new AppError("not_found", "curriculum.course_not_found");
    if (lastDay !== null && lastDay < dayFromDb(current.validFrom))
      throw atField("lastDay", "curriculum.last_day_before_first");
    await claim(tx, id, version, { validTo: lastDay === null ? null : dayToDb(addDays(lastDay, 1)) });
    return { version: version + 1 };
  });
}

async function claim(tx: Tx, id: number, version: number, data: { validTo: Date | null }): Promise<void> {
  const { count } = await tx.course.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale", "curriculum.stale");
}

function atField(field: string, code: string): AppError {
  return new AppError("invalid", code, { fields: { [field]: [code] } });
}
