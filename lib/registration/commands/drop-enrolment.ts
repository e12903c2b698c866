import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { requireStudentInReach } from "../access";
import { getSnapshotInTx } from "../queries/snapshot";
import { endStatus } from "../rules/judge";
import type { DropEnrolmentInput, DropResult } from "../schemas";
import { applyCart } from "./apply-cart";

/**
 * Takes a student out of a class: DROPPED up to the term's drop deadline, WITHDRAWN after it (domain.md 5.2). The
 * seat goes to the oldest in the queue.
 *
 * @throws AppError `people.student_not_found`, `registration.not_enrolled`, `access.forbidden`
 */
export async function dropEnrolmentCommand(actor: Actor, input: DropEnrolmentInput): Promise<DropResult> {
  authorise(actor, "registration:drop");
  await requireStudentInReach(actor, input.studentId);
  const today = campusToday();
  return writeTx(actor, { reason: input.reason }, async (tx) => {
    const snapshot = await getSnapshotInTx(tx, actor, {
      studentId: input.studentId,
      classIds: [input.classId],
      today,
    });
    const mine = snapshot.enrolments.find((each) => each.classId === input.classId);
    if (!mine) throw new AppError("conflict", "registration.not_enrolled");
    const status = endStatus(mine.dropDeadline, today);
    const applied = await applyCart(tx, actor, {
      studentId: input.studentId,
      version: snapshot.version,
      classVersions: Object.fromEntries(snapshot.classes.map((each) => [each.id, each.version])),
      items: [{ give: input.classId, end_status: status, reason: input.reason }],
    });
    const ended = applied.items[0]?.ended_id;
    if (!ended) throw new AppError("conflict", "registration.not_enrolled");
    return { classId: input.classId, enrolmentId: ended, status };
  });
}
