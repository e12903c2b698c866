import { z } from "zod";
import { isDay } from "@/lib/platform/dates/day";

const id = z.coerce.number().int().positive().max(2_147_483_647);
const day = z.string().refine(isDay, "people.no_such_day");
const minute = z.coerce.number().int().min(0).max(1440);

/** A place that somebody looks at in a form: on a day, or every week on a weekday from a day on. */
const place = {
  deliveryId: id,
  startMin: minute,
  endMin: minute,
  onDate: day.optional(),
  weekday: z.coerce.number().int().min(1).max(7).optional(),
  /** The first day of a weekly time. */
  from: day.optional(),
  to: day.optional(),
};

const oneOfBoth = (value: { onDate?: string | undefined; weekday?: number | undefined }) =>
  (value.onDate === undefined) !== (value.weekday === undefined);

/** Rooms and teachers for a place; `q` narrows the teachers. */
export const offersQuery = z
  .object({ ...place, q: z.string().max(100).default("") })
  .refine(oneOfBoth, "validation.required");
export type OffersQuery = z.output<typeof offersQuery>;

/** What stands in the way of a place. */
export const checkPlaceQuery = z
  .object({
    ...place,
    meetingId: id.optional(),
    slotId: id.optional(),
    roomId: id.optional(),
    teacherId: id.optional(),
  })
  .refine(oneOfBoth, "validation.required")
  .refine(({ startMin, endMin }) => startMin < endMin, {
    error: "timetable.ends_before_it_begins",
    path: ["endMin"],
  });
export type CheckPlaceQuery = z.output<typeof checkPlaceQuery>;
