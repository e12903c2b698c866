import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday, dayToDb } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import { writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { lookAtDay } from "../look-at-day";
import { noteMeeting } from "../note-meeting";
import { lockDelivery } from "../read-delivery";
import { lockMeeting } from "../read-meeting";
import { refusePlacement } from "../refuse-placement";
import type { AddMeetingInput, MakeUpMeetingInput, RemoveMeetingInput } from "../schemas";

/** The new meeting. */
export type AddedMeeting = { meetingId: number; version: number };

function refusePast(onDate: Day): void {
  if (onDate < campusToday())
    throw new AppError("invalid", "timetable.day_in_past", { fields: { onDate: ["timetable.day_in_past"] } });
}

/**
 * Plans a lesson in place of a cancelled one (domain.md 4.1 Holiday: class days that are skipped are made up for). It
 * stands in the timetables of its students and its teacher at once; the cancelled one stays cancelled.
 * @throws AppError refused `timetable.in_the_way`, `timetable.students_would_clash`, `timetable.meeting_not_cancelled`;
 * conflict `timetable.made_up_already`; invalid `timetable.day_in_past`; stale; not_found; forbidden
 */
export async function makeUpMeetingCommand(actor: Actor, input: MakeUpMeetingInput): Promise<AddedMeeting> {
  authorise(actor, "classes:edit");
  refusePast(input.onDate);
  return writeTx(actor, {}, async (tx) => {
    const missed = await lockMeeting(tx, actor, input);
    if (!missed.cancelled) throw new AppError("refused", "timetable.meeting_not_cancelled");
    if (missed.makeUpId !== null) throw new AppError("conflict", "timetable.made_up_already");
    const { onDate, startMin, endMin, roomId, teacherId, acceptClashes } = input;
    const { deliveryId } = missed;
    const place = { deliveryId, meetingId: null, onDate, startMin, endMin, roomId, teacherId };
    refusePlacement(await lookAtDay(tx, place), acceptClashes);
    const made = await tx.meeting.create({
      data: {
        deliveryId,
        onDate: dayToDb(onDate),
        startMin,
        endMin,
        roomId,
        teacherId,
        kind: "MAKE_UP",
        makesUpForId: missed.id,
        byHand: true,
      },
      select: { id: true, version: true },
    });
    // It was made up for: should its holiday be taken back, it does not come back beside its make-up.
    await tx.meeting.update({
      where: { id: missed.id },
      data: { byHand: true, version: { increment: 1 } },
    });
    const added = { meetingId: Number(made.id), version: made.version };
    await noteMeeting(tx, actor, { ...missed, id: added.meetingId, date: onDate }, "made_up");
    return added;
  });
}

/**
 * Adds a lesson beside the weekly ones.
 * @throws AppError as makeUpMeetingCommand, and refused `timetable.class_over`
 */
export async function addMeetingCommand(actor: Actor, input: AddMeetingInput): Promise<AddedMeeting> {
  authorise(actor, "classes:edit");
  refusePast(input.onDate);
  return writeTx(actor, {}, async (tx) => {
    const delivery = await lockDelivery(tx, actor, input.deliveryId);
    const { onDate, startMin, endMin, roomId, teacherId, acceptClashes, note } = input;
    const place = { deliveryId: delivery.id, meetingId: null, onDate, startMin, endMin, roomId, teacherId };
    refusePlacement(await lookAtDay(tx, place), acceptClashes);
    const made = await tx.meeting.create({
      data: {
        deliveryId: delivery.id,
        onDate: dayToDb(onDate),
        startMin,
        endMin,
        roomId,
        teacherId,
        kind: "EXTRA",
        note: note || null,
        byHand: true,
      },
      select: { id: true, version: true },
    });
    const added = { meetingId: Number(made.id), version: made.version };
    await noteMeeting(tx, actor, { id: added.meetingId, date: onDate, classIds: delivery.classIds }, "added");
    return added;
  });
}

/**
 * Removes a make-up or a further lesson that has not begun. The lesson that was made up for is still cancelled then, and
 * may be made up for again.
 * @throws AppError refused `timetable.not_added`, `timetable.meeting_over`; stale; not_found; forbidden
 */
export async function removeMeetingCommand(
  actor: Actor,
  input: RemoveMeetingInput,
): Promise<{ meetingId: number }> {
  authorise(actor, "classes:edit");
  return writeTx(actor, {}, async (tx) => {
    const meeting = await lockMeeting(tx, actor, input);
    if (meeting.kind === "REGULAR") throw new AppError("refused", "timetable.not_added");
    if (meeting.date < campusToday()) throw new AppError("refused", "timetable.meeting_over");
    await tx.meeting.delete({ where: { id: meeting.id } });
    await noteMeeting(tx, actor, meeting, "removed");
    return { meetingId: meeting.id };
  });
}
