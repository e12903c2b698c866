import "server-only";
import type { Readable } from "node:stream";
import { type Actor, can } from "@/lib/platform/access/actor";
import type { StoredFile as StoredFileRow } from "@/lib/platform/db/generated/client";
import { db } from "@/lib/platform/db/prisma";
import { writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { type FilePurpose, findPurpose } from "./purposes";
import { type Received, randomKey, receive } from "./receive";
import { storageDriver } from "./storage";

/** A file as the rest of the system knows it; size in bytes. */
export type StoredFile = {
  id: string;
  name: string;
  contentType: string;
  size: number;
  sha256: string;
  purpose: string;
  accountId: number | null;
};

type NewFile = {
  stream: Readable;
  /** As the uploader called it; shown, never used as a path. */
  name: string;
  purpose: FilePurpose;
  /** Whose file it is, when the actor only works on behalf of somebody. */
  accountId?: number | null;
  /** What the sender announced; a difference means that it was cut or changed on the way. */
  expected?: { size?: number; sha256?: string };
};

const DAY_MS = 86_400_000;

/**
 * Stores a stream: measured, typed by its content, kept under a random key until its purpose's days are over.
 * @throws AppError `storage.too_large`, `storage.empty`, `storage.arrived_damaged`, the purpose's own code, read-only
 */
export async function putFile(actor: Actor, file: NewFile): Promise<StoredFile> {
  const received = await receive(file.stream, file.purpose.maxBytes);
  try {
    check(file, received);
    const storageKey = randomKey();
    await storageDriver().putFile(storageKey, received.path, received);
    return await writeTx(actor, {}, async (tx) =>
      toFile(
        await tx.storedFile.create({
          data: {
            storageKey,
            name: safeName(file.name),
            contentType: received.contentType,
            size: received.size,
            sha256: received.sha256,
            purpose: file.purpose.name,
            accountId: file.accountId ?? actor.accountId,
            expiresAt: new Date(Date.now() + file.purpose.keepDays * DAY_MS),
          },
        }),
      ),
    ).catch(async (error: unknown) => {
      await storageDriver().remove(storageKey);
      throw error;
    });
  } finally {
    await received.discard();
  }
}

function check(file: NewFile, received: Received): void {
  if (received.size === 0) throw new AppError("invalid", "storage.empty");
  const { size, sha256 } = file.expected ?? {};
  if (
    (size !== undefined && size !== received.size) ||
    (sha256 !== undefined && sha256 !== received.sha256)
  ) {
    throw new AppError("invalid", "storage.arrived_damaged");
  }
  const { accepts } = file.purpose;
  if (accepts && !accepts.test(received.contentType)) throw new AppError("invalid", accepts.code);
}

/** The name without what a header, a path or a shell could misread. */
function safeName(name: string): string {
  const plain = name
    .normalize("NFC")
    .replace(/^.*[\\/]/, "")
    .replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, "")
    .trim();
  return plain.slice(-150) || "file";
}

/**
 * The file if it exists, is not over and the actor holds the permission of its purpose.
 * @throws AppError `storage.file_not_found`, also for files of others: an id says nothing
 */
export async function getFile(actor: Actor, id: string): Promise<StoredFile> {
  const row = await db().storedFile.findUnique({ where: { id } });
  const purpose = row && findPurpose(row.purpose);
  const mayRead = row && purpose && !purpose.ownDoor && can(actor, purpose.read);
  // The worker reads what it was handed over on somebody's behalf.
  const foreign = purpose?.ownOnly && actor.kind === "account" && row?.accountId !== actor.accountId;
  const expired = row?.expiresAt && row.expiresAt.getTime() < Date.now();
  if (!row || !mayRead || foreign || expired) throw new AppError("not_found", "storage.file_not_found");
  return toFile(row);
}

/**
 * Opens the bytes of a file that `getFile` allows.
 * @throws AppError `storage.file_not_found`
 */
export async function openFile(actor: Actor, id: string): Promise<{ file: StoredFile; stream: Readable }> {
  const file = await getFile(actor, id);
  const row = await db().storedFile.findUniqueOrThrow({ where: { id }, select: { storageKey: true } });
  const stream = await storageDriver().open(row.storageKey);
  if (!stream) throw new AppError("not_found", "storage.file_not_found");
  return { file, stream };
}

/** Removes a file: bytes first, so that a failure leaves a row to try again and never bytes without a row. */
export async function removeFile(actor: Actor, id: string): Promise<void> {
  const row = await db().storedFile.findUnique({ where: { id }, select: { storageKey: true } });
  if (!row) return;
  await storageDriver().remove(row.storageKey);
  await writeTx(actor, {}, (tx) => tx.storedFile.deleteMany({ where: { id } }));
}

function toFile(row: StoredFileRow): StoredFile {
  const { id, name, contentType, size, sha256, purpose, accountId } = row;
  return { id, name, contentType, size: Number(size), sha256, purpose, accountId };
}
