import "server-only";
import type { Readable } from "node:stream";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/prisma";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { FilePurpose } from "./purposes";
import { storageDriver } from "./storage";

/**
 * Keeps an upload for as long as a record points to it: the record and this are one transaction. Only what the actor
 * sent in for this purpose, and what still is there, can be kept.
 * @throws AppError `storage.file_not_found`
 */
export async function keepFile(tx: Tx, actor: Actor, id: string, purpose: FilePurpose): Promise<void> {
  await keepFileUntil(tx, actor, id, purpose, null);
}

/** Keeps an upload until a moment that its record knows; like keepFile otherwise. */
export async function keepFileUntil(
  tx: Tx,
  actor: Actor,
  id: string,
  purpose: FilePurpose,
  until: Date | null,
): Promise<void> {
  const { count } = await tx.storedFile.updateMany({
    where: { id, purpose: purpose.name, accountId: actor.accountId, expiresAt: { gt: new Date() } },
    data: { expiresAt: until },
  });
  if (count === 0) throw new AppError("not_found", "storage.file_not_found");
}

/** Lets files go that no record points to any more: the hourly job removes them with their bytes. */
export async function releaseFiles(tx: Tx, ids: readonly (string | null)[]): Promise<void> {
  const gone = ids.filter((id) => id !== null);
  if (gone.length === 0) return;
  await tx.storedFile.updateMany({ where: { id: { in: gone } }, data: { expiresAt: new Date() } });
}

/** Hands a kept file over to another purpose, and so to that one's door and rights; nothing when it is of neither. */
export async function handOver(tx: Tx, id: string, from: FilePurpose, to: FilePurpose): Promise<void> {
  await tx.storedFile.updateMany({ where: { id, purpose: from.name }, data: { purpose: to.name } });
}

export type KeptFile = { name: string; contentType: string; size: number; stream: Readable };

/**
 * Opens a file of a purpose with a door of its own; the caller has found it on a record that the actor reaches.
 * @throws AppError forbidden; `storage.file_not_found`
 */
export async function openKeptFile(actor: Actor, id: string, purpose: FilePurpose): Promise<KeptFile> {
  authorise(actor, purpose.read);
  const file = await findKeptFile(purpose, id);
  if (!file) throw new AppError("not_found", "storage.file_not_found");
  return file;
}

/** The same where other rights than that of the purpose decide, or a job reads; null when the file is gone. */
export async function findKeptFile(purpose: FilePurpose, id: string): Promise<KeptFile | null> {
  const row = await db().storedFile.findFirst({ where: { id, purpose: purpose.name } });
  const stream = row && (await storageDriver().open(row.storageKey));
  if (!row || !stream) return null;
  return { name: row.name, contentType: row.contentType, size: Number(row.size), stream };
}
