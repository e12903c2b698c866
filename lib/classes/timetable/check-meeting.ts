import "server-only";
import { listHolidays } from "@/lib/calendar/queries";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { closedFinding, type DatedPlace, wantedOn } from "./look-at-day";
import { readPlacement } from "./placement-facts";
import { judgePlacement, type PlacementFinding } from "./placement-rules";
import { deliveryNotFound } from "./read-delivery";

/**
 * What would stand in the way of a meeting on a day: a make-up, a further lesson, a substitute, another room. Nothing is
 * written; the database decides at the end.
 * @throws AppError not_found `timetable.delivery_not_found`; forbidden
 */
export async function checkMeeting(actor: Actor, place: DatedPlace): Promise<PlacementFinding[]> {
  authorise(actor, "classes:read");
  const wanted = wantedOn(place);
  const [facts, holidays] = await Promise.all([
    readPlacement(actor, wanted),
    listHolidays(actor, place.onDate, place.onDate),
  ]);
  if (!facts) throw deliveryNotFound();
  const closed = holidays.has(place.onDate) ? [closedFinding(place.onDate)] : [];
  return [...closed, ...judgePlacement(facts, wanted)];
}
