import "server-only";
import type { TouchedDays } from "@/lib/calendar/holidays/commands";
import { lockClosedDays } from "@/lib/classes/timetable/closed-days-lock";
import { type MadeMeetings, makeMeetings } from "@/lib/classes/timetable/make-meetings";
import { campusToday } from "@/lib/platform/dates/campus";
import type { Tx } from "@/lib/platform/db/transaction";

/** What a change of holidays did to the meetings to come. */
export type HolidayEffect = Pick<MadeMeetings, "cancelled" | "restored">;

/**
 * Brings the meetings of some days in line with the holidays, after these changed in the same transaction: those of a
 * closed day are cancelled, those of a day that is open again come back. What is over stays as it was.
 */
export async function remakeMeetings(tx: Tx, days: TouchedDays): Promise<HolidayEffect> {
  if (days.to < campusToday()) return { cancelled: 0, restored: 0 };
  // Whoever plans a meeting on these days in this moment is waited for.
  await lockClosedDays(tx, "change");
  const rows = await tx.$queryRaw<{ id: number }[]>`
    SELECT DISTINCT delivery_id AS id FROM slot
     WHERE live AND valid_from <= ${days.to}::date AND valid_to >= ${days.from}::date ORDER BY 1`;
  const { cancelled, restored } = await makeMeetings(
    tx,
    rows.map(({ id }) => id),
    days.from,
    { to: days.to, yields: true },
  );
  return { cancelled, restored };
}
