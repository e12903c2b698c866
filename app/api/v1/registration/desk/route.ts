import { route } from "@/lib/platform/api/route";
import { getDesk } from "@/lib/registration/queries/desk";
import { deskQuery } from "@/lib/registration/schemas";

/** A student at the desk: situation, and the classes of open terms with the verdict of the rules. */
export const GET = route(
  {
    name: "registration.desk",
    method: "GET",
    permission: "registration:enrol",
    rateLimit: "search",
    query: deskQuery,
  },
  async ({ actor, query }) => getDesk(actor, { number: query.number, q: query.q, term: query.term ?? null }),
);
