import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AppError } from "@/lib/platform/errors";
import { contentTypeOf, SNIFF_BYTES } from "./content-type";

export type Received = {
  path: string;
  size: number;
  sha256: string;
  contentType: string;
  discard: () => Promise<void>;
};

/**
 * Writes a stream into a temporary file, taking its size, SHA-256 and first bytes on the way; memory stays flat.
 * @param maxBytes the stream is cut off and refused beyond it
 * @throws AppError `storage.too_large`, `storage.disk_full`
 */
export async function receive(stream: Readable, maxBytes: number): Promise<Received> {
  const folder = await mkdtemp(join(tmpdir(), "naga-"));
  const discard = () => rm(folder, { recursive: true, force: true });
  const path = join(folder, "file");
  const hash = createHash("sha256");
  let size = 0;
  let head = Buffer.alloc(0);
  try {
    await pipeline(
      stream,
      async function* measure(chunks: AsyncIterable<Buffer | string>) {
        for await (const piece of chunks) {
          const chunk = typeof piece === "string" ? Buffer.from(piece) : piece;
          size += chunk.length;
          if (size > maxBytes) {
            throw new AppError("too_large", "storage.too_large", {
              params: { megabytes: toMegabytes(maxBytes) },
            });
          }
          if (head.length < SNIFF_BYTES)
            head = Buffer.concat([head, chunk.subarray(0, SNIFF_BYTES - head.length)]);
          hash.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(path, { flush: true }),
    );
  } catch (error) {
    await discard();
    if ((error as NodeJS.ErrnoException).code === "ENOSPC") {
      throw new AppError("unavailable", "storage.disk_full", { cause: error });
    }
    throw error;
  }
  return { path, size, sha256: hash.digest("hex"), contentType: await contentTypeOf(head), discard };
}

/** Whole megabytes, as people read limits. */
export function toMegabytes(bytes: number): number {
  return Math.floor(bytes / 1_048_576);
}

/** A key that nobody can guess and that says nothing; two levels so that no folder grows too long. */
export function randomKey(): string {
  const hex = randomBytes(20).toString("hex");
  return `${hex.slice(0, 2)}/${hex.slice(2, 4)}/${hex.slice(4)}`;
}
