import "server-only";
import { type AccountActor, authorise } from "@/lib/platform/access/actor";
import { AppError, isAppError } from "@/lib/platform/errors";
import { getJob } from "@/lib/platform/jobs/queries";
import type { JobDto } from "@/lib/platform/jobs/schemas";
import { getFile, type StoredFile } from "@/lib/platform/storage/files";
import { printedFile } from "./files";
import { PRINT_JOBS } from "./jobs";
import { type PrintedResult, printedResult } from "./schemas";

export type Printed = {
  job: JobDto;
  /** Null until the job succeeded. */
  result: PrintedResult | null;
  /** Null when it is somebody else's or no longer kept. */
  file: StoredFile | null;
  /** ISO instant until which the file is kept. */
  keptUntil: string | null;
  own: boolean;
};

/**
 * A printed document by the run that makes it.
 * @throws AppError `jobs.not_found` for other kinds of runs and for those that the actor may not look at; forbidden
 */
export async function getPrinted(actor: AccountActor, id: string): Promise<Printed> {
  authorise(actor, "documents:print");
  const job = await getJob(actor, id);
  if (!PRINT_JOBS.has(job.name)) throw new AppError("not_found", "jobs.not_found");
  const result = job.status === "SUCCEEDED" ? (printedResult.safeParse(job.result).data ?? null) : null;
  const file = result && (await getFile(actor, result.fileId).catch(orNull));
  const keptUntil = job.finishedAt
    ? new Date(Date.parse(job.finishedAt) + printedFile.keepDays * 86_400_000).toISOString()
    : null;
  return { job, result, file, keptUntil, own: job.accountId === actor.accountId };
}

function orNull(error: unknown): null {
  if (isAppError(error) && error.kind === "not_found") return null;
  throw error;
}
