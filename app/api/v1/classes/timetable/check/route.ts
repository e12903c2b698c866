import { tellPlacement } from "@/lib/classes/timetable/tell-placement";
import { checkMove } from "@/lib/classes/weeks/check-move";
import { checkMoveQuery } from "@/lib/classes/weeks/schemas";
import { route } from "@/lib/platform/api/route";

/** What stands in the way of a meeting where somebody holds it over the week, in the reader's language. */
export const GET = route(
  {
    name: "classes.check-move",
    method: "GET",
    permission: "classes:edit",
    rateLimit: "api",
    query: checkMoveQuery,
  },
  async ({ actor, query }) => {
    const { findings, ...effect } = await checkMove(actor, query);
    return { ...effect, findings: await tellPlacement(findings) };
  },
);
