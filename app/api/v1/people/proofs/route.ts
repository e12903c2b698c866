import { Readable } from "node:stream";
import type { ReadableStream as WebStream } from "node:stream/web";
import { proofFile } from "@/lib/people/change-requests/files";
import { proofUploadQuery } from "@/lib/people/change-requests/schemas";
import { route } from "@/lib/platform/api/route";
import { AppError } from "@/lib/platform/errors";
import { putFile } from "@/lib/platform/storage/files";
import { toMegabytes } from "@/lib/platform/storage/receive";

/** Takes what proves a correction of the own record, as the plain body of the request; typed by its content. */
export const POST = route(
  {
    name: "people.send-proof",
    method: "POST",
    permission: "people:edit_own",
    rateLimit: "upload",
    query: proofUploadQuery,
  },
  async ({ actor, query: { name }, request }) => {
    const size = Number(request.headers.get("content-length") ?? Number.NaN);
    if (size > proofFile.maxBytes) {
      throw new AppError("too_large", "storage.too_large", {
        params: { megabytes: toMegabytes(proofFile.maxBytes) },
      });
    }
    if (!request.body) throw new AppError("invalid", "storage.empty");
    const file = await putFile(actor, {
      stream: Readable.fromWeb(request.body as unknown as WebStream),
      name,
      purpose: proofFile,
      expected: Number.isInteger(size) ? { size } : {},
    });
    return { id: file.id, name: file.name, contentType: file.contentType };
  },
);
