import { findTextbooks } from "@/lib/curriculum/textbooks/queries";
import { textbookQuery } from "@/lib/curriculum/textbooks/schemas";
import { route } from "@/lib/platform/api/route";

/** Textbooks by title, author or ISBN, for the picker. */
export const GET = route(
  {
    name: "curriculum.textbook-choices",
    method: "GET",
    permission: "curriculum:read",
    rateLimit: "search",
    query: textbookQuery,
  },
  async ({ actor, query: { q } }) => ({ rows: await findTextbooks(actor, q) }),
);
