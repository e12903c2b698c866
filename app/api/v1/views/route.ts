import { route } from "@/lib/platform/api/route";
import { messages } from "@/lib/platform/i18n/messages";
import { listViews } from "@/lib/platform/views/queries";
import { viewListQuery } from "@/lib/platform/views/schemas";

/** The saved views of a list and the words of their menu, which no page carries before somebody opens it. */
export const GET = route(
  {
    name: "platform.views",
    method: "GET",
    permission: "signed_in",
    rateLimit: "search",
    query: viewListQuery,
  },
  async ({ actor, query: { list } }) => ({
    views: await listViews(actor, list),
    texts: messages[actor.locale].lists.views,
  }),
);
