import { findSimilar } from "@/lib/people/duplicates/entry";
import { similarQuery } from "@/lib/people/duplicates/schemas";
import { tellMatches } from "@/lib/people/duplicates/tell";
import { route } from "@/lib/platform/api/route";

/** Who may be the person that is being entered. What was typed is personal, so it travels in the body and in no address. */
export const POST = route(
  {
    name: "people.similar",
    method: "POST",
    permission: "people:edit",
    rateLimit: "search",
    body: similarQuery,
  },
  async ({ actor, body }) => ({ rows: await tellMatches(await findSimilar(actor, body)) }),
);
