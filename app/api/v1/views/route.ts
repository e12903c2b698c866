import { getTranslations } from "next-intl/server";
import { route } from "@/lib/platform/api/route";
import { messages } from "@/lib/platform/i18n/messages";
import { listViews } from "@/lib/platform/views/queries";
import { viewListQuery } from "@/lib/platform/views/schemas";

const WORDS = Object.keys(messages.en.lists.views) as (keyof typeof messages.en.lists.views)[];

/** The saved views of a list and the words of their menu, which no page carries before somebody opens it. */
export const GET = route(
  {
    name: "platform.views",
    method: "GET",
    permission: "signed_in",
    rateLimit: "search",
    query: viewListQuery,
  },
  async ({ actor, query: { list } }) => {
    const [views, t] = await Promise.all([listViews(actor, list), getTranslations("lists.views")]);
    // The build compiles messages; the menu puts in the name of each view itself.
    return { views, texts: Object.fromEntries(WORDS.map((word) => [word, t(word, { name: "{name}" })])) };
  },
);
