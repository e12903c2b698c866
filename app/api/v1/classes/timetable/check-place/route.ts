import { checkPlace } from "@/lib/classes/timetable/offers";
import { checkPlaceQuery } from "@/lib/classes/timetable/route-schemas";
import { tellPlacement } from "@/lib/classes/timetable/tell-placement";
import { route } from "@/lib/platform/api/route";

/** What stands in the way of a meeting or a weekly time while somebody fills in a form, in the reader's language. */
export const GET = route(
  {
    name: "classes.check-place",
    method: "GET",
    permission: "classes:edit",
    rateLimit: "api",
    query: checkPlaceQuery,
  },
  async ({ actor, query }) => ({ findings: await tellPlacement(await checkPlace(actor, query)) }),
);
