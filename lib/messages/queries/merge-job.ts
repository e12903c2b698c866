import "server-only";
import type { MergeDto } from "@/lib/messages/schemas";
import type { AccountActor } from "@/lib/platform/access/actor";
import { isAppError } from "@/lib/platform/errors";
import { getJob } from "@/lib/platform/jobs/queries";
import type { JobDto } from "@/lib/platform/jobs/schemas";

/** The newest run of a merge; null when it is no longer on file or not the actor's to look at. */
export async function findMergeJob(
  actor: AccountActor,
  merge: Pick<MergeDto, "jobId">,
): Promise<JobDto | null> {
  if (!merge.jobId) return null;
  try {
    return await getJob(actor, merge.jobId);
  } catch (error) {
    if (isAppError(error) && error.kind === "not_found") return null;
    throw error;
  }
}
