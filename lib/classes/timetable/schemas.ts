import { z } from "zod";
import { isDay } from "@/lib/platform/dates/day";
import { reasonText } from "@/lib/platform/validation/reason";

const id = z.int().positive().max(2_147_483_647);
const day = z.string().refine(isDay, "people.no_such_day");
const minute = z.int().min(0).max(1440);

const weeklyTime = {
  /** 1 Monday … 7 Sunday. */
  weekday: z.int().min(1).max(7),
  /** Minutes since midnight, campus time. */
  startMin: minute,
  endMin: minute,
  roomId: id.nullable(),
  teacherId: id.nullable(),
};

/** Latest end before earliest start is told by the field of the end. */
const inOrder = { error: "timetable.ends_before_it_begins", path: ["endMin"] };

/** A weekly time that somebody tries, or sets, from one day to another. */
export const placementInput = z
  .strictObject({
    deliveryId: id,
    /** The weekly time that is moved; absent for a further one. */
    slotId: id.optional(),
    ...weeklyTime,
    /** Both days count. Absent: from today or the term's begin to the end of the weekly time or the term. */
    validFrom: day.optional(),
    validTo: day.optional(),
  })
  .refine(({ startMin, endMin }) => startMin < endMin, inOrder);
export type PlacementInput = z.output<typeof placementInput>;

/** Whether students who would have two classes at once were seen and accepted. */
const acceptClashes = z.boolean().default(false);

/** A weekly time where it is to stand, in the version that was shown. */
export const moveSlotInput = z
  .strictObject({
    slotId: id,
    version: z.int().positive(),
    ...weeklyTime,
    /** The first day that changes; today at the earliest. */
    from: day,
    acceptClashes,
  })
  .refine(({ startMin, endMin }) => startMin < endMin, inOrder);
export type MoveSlotInput = Omit<z.output<typeof moveSlotInput>, "version" | "acceptClashes"> & {
  acceptClashes?: boolean;
};

/** More weekly times than a part ever has: one a day. */
const SLOTS_MOST = 14;

export const placeDeliveryInput = z.strictObject({
  deliveryId: id,
  version: z.int().positive(),
  /** All weekly times from the day on; none takes the delivery off the timetable. */
  slots: z
    .array(z.strictObject(weeklyTime).refine(({ startMin, endMin }) => startMin < endMin, inOrder))
    .max(SLOTS_MOST),
  /** The first day that changes. Absent: today, or the first day of the term. */
  from: day.optional(),
  acceptClashes,
});
export type PlaceDeliveryInput = Omit<z.output<typeof placeDeliveryInput>, "version" | "acceptClashes"> & {
  acceptClashes?: boolean;
};
export type WeeklySlot = PlaceDeliveryInput["slots"][number];

const meetingRef = { meetingId: z.int().positive(), version: z.int().positive() };

export const cancelMeetingInput = z.strictObject({ ...meetingRef, reason: reasonText });
export const restoreMeetingInput = z.strictObject(meetingRef);
/** Another teacher or room for the day; null: nobody, or no room, yet. */
export const changeMeetingInput = z.strictObject({
  ...meetingRef,
  teacherId: id.nullable(),
  roomId: id.nullable(),
  note: z.string().trim().max(300).default(""),
});
const datedTime = {
  onDate: day,
  startMin: minute,
  endMin: minute,
  roomId: id.nullable(),
  teacherId: id.nullable(),
};
/** The day, hour and place of a lesson in place of a cancelled one. */
export const makeUpMeetingInput = z
  .strictObject({ ...meetingRef, ...datedTime, acceptClashes })
  .refine(({ startMin, endMin }) => startMin < endMin, inOrder);
/** The day, hour and place of a lesson beside the weekly ones. */
export const addMeetingInput = z
  .strictObject({ deliveryId: id, ...datedTime, note: z.string().trim().max(300).default(""), acceptClashes })
  .refine(({ startMin, endMin }) => startMin < endMin, inOrder);
export const removeMeetingInput = z.strictObject(meetingRef);

export type CancelMeetingInput = z.output<typeof cancelMeetingInput>;
export type RestoreMeetingInput = z.output<typeof restoreMeetingInput>;
export type ChangeMeetingInput = z.output<typeof changeMeetingInput>;
export type MakeUpMeetingInput = z.output<typeof makeUpMeetingInput>;
export type AddMeetingInput = z.output<typeof addMeetingInput>;
export type RemoveMeetingInput = z.output<typeof removeMeetingInput>;

/** Address of a delivery or of a week's object. */
export const idParam = z.coerce.number().int().positive().max(2_147_483_647);
