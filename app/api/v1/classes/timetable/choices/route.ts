import { findChoices } from "@/lib/classes/weeks/choices";
import { choiceQuery } from "@/lib/classes/weeks/schemas";
import { route } from "@/lib/platform/api/route";

/** Rooms, teachers, classes or programmes whose week can be opened. */
export const GET = route(
  {
    name: "classes.week-choices",
    method: "GET",
    permission: "classes:read",
    rateLimit: "search",
    query: choiceQuery,
  },
  async ({ actor, query }) => ({ rows: await findChoices(actor, query.kind, query.q) }),
);
