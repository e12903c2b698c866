import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { lookAtDay } from "../look-at-day";
import { noteMeeting } from "../note-meeting";
import { lockMeeting } from "../read-meeting";
import { refusePlacement } from "../refuse-placement";
import type { CancelMeetingInput, RestoreMeetingInput } from "../schemas";

/** The meeting in its new version. */
export type ChangedMeeting = { meetingId: number; version: number };

/**
 * Cancels one meeting with a reason that students and the teacher read; also one that did not take place. Its room and
 * its teacher are free then. Who planned it may make it up on another day.
 * @throws AppError conflict `timetable.meeting_cancelled`; stale; not_found; refused `timetable.meeting_over`; forbidden
 */
export async function cancelMeetingCommand(actor: Actor, input: CancelMeetingInput): Promise<ChangedMeeting> {
  authorise(actor, "classes:edit");
  return writeTx(actor, { reason: input.reason }, async (tx) => {
    const meeting = await lockMeeting(tx, actor, input);
    if (meeting.cancelled) throw new AppError("conflict", "timetable.meeting_cancelled");
    await tx.meeting.update({
      where: { id: meeting.id },
      data: { cancelled: true, cancelReason: input.reason, byHand: true, version: { increment: 1 } },
    });
    await noteMeeting(tx, actor, meeting, "cancelled");
    return { meetingId: meeting.id, version: meeting.version + 1 };
  });
}

/**
 * Takes the cancellation of a meeting back, where its room and its teacher are still free and nothing was planned in its
 * place.
 * @throws AppError refused `timetable.in_the_way`, `timetable.made_up_already`, `timetable.meeting_not_cancelled`; stale;
 * not_found; forbidden
 */
export async function restoreMeetingCommand(
  actor: Actor,
  input: RestoreMeetingInput,
): Promise<ChangedMeeting> {
  authorise(actor, "classes:edit");
  return writeTx(actor, {}, async (tx) => {
    const meeting = await lockMeeting(tx, actor, input);
    if (!meeting.cancelled) throw new AppError("refused", "timetable.meeting_not_cancelled");
    if (meeting.makeUpId !== null) throw new AppError("refused", "timetable.made_up_already");
    const { id, date, slot, ...place } = meeting;
    refusePlacement(await lookAtDay(tx, { ...place, meetingId: id, onDate: date }), true);
    const byHand =
      meeting.moved ||
      !slot ||
      slot.roomId !== place.roomId ||
      slot.teacherId !== place.teacherId ||
      place.note !== null;
    await tx.meeting.update({
      where: { id },
      data: { cancelled: false, cancelReason: null, byHand, version: { increment: 1 } },
    });
    await noteMeeting(tx, actor, meeting, "restored");
    return { meetingId: id, version: meeting.version + 1 };
  });
}
