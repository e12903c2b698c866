import { listOffers } from "@/lib/classes/timetable/offers";
import { offersQuery } from "@/lib/classes/timetable/route-schemas";
import { route } from "@/lib/platform/api/route";

/** Rooms and teachers for a meeting or a weekly time, free and fitting ones first, for the forms that plan them. */
export const GET = route(
  {
    name: "classes.timetable-offers",
    method: "GET",
    permission: "classes:edit",
    rateLimit: "search",
    query: offersQuery,
  },
  ({ actor, query }) => listOffers(actor, query),
);
