import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { SaveRequisitesInput } from "../schemas";
import { requisitesStamp } from "../stamp";
import { liveRequisites, lockRequisites, replaceRequisites } from "./replace-requisites";

/**
 * Saves all groups of a course from a day on, if nobody changed them since they were shown.
 * @throws AppError stale when they were changed since `seen`; invalid `curriculum.from_today_on`; forbidden; as
 *   replaceRequisites
 */
export async function saveRequisitesCommand(
  actor: Actor,
  { code, from, groups, seen }: SaveRequisitesInput,
): Promise<{ code: string }> {
  authorise(actor, "curriculum:edit");
  const today = campusToday();
  if (from < today) {
    const error = "curriculum.from_today_on";
    throw new AppError("invalid", error, { fields: { from: [error] } });
  }
  return writeTx(actor, {}, async (tx) => {
    await lockRequisites(tx);
    const own = (await liveRequisites(tx, today)).filter((row) => row.course === code);
    if (requisitesStamp(own) !== seen) throw new AppError("stale", "curriculum.stale");
    await replaceRequisites(tx, code, from, groups);
    return { code };
  });
}
