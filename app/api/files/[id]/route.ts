import "@/lib/operations/file-purposes";
import { Readable } from "node:stream";
import { z } from "zod";
import { recordAccess } from "@/lib/platform/access-log/record";
import { route } from "@/lib/platform/api/route";
import { openFile } from "@/lib/platform/storage/files";

const params = z.object({ id: z.uuid() });

/**
 * A stored file, always as a download and never shown as a page: whatever somebody managed to send in, it runs nowhere.
 * Files of others and unknown ids are both "not found".
 */
export const GET = route(
  { name: "files.download", method: "GET", permission: "signed_in", rateLimit: "export", params },
  async ({ actor, params: { id } }) => {
    const { file, stream } = await openFile(actor, id);
    recordAccess(actor, { what: "storage.file", subjectId: null, target: id });
    const isText = file.contentType.startsWith("text/");
    return new Response(Readable.toWeb(stream) as unknown as BodyInit, {
      headers: {
        "content-type": isText ? "text/csv; charset=utf-8" : file.contentType,
        "content-length": String(file.size),
        "content-disposition": `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        "content-security-policy": "sandbox; default-src 'none'",
        "x-content-type-options": "nosniff",
      },
    });
  },
);
