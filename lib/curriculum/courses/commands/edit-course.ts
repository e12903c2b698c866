import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday, dayFromDb } from "@/lib/platform/dates/campus";
import { writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { EditCourseInput } from "../schemas";
import { requirePlace } from "./create-course";

/** What a course is worth and where it belongs: the results and requirements of its days lean on it. */
const FIXED = ["credits", "cycleId", "level", "programmeCode"] as const;

/**
 * Changes a version of a course, if nobody changed it since `version` was shown. What it is worth stays as it is once
 * the version has begun: then a new version is made.
 * @throws AppError stale; not_found; refused `curriculum.version_has_begun`; invalid as createCourseCommand; forbidden
 */
export async function editCourseCommand(actor: Actor, input: EditCourseInput): Promise<{ version: number }> {
  authorise(actor, "curriculum:edit");
  const { id, version, ...changes } = input;
  return writeTx(actor, {}, async (tx) => {
    const current = await tx.course.findUnique({
      where: { id },
      select: { validFrom: true, credits: true, cycleId: true, level: true, programmeCode: true },
    });
    if (!current) throw new AppError("not_found", "curriculum.course_not_found");
    const moved = FIXED.find((field) => changes[field] !== undefined && changes[field] !== current[field]);
    if (moved && dayFromDb(current.validFrom) <= campusToday()) {
      const code = "curriculum.version_has_begun";
      throw new AppError("refused", code, { fields: { [moved]: [code] } });
    }
    await requirePlace(tx, changes);
    const { count } = await tx.course.updateMany({
      where: { id, version },
      data: { ...changes, version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale", "curriculum.stale");
    return { version: version + 1 };
  });
}
