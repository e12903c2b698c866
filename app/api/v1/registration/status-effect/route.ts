import { route } from "@/lib/platform/api/route";
import { getStatusEffect } from "@/lib/registration/queries/status-effect";
import { statusEffectQuery } from "@/lib/registration/schemas";
import { tellStatusEffect } from "@/lib/registration/tell";

/** What a change of a student's status on a day will mean: classes, money, programmes, leaves, the hold. */
export const GET = route(
  {
    name: "registration.status-effect",
    method: "GET",
    permission: "people:change_status",
    rateLimit: "search",
    query: statusEffectQuery,
  },
  async ({ actor, query }) => tellStatusEffect(await getStatusEffect(actor, query)),
);
