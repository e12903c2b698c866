import { z } from "zod";
import { reasonText } from "@/lib/platform/validation/reason";

/** What becomes of the meetings that stand in a room which is taken out of use. */
export const ROOM_LEFTOVERS = ["stay", "free"] as const;

/**
 * A room goes out of use, or comes back. `leftovers`: what becomes of the meetings that stand there, for who has seen
 * how many they are; null: nobody has, and then a room that is used is not closed.
 */
export const setRoomUseInput = z.strictObject({
  id: z.int().positive(),
  version: z.int().positive(),
  isActive: z.boolean(),
  leftovers: z.union([z.literal("").transform(() => null), z.null(), z.enum(ROOM_LEFTOVERS)]),
  reason: reasonText,
});
export type SetRoomUseInput = z.output<typeof setRoomUseInput>;
