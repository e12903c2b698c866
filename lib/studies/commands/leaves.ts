import "server-only";
import { requireStudentId } from "@/lib/people/access";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday, dayFromDb, dayToDb } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import type { LeaveKind } from "@/lib/platform/db/generated/enums";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { settingOn } from "@/lib/platform/settings/settings";
import { checkLeave, type LeaveDays } from "@/lib/studies/rules";
import type { CancelLeaveInput, ReturnFromLeaveInput } from "@/lib/studies/schemas";

export type Leave = LeaveDays & { studentId: number; kind: LeaveKind };

/**
 * What must be so before a leave is asked for, and before it is granted.
 * @param askedOn the day of the request: one that waited is not refused for beginning meanwhile
 * @throws AppError refused `studies.leave_refused` with the why; conflict `studies.leave_overlap`
 */
export async function requireLeave(tx: Tx, leave: Leave, askedOn: Day): Promise<void> {
  const maxDays = await settingOn("studies.leave_max_days", askedOn);
  const explained = checkLeave(leave, askedOn, maxDays);
  if (!explained.value) throw new AppError("refused", "studies.leave_refused", { explained });
  const there = await tx.leaveOfAbsence.findMany({
    where: {
      studentId: leave.studentId,
      status: { in: ["APPROVED", "RETURNED"] },
      startsOn: { lt: dayToDb(leave.returnsOn) },
      returnsOn: { gt: dayToDb(leave.startsOn) },
    },
    select: { startsOn: true, returnsOn: true, returnedOn: true },
  });
  const overlaps = there.some((other) => dayFromDb(other.returnedOn ?? other.returnsOn) > leave.startsOn);
  if (overlaps) {
    const code = "studies.leave_overlap";
    throw new AppError("conflict", code, { fields: { startsOn: [code] } });
  }
}

/** Writes a leave that was approved. @throws AppError as requireLeave */
export async function grantLeave(
  tx: Tx,
  leave: Leave & { reason: string; approvalId: number },
  askedOn: Day,
): Promise<void> {
  await requireLeave(tx, leave, askedOn);
  const { startsOn, returnsOn, ...rest } = leave;
  await tx.leaveOfAbsence.create({
    data: { ...rest, startsOn: dayToDb(startsOn), returnsOn: dayToDb(returnsOn), status: "APPROVED" },
  });
}

async function requireShown(tx: Tx, studentId: number, shown: { id: number; version: number }) {
  const found = await tx.leaveOfAbsence.findFirst({ where: { id: shown.id, studentId } });
  if (!found) throw new AppError("not_found", "studies.leave_not_found");
  if (found.version !== shown.version) throw new AppError("stale", "studies.stale");
  if (found.status !== "APPROVED") throw new AppError("refused", "studies.leave_over");
  return { startsOn: dayFromDb(found.startsOn), returnsOn: dayFromDb(found.returnsOn) };
}

async function write(
  tx: Tx,
  shown: { id: number; version: number },
  data: { status: "RETURNED" | "CANCELLED"; returnedOn?: Date },
): Promise<{ version: number }> {
  const { count } = await tx.leaveOfAbsence.updateMany({
    where: { id: shown.id, version: shown.version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale", "studies.stale");
  return { version: shown.version + 1 };
}

/**
 * Somebody comes back, on the day or before it; from then on they enrol again.
 * @throws AppError invalid `studies.leave_return_within`; refused `studies.leave_over`; stale; not_found; forbidden
 */
export async function returnFromLeaveCommand(
  actor: Actor,
  input: ReturnFromLeaveInput,
): Promise<{ version: number }> {
  authorise(actor, "studies:edit");
  const studentId = await requireStudentId(actor, input.number);
  return writeTx(actor, {}, async (tx) => {
    const { startsOn, returnsOn } = await requireShown(tx, studentId, input);
    const { returnedOn } = input;
    if (returnedOn <= startsOn || returnedOn > returnsOn || returnedOn > campusToday()) {
      const code = "studies.leave_return_within";
      throw new AppError("invalid", code, { fields: { returnedOn: [code] } });
    }
    return write(tx, input, { status: "RETURNED", returnedOn: dayToDb(returnedOn) });
  });
}

/**
 * Takes back a leave that has not begun; one that runs ends by returning.
 * @throws AppError refused `studies.leave_begun`, `studies.leave_over`; stale; not_found; forbidden
 */
export async function cancelLeaveCommand(
  actor: Actor,
  input: CancelLeaveInput,
): Promise<{ version: number }> {
  authorise(actor, "studies:edit");
  const studentId = await requireStudentId(actor, input.number);
  return writeTx(actor, { reason: input.reason }, async (tx) => {
    const { startsOn } = await requireShown(tx, studentId, input);
    // On its first day nobody has been away yet: such a leave is cancelled too.
    if (startsOn < campusToday()) throw new AppError("refused", "studies.leave_begun");
    return write(tx, input, { status: "CANCELLED" });
  });
}
