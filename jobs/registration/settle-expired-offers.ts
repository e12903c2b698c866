import type { JobWork } from "@/lib/platform/jobs/define";
import { settleExpiredOffersCommand } from "@/lib/registration/commands/settle-offers";
import type { settleExpiredOffers } from "@/lib/registration/jobs";

export const work: JobWork<typeof settleExpiredOffers> = (_input, context) => {
  return settleExpiredOffersCommand(context.actor, (done, total) => context.progress(done, total));
};
