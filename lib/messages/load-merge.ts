import "server-only";
import { db } from "@/lib/platform/db/prisma";
import type { JobContext } from "@/lib/platform/jobs/define";
import { mergeNotFound } from "./access";
import { type Language, type MergeContent, mergeContent } from "./schemas";

/** A merge for the job that works on it; its command asked for the right. @throws AppError `messages.merge_not_found` */
export async function loadMerge(
  job: JobContext,
  id: number,
): Promise<{ accountId: number; language: Language; content: MergeContent }> {
  const merge = await db().mailMerge.findUnique({ where: { id } });
  if (!merge) {
    job.log.warn({ mergeId: id }, "the merge is gone");
    throw mergeNotFound();
  }
  return {
    accountId: merge.accountId,
    language: merge.language as Language,
    content: mergeContent.parse(merge.content),
  };
}
