import "server-only";
import { type AccountActor, authorise } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";
import { takePhotoArchive } from "./jobs";
import type { ArchiveLine } from "./schemas";
import { type ArchiveResult, readArchiveReport } from "./take-archive";

export type LastArchive = {
  jobRunId: string;
  /** Whether it still waits or runs. */
  running: boolean;
  /** Null while it runs, or when it failed. */
  result: ArchiveResult | null;
  lines: ArchiveLine[];
};

/** The newest archive that the actor has sent, with what became of each picture; null when there is none. */
export async function findLastArchive(actor: AccountActor): Promise<LastArchive | null> {
  authorise(actor, "people:edit");
  const [run] = await query<{ id: string; status: string; result: ArchiveResult | null }>(
    "people.last-archive",
    `SELECT id, status, result FROM job_run WHERE account_id = $1 AND name = $2 ORDER BY created_at DESC LIMIT 1`,
    [actor.accountId, takePhotoArchive.name],
  );
  if (!run) return null;
  const result = run.status === "SUCCEEDED" ? run.result : null;
  return {
    jobRunId: run.id,
    running: run.status === "QUEUED" || run.status === "RUNNING",
    result,
    lines: result ? await readArchiveReport(result.reportId) : [],
  };
}
