import { searchPeople } from "@/lib/people/queries/search-people";
import { searchQuery } from "@/lib/people/schemas";
import { route } from "@/lib/platform/api/route";

export const GET = route(
  {
    name: "people.search",
    method: "GET",
    permission: "people:search",
    rateLimit: "search",
    query: searchQuery,
  },
  async ({ actor, query }) => ({ rows: await searchPeople(actor, query) }),
);
