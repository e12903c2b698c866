import "server-only";
import { moveSlotInTx } from "@/lib/classes/timetable/commands/move-slot";
import { lookAtDay } from "@/lib/classes/timetable/look-at-day";
import type { MadeMeetings } from "@/lib/classes/timetable/make-meetings";
import { noteMeeting } from "@/lib/classes/timetable/note-meeting";
import { type LockedMeeting, lockMeeting } from "@/lib/classes/timetable/read-meeting";
import { refusePlacement } from "@/lib/classes/timetable/refuse-placement";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusNow, dayToDb } from "@/lib/platform/dates/campus";
import { weekday } from "@/lib/platform/dates/day";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { hasBegun, moveFrom, sameWeek } from "./move-from";
import type { MoveMeetingInput } from "./schemas";

/** What was moved, and the same command for the way back. */
export type MovedMeeting = { undo: MoveMeetingInput; meetings: MadeMeetings | null };

/**
 * Moves a meeting to another time or room of its week: this one alone, or its weekly time with all that follow. What is
 * over stays; clashes are told before and refused by the database at the end (blueprints 5).
 * @throws AppError refused `timetable.in_the_way`, `timetable.students_would_clash`, `timetable.meeting_over`,
 * `timetable.meeting_cancelled`, `timetable.other_week`, `timetable.no_weekly_time`, `timetable.changed_for_the_day`;
 * stale; not_found; forbidden
 */
export async function moveMeetingCommand(actor: Actor, input: MoveMeetingInput): Promise<MovedMeeting> {
  authorise(actor, "classes:edit");
  return writeTx(actor, {}, async (tx) => {
    const meeting = await lockMeeting(tx, actor, input);
    if (meeting.cancelled) throw new AppError("refused", "timetable.meeting_cancelled");
    const now = campusNow();
    if (hasBegun(now, meeting.date, meeting.startMin))
      throw new AppError("refused", "timetable.meeting_over");
    if (hasBegun(now, input.onDate, input.startMin)) throw new AppError("refused", "timetable.day_in_past");
    if (!sameWeek(meeting.date, input.onDate)) throw new AppError("refused", "timetable.other_week");
    return input.scope === "once"
      ? moveOnce(tx, actor, meeting, input)
      : moveOnward(tx, actor, meeting, input);
  });
}

/** The weekly time of a meeting, as it stands on file, and whether it follows that. */
function followed(tx: Tx, meetingId: number) {
  return tx.meeting.findUniqueOrThrow({ where: { id: meetingId }, select: { slot: true, byHand: true } });
}

async function moveOnce(
  tx: Tx,
  actor: Actor,
  meeting: LockedMeeting,
  input: MoveMeetingInput,
): Promise<MovedMeeting> {
  const { onDate, startMin, endMin, roomId, acceptClashes } = input;
  const { id, deliveryId, teacherId } = meeting;
  const place = { deliveryId, meetingId: id, onDate, startMin, endMin, roomId, teacherId };
  refusePlacement(await lookAtDay(tx, place), acceptClashes);
  const { slot } = await followed(tx, id);
  const regularRoom = slot ? slot.roomId : (meeting.plannedRoomId ?? meeting.roomId);
  const asPlanned =
    slot !== null &&
    slot.weekday === weekday(onDate) &&
    slot.startMin === startMin &&
    slot.endMin === endMin &&
    slot.roomId === roomId &&
    meeting.plannedTeacherId === null &&
    meeting.note === null;
  await tx.meeting.update({
    where: { id },
    data: {
      onDate: dayToDb(onDate),
      startMin,
      endMin,
      roomId,
      plannedRoomId: regularRoom === roomId ? null : regularRoom,
      // Back at its weekly time it follows that again.
      byHand: !asPlanned,
      version: { increment: 1 },
    },
  });
  await noteMeeting(tx, actor, { ...meeting, date: onDate }, "changed");
  return {
    undo: {
      ...placeOf(meeting),
      meetingId: id,
      version: meeting.version + 1,
      slotVersion: null,
      scope: "once",
    },
    meetings: null,
  };
}

/** Where a meeting stood, for the way back; what was there may be there again. */
function placeOf({ date, startMin, endMin, roomId }: LockedMeeting) {
  return { onDate: date, startMin, endMin, roomId, acceptClashes: true };
}

async function moveOnward(
  tx: Tx,
  actor: Actor,
  meeting: LockedMeeting,
  input: MoveMeetingInput,
): Promise<MovedMeeting> {
  const { slot, byHand } = await followed(tx, meeting.id);
  if (!slot || input.slotVersion === null) throw new AppError("refused", "timetable.no_weekly_time");
  // It would stay where it is, and only the later ones move: not what somebody who drags it means.
  if (byHand) throw new AppError("refused", "timetable.changed_for_the_day");
  const { onDate, startMin, endMin, roomId, acceptClashes } = input;
  const moved = await moveSlotInTx(
    tx,
    actor,
    {
      slotId: slot.id,
      weekday: weekday(onDate),
      startMin,
      endMin,
      roomId,
      teacherId: slot.teacherId,
      from: moveFrom(meeting.date, onDate),
      acceptClashes,
    },
    input.slotVersion,
  );
  const after = await tx.meeting.findUniqueOrThrow({
    where: { id: meeting.id },
    select: { version: true },
  });
  return {
    undo: {
      ...placeOf(meeting),
      roomId: slot.roomId,
      meetingId: meeting.id,
      version: after.version,
      slotVersion: moved.version,
      scope: "onward",
    },
    meetings: moved.meetings,
  };
}
