import "server-only";
import type { z } from "zod";
import { type AccountActor, authorise } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/prisma";
import { writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { photoArchive } from "./files";
import { takePhotoArchive } from "./jobs";
import type { takeArchiveInput } from "./schemas";

/**
 * Has the pictures of an archive taken in that the actor has sent.
 * @throws AppError forbidden, not_found `storage.file_not_found`, also for an archive that somebody else has sent
 */
export async function takeArchiveCommand(
  actor: AccountActor,
  { fileId }: z.output<typeof takeArchiveInput>,
): Promise<{ jobRunId: string }> {
  authorise(actor, "people:edit");
  // Numbers of the whole campus are matched: not for who has a part of it.
  authorise(actor, "files:upload");
  const sent = await db().storedFile.findFirst({
    where: { id: fileId, purpose: photoArchive.name, accountId: actor.accountId },
    select: { id: true },
  });
  if (!sent) throw new AppError("not_found", "storage.file_not_found");
  return writeTx(actor, {}, (tx) => enqueue(tx, takePhotoArchive, { fileId }, { actor, uniqueKey: fileId }));
}
