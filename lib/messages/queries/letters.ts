import "server-only";
import type { MergeDto } from "@/lib/messages/schemas";
import type { AccountActor } from "@/lib/platform/access/actor";
import { isAppError } from "@/lib/platform/errors";
import { getFile, type StoredFile } from "@/lib/platform/storage/files";

/** The letters of a merge; null while there are none, when they are no longer kept, and for everybody but their owner. */
export async function findLettersFile(
  actor: AccountActor,
  merge: Pick<MergeDto, "fileId">,
): Promise<StoredFile | null> {
  if (!merge.fileId) return null;
  try {
    return await getFile(actor, merge.fileId);
  } catch (error) {
    if (isAppError(error) && error.kind === "not_found") return null;
    throw error;
  }
}
