import "server-only";
import { requireStudentId } from "@/lib/people/access";
import { moveStatus } from "@/lib/people/commands/change-status";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { endProgrammes } from "@/lib/studies/commands/programmes";
import { listProgrammeEnrolments } from "@/lib/studies/queries";
import { endingWith } from "@/lib/studies/rules";
import { getSnapshotInTx } from "../queries/snapshot";
import { endStatus } from "../rules/judge";
import type { ChangeStatusWithEffectsInput } from "../schemas";
import { applyCart } from "./apply-cart";

export type StatusChanged = { version: number; dropped: number; ended: number };

/**
 * Moves a student to another status and, in the same transaction, takes them out of the named classes (their seats go
 * to the queues) and ends the named programmes. All or nothing: what was shown before is what happens.
 * @throws AppError refused `people.status_move_refused`, `registration.not_enrolled` when a class was left meanwhile;
 *   what endProgrammes throws; stale; not_found; forbidden
 */
export async function changeStatusWithEffectsCommand(
  actor: Actor,
  input: ChangeStatusWithEffectsInput,
): Promise<StatusChanged> {
  authorise(actor, "people:change_status");
  if (input.dropClassIds.length > 0) authorise(actor, "registration:drop");
  if (input.endProgrammes.length > 0) authorise(actor, "studies:edit");
  const { number, dropClassIds, endProgrammes: ending, ...move } = input;
  const studentId = await requireStudentId(actor, number);
  // Read before: it goes through the actor's scope, which the end of a programme may leave.
  const programmes = ending.length > 0 ? await listProgrammeEnrolments(actor, studentId) : [];
  return writeTx(actor, { reason: input.reason }, async (tx) => {
    const dropped = await dropClasses(tx, actor, studentId, input);
    const { version } = await moveStatus(tx, actor, studentId, move);
    const endings = ending.map(({ id, version: shown }) => {
      const kind = programmes.find((each) => each.id === id)?.kind;
      if (!kind) throw new AppError("not_found", "studies.enrolment_not_found");
      const how = endingWith(input.to, kind);
      if (!how) throw new AppError("refused", "registration.status_ends_nothing");
      return { id, version: shown, endDate: input.effectiveOn, ...how };
    });
    await endProgrammes(tx, studentId, endings);
    return { version, dropped, ended: endings.length };
  });
}

/** Leaves the classes in one cart: DROPPED or WITHDRAWN as of the day on which the new status holds. */
async function dropClasses(
  tx: Tx,
  actor: Actor,
  studentId: number,
  { dropClassIds, effectiveOn, reason }: ChangeStatusWithEffectsInput,
): Promise<number> {
  if (dropClassIds.length === 0) return 0;
  const classIds = [...new Set(dropClassIds)];
  const snapshot = await getSnapshotInTx(tx, actor, { studentId, classIds, today: campusToday() });
  const items = classIds.map((classId) => {
    const mine = snapshot.enrolments.find((each) => each.classId === classId);
    if (!mine) throw new AppError("conflict", "registration.not_enrolled");
    return { give: classId, end_status: endStatus(mine.dropDeadline, effectiveOn), reason };
  });
  await applyCart(tx, actor, {
    studentId,
    version: snapshot.version,
    classVersions: Object.fromEntries(snapshot.classes.map((each) => [each.id, each.version])),
    items,
  });
  return items.length;
}
