import { Readable } from "node:stream";
import { z } from "zod";
import { paperScan } from "@/lib/people/details/files";
import { findPaperScan } from "@/lib/people/details/queries";
import { recordAccess } from "@/lib/platform/access-log/record";
import { route } from "@/lib/platform/api/route";
import { openKeptFile } from "@/lib/platform/storage/keep";

const params = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });

/** The scan of an identity paper, as a download, for whoever sees the papers of that person; noted in the access log. */
export const GET = route(
  { name: "people.paper-scan", method: "GET", permission: "people:read", rateLimit: "export", params },
  async ({ actor, params: { id } }) => {
    const { fileId, personId } = await findPaperScan(actor, id);
    const file = await openKeptFile(actor, fileId, paperScan);
    recordAccess(actor, { what: "people.paper_scan", subjectId: personId });
    return new Response(Readable.toWeb(file.stream) as unknown as BodyInit, {
      headers: {
        "content-type": file.contentType,
        "content-length": String(file.size),
        "content-disposition": `attachment; filename="scan"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        "content-security-policy": "sandbox; default-src 'none'",
        "x-content-type-options": "nosniff",
      },
    });
  },
);
