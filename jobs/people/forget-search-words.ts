import { forgetWords } from "@/lib/people/commands/forget-words";
import type { forgetSearchWords } from "@/lib/people/jobs";
import type { JobWork } from "@/lib/platform/jobs/define";

export const work: JobWork<typeof forgetSearchWords> = async (_, { actor }) => ({
  removed: await forgetWords(actor),
});
