import "server-only";
import { closedDays } from "@/lib/calendar/queries";
import { type Day, weekday } from "@/lib/platform/dates/day";
import type { Tx } from "@/lib/platform/db/transaction";
import { lockClosedDays } from "./closed-days-lock";
import { readPlacementInTx, type Wanted } from "./placement-facts";
import { judgePlacement, type PlacementFinding } from "./placement-rules";
import { deliveryNotFound } from "./read-delivery";

/** A meeting as somebody wants it on a day; minutes since midnight, campus time. */
export type DatedPlace = {
  deliveryId: number;
  /** The meeting itself, where it is there already. */
  meetingId: number | null;
  onDate: Day;
  startMin: number;
  endMin: number;
  roomId: number | null;
  teacherId: number | null;
};

/** The place of a meeting as the rules of a placement take it. */
export function wantedOn({ onDate, ...place }: DatedPlace): Wanted {
  return { ...place, slotId: null, dated: true, weekday: weekday(onDate), from: onDate, to: onDate };
}

/** Nobody meets on a day on which the campus is closed. */
export function closedFinding(day: Day): PlacementFinding {
  return { severity: "refuse", rule: "timetable.day_closed", inputs: { day }, href: "/holidays" };
}

/** What a meeting on a day meets, inside the transaction of the command that was authorised. */
export async function lookAtDay(tx: Tx, place: DatedPlace): Promise<PlacementFinding[]> {
  await lockClosedDays(tx, "plan");
  const wanted = wantedOn(place);
  const facts = await readPlacementInTx(tx, wanted);
  if (!facts) throw deliveryNotFound();
  const closed = (await closedDays(tx, place.onDate, place.onDate)).has(place.onDate);
  return [...(closed ? [closedFinding(place.onDate)] : []), ...judgePlacement(facts, wanted)];
}
