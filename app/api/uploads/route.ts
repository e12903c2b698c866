import "@/lib/operations/file-purposes";
import { Readable } from "node:stream";
import type { ReadableStream as WebStream } from "node:stream/web";
import { z } from "zod";
import { authorise } from "@/lib/platform/access/actor";
import { route } from "@/lib/platform/api/route";
import { AppError } from "@/lib/platform/errors";
import { putFile } from "@/lib/platform/storage/files";
import { findPurpose } from "@/lib/platform/storage/purposes";
import { toMegabytes } from "@/lib/platform/storage/receive";

const query = z.object({ purpose: z.string().max(60), name: z.string().min(1).max(300) });
const SHA256 = /^[0-9a-f]{64}$/;

/**
 * Takes a file as the plain body of the request, `?purpose=studies.import&name=list.csv`, optionally with its hash in
 * `X-Content-SHA256`. It streams to the storage; length and hash are compared with what arrived. Stands outside
 * proxy.ts, which would cut it at 10 MB without a word (blueprints.md 12).
 */
export const POST = route(
  { name: "files.upload", method: "POST", permission: "files:upload", rateLimit: "upload", query },
  async ({ actor, query: { purpose: wanted, name }, request }) => {
    const purpose = findPurpose(wanted);
    if (!purpose?.upload) throw new AppError("invalid", "storage.unknown_purpose");
    authorise(actor, purpose.upload);
    const length = request.headers.get("content-length");
    const size = length && /^\d+$/.test(length) ? Number(length) : undefined;
    if (size !== undefined && size > purpose.maxBytes) {
      throw new AppError("too_large", "storage.too_large", {
        params: { megabytes: toMegabytes(purpose.maxBytes) },
      });
    }
    if (!request.body) throw new AppError("invalid", "storage.empty");
    const hash = request.headers.get("x-content-sha256")?.toLowerCase();
    const file = await putFile(actor, {
      stream: Readable.fromWeb(request.body as unknown as WebStream),
      name,
      purpose,
      expected: { size, ...(hash && SHA256.test(hash) ? { sha256: hash } : {}) },
    });
    return {
      id: file.id,
      name: file.name,
      size: file.size,
      sha256: file.sha256,
      contentType: file.contentType,
    };
  },
);
