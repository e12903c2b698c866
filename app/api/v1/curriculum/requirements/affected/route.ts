import { affectedQuery } from "@/lib/curriculum/requirements/schemas";
import { route } from "@/lib/platform/api/route";
import { findAffected } from "@/lib/studies/requirements/affected";

/** Whom a change of a degree's list from a day on concerns: counts by catalogue date. */
export const GET = route(
  {
    name: "studies.affected-by-requirements",
    method: "GET",
    permission: "studies:read",
    rateLimit: "search",
    query: affectedQuery,
  },
  ({ actor, query: { programme, from } }) => findAffected(actor, programme, from),
);
