import { planClass } from "@/lib/classes/editing/plan";
import { planQuery } from "@/lib/classes/editing/schemas";
import { route } from "@/lib/platform/api/route";
import { AppError } from "@/lib/platform/errors";

/** What would be made of a class that is being typed in: parts, section letter, combined class. */
export const GET = route(
  { name: "classes.plan", method: "GET", permission: "classes:edit", rateLimit: "search", query: planQuery },
  async ({ actor, query }) => {
    const plan = await planClass(actor, query);
    if (!plan) throw new AppError("not_found", "classes.term_not_found");
    return { plan };
  },
);
