import type { lockReadingTiers } from "@/lib/classes/reading/jobs";
import { lockReadingTiersCommand } from "@/lib/classes/reading/lock-tiers";
import type { JobWork } from "@/lib/platform/jobs/define";

export const work: JobWork<typeof lockReadingTiers> = async (_input, context) => {
  const { locked, tooLarge } = await lockReadingTiersCommand(context.actor, (done, total) =>
    context.progress(done, total),
  );
  if (tooLarge.length > 0) context.log.warn({ tooLarge }, "reading classes beyond the last tier");
  return { locked, tooLarge: tooLarge.length };
};
