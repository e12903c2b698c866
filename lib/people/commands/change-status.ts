import "server-only";
import { requireStudentId } from "@/lib/people/access";
import { staleEdit } from "@/lib/people/commands/stale";
import { checkStatusMove } from "@/lib/people/rules";
import type { ChangeStatusInput } from "@/lib/people/schemas";
import { type Actor, actorLabel, authorise } from "@/lib/platform/access/actor";
import { campusToday, dayFromDb, dayToDb } from "@/lib/platform/dates/campus";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";

/**
 * Moves a student to another status on a day, with the reason in the student's own history and in the audit.
 * @throws AppError refused `people.status_move_refused` with the rule; stale; not_found; forbidden
 */
export async function changeStatusCommand(
  actor: Actor,
  input: ChangeStatusInput,
): Promise<{ version: number }> {
  authorise(actor, "people:change_status");
  const personId = await requireStudentId(actor, input.number);
  return writeTx(actor, { reason: input.reason }, (tx) => moveStatus(tx, actor, personId, input));
}

/** The move inside the transaction of a command that authorised; what leaves with the student is the caller's. */
export async function moveStatus(
  tx: Tx,
  actor: Actor,
  personId: number,
  input: Omit<ChangeStatusInput, "number">,
): Promise<{ version: number }> {
  const current = await tx.student.findUniqueOrThrow({
    where: { personId },
    select: { version: true, status: true, statusSince: true },
  });
  const stale = (stored: number) =>
    staleEdit("student", personId, input.version, stored, {
      status: input.to,
      statusSince: input.effectiveOn,
    });
  if (current.version !== input.version) throw await stale(current.version);
  const move = checkStatusMove({
    from: current.status,
    to: input.to,
    effectiveOn: input.effectiveOn,
    since: dayFromDb(current.statusSince),
    today: campusToday(),
  });
  if (!move.value) throw new AppError("refused", "people.status_move_refused", { explained: move });
  const effectiveOn = dayToDb(input.effectiveOn);
  const { count } = await tx.student.updateMany({
    where: { personId, version: input.version },
    data: {
      status: input.to,
      statusSince: effectiveOn,
      statusReason: input.reason,
      version: { increment: 1 },
    },
  });
  if (count === 0) throw await stale(input.version + 1);
  await tx.studentStatusChange.create({
    data: {
      studentId: personId,
      fromStatus: current.status,
      toStatus: input.to,
      effectiveOn,
      reason: input.reason,
      actor: actorLabel(actor),
    },
  });
  return { version: input.version + 1 };
}
