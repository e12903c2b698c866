import type { forgetOldAccesses } from "@/lib/platform/access-log/jobs";
import { forgetOldAccesses as forget } from "@/lib/platform/access-log/retention";
import type { JobWork } from "@/lib/platform/jobs/define";

export const work: JobWork<typeof forgetOldAccesses> = (_input, { actor, cancelled }) =>
  forget(actor, cancelled);
