import { Readable } from "node:stream";
import { z } from "zod";
import { openProof } from "@/lib/people/change-requests/queries";
import { recordAccess } from "@/lib/platform/access-log/record";
import { route } from "@/lib/platform/api/route";

const params = z.object({ id: z.uuid() });

/**
 * A proof, for the person who sent it and for staff who decide about it; an id of somebody else is not found. A picture
 * is shown inside our page, anything else is a download: nothing that somebody sent in runs anywhere.
 */
export const GET = route(
  { name: "people.read-proof", method: "GET", permission: "signed_in", rateLimit: "photo", params },
  async ({ actor, params: { id } }) => {
    const { personId, ...file } = await openProof(actor, id);
    recordAccess(actor, { what: "people.requests", subjectId: personId });
    const shown = file.contentType.startsWith("image/") ? "inline" : "attachment";
    return new Response(Readable.toWeb(file.stream) as unknown as BodyInit, {
      headers: {
        "content-type": file.contentType,
        "content-length": String(file.size),
        "content-disposition": `${shown}; filename="proof"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        "content-security-policy": "sandbox; default-src 'none'",
        "x-content-type-options": "nosniff",
      },
    });
  },
);
