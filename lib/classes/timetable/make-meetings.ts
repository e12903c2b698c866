import "server-only";
import { campusNow } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import type { Tx } from "@/lib/platform/db/transaction";

/** What became of the meetings of some deliveries. */
export type MadeMeetings = {
  made: number;
  /** Another day, hour, room or teacher than before. */
  changed: number;
  /** On a day on which the campus is closed now. */
  cancelled: number;
  /** Their holiday was taken back. */
  restored: number;
  removed: number;
  /** Changed for the day by somebody, and left as they are although the weekly time says otherwise now. */
  kept: number;
};

type Options = {
  /** The last day that is looked at; all days to come without it. */
  to?: Day;
  /** A meeting that comes back and finds its room or teacher taken comes back without it, instead of failing. */
  yields?: boolean;
};

/**
 * Makes the dated meetings of deliveries from their weekly times, around holidays, or brings them in line with them, in
 * one statement (blueprints 5). What is over, and what somebody changed, cancelled or added for a day, stays. The caller
 * has locked or just written the weekly times. The actor was authorised by the command whose transaction this is.
 *
 * @param from the first day that changes; days before today are never touched
 * @throws what the exclusion constraints say, as `timetable.room_taken` and `timetable.teacher_taken`
 */
export async function makeMeetings(
  tx: Tx,
  deliveryIds: readonly number[],
  from: Day,
  { to, yields = false }: Options = {},
): Promise<MadeMeetings> {
  const now = campusNow();
  const [first, minutes] = from > now.day ? [from, 0] : [now.day, now.minutes];
  const [result] = await tx.$queryRaw<MadeMeetings[]>`
    SELECT * FROM make_meetings(${[...deliveryIds]}::integer[], ${first}::date, ${minutes}::integer, ${to ?? null}::date,
                                ${yields}::boolean)`;
  if (!result) throw new Error("make_meetings returned nothing");
  return result;
}
