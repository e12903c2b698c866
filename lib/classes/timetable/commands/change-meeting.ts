import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { lookAtDay } from "../look-at-day";
import { noteMeeting } from "../note-meeting";
import { type LockedMeeting, lockMeeting } from "../read-meeting";
import { refusePlacement } from "../refuse-placement";
import type { ChangeMeetingInput } from "../schemas";
import type { ChangedMeeting } from "./cancel-meeting";

/** What the meeting would be without the change: what the weekly time says, or what was planned when it was added. */
function planned(meeting: LockedMeeting): { roomId: number | null; teacherId: number | null } {
  return (
    meeting.slot ?? {
      roomId: meeting.plannedRoomId ?? meeting.roomId,
      teacherId: meeting.plannedTeacherId ?? meeting.teacherId,
    }
  );
}

/**
 * Gives one meeting another teacher or another room for the day. Who would have taught and the room before stay on
 * file; the regular ones again take the change back.
 * @throws AppError refused `timetable.in_the_way`, `timetable.meeting_cancelled`, `timetable.meeting_over`; stale; not_found;
 * forbidden
 */
export async function changeMeetingCommand(actor: Actor, input: ChangeMeetingInput): Promise<ChangedMeeting> {
  authorise(actor, "classes:edit");
  return writeTx(actor, {}, async (tx) => {
    const meeting = await lockMeeting(tx, actor, input);
    if (meeting.cancelled) throw new AppError("refused", "timetable.meeting_cancelled");
    const { teacherId, roomId } = input;
    const note = input.note || null;
    const { id, deliveryId, date: onDate, startMin, endMin } = meeting;
    const place = { deliveryId, meetingId: id, onDate, startMin, endMin, roomId, teacherId };
    // The hour stays: students meet what they met before.
    refusePlacement(await lookAtDay(tx, place), true);
    const regular = planned(meeting);
    await tx.meeting.update({
      where: { id },
      data: {
        teacherId,
        roomId,
        note,
        plannedTeacherId: regular.teacherId === teacherId ? null : regular.teacherId,
        plannedRoomId: regular.roomId === roomId ? null : regular.roomId,
        byHand:
          meeting.moved || regular.teacherId !== teacherId || regular.roomId !== roomId || note !== null,
        version: { increment: 1 },
      },
    });
    await noteMeeting(tx, actor, meeting, "changed");
    return { meetingId: id, version: meeting.version + 1 };
  });
}
