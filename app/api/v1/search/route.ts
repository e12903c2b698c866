import { z } from "zod";
import { route } from "@/lib/platform/api/route";
import { findEverything } from "./find-everything";

/** One request per pause of the typing: people, classes and courses, each as far as the person may see them. */
export const GET = route(
  {
    name: "platform.search",
    method: "GET",
    permission: "signed_in",
    rateLimit: "search",
    query: z.strictObject({ q: z.string().max(100) }),
  },
  ({ actor, query }) => findEverything(actor, query.q),
);
