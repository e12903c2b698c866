import { z } from "zod";
import { isDay } from "@/lib/platform/dates/day";

/** One meeting of one day, or the weekly time behind it from there on. */
export const MOVE_SCOPES = ["once", "onward"] as const;
export type MoveScope = (typeof MOVE_SCOPES)[number];

const id = z.int().positive();
const minute = z.int().min(0).max(1440);
const day = z.string().refine(isDay, "people.no_such_day");
const inOrder = { error: "timetable.ends_before_it_begins", path: ["endMin"] };

/** A meeting dragged to another place of its week; minutes since midnight, campus time. */
export const moveMeetingInput = z
  .strictObject({
    meetingId: id,
    version: id,
    /** Version of the weekly time as it was shown; asked for with `onward`. */
    slotVersion: id.nullable(),
    scope: z.enum(MOVE_SCOPES),
    onDate: day,
    startMin: minute,
    endMin: minute,
    roomId: id.max(2_147_483_647).nullable(),
    acceptClashes: z.boolean().default(false),
  })
  .refine(({ startMin, endMin }) => startMin < endMin, inOrder);
export type MoveMeetingInput = z.output<typeof moveMeetingInput>;

/** The same place, tried without writing, as it comes in an address. */
export const checkMoveQuery = z
  .object({
    meeting: z.coerce.number().pipe(id),
    scope: z.enum(MOVE_SCOPES),
    date: day,
    start: z.coerce.number().pipe(minute),
    end: z.coerce.number().pipe(minute),
    room: z.coerce.number().pipe(id.max(2_147_483_647)).optional(),
  })
  .refine(({ start, end }) => start < end, inOrder);
export type CheckMoveQuery = z.output<typeof checkMoveQuery>;

/** Whose week a page shows. */
export const WEEK_KINDS = ["room", "teacher", "class", "programme"] as const;
export type WeekKind = (typeof WEEK_KINDS)[number];

export const choiceQuery = z.object({
  kind: z.enum(WEEK_KINDS),
  q: z.string().trim().max(60).default(""),
});

/** Something whose week can be shown; `ref` stands in the address. */
export type WeekChoice = { ref: string; id: number; label: string; detail: string | null };
