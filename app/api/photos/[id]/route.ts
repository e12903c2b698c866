import { z } from "zod";
import { openPhoto } from "@/lib/people/photos/queries";
import { recordAccess } from "@/lib/platform/access-log/record";
import { route } from "@/lib/platform/api/route";
import { teachesStudent } from "@/lib/registration/queries/teaches-student";

const params = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });
const query = z.object({
  size: z.enum(["full", "thumb"]).default("full"),
  download: z.enum(["1"]).optional(),
});

/**
 * A photo, for whoever sees photos and reaches the person. The browser may keep it and asks each time whether it still
 * may show it: a photo never changes under its id, rights do.
 */
export const GET = route(
  { name: "photos.read", method: "GET", permission: "signed_in", rateLimit: "photo", params, query },
  async ({ actor, params: { id }, query: { size, download }, request }) => {
    const photo = await openPhoto(actor, id, size, (personId) => teachesStudent(actor, personId));
    if (size === "full") recordAccess(actor, { what: "people.photo", subjectId: photo.personId });
    const headers = {
      "cache-control": "private, no-cache",
      etag: `"${id}-${size}"`,
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
    };
    if (request.headers.get("if-none-match") === headers.etag)
      return new Response(null, { status: 304, headers });
    return new Response(new Uint8Array(photo.bytes), {
      headers: {
        ...headers,
        "content-type": "image/webp",
        "content-length": String(photo.bytes.length),
        ...(download ? { "content-disposition": `attachment; filename="photo-${id}.webp"` } : {}),
      },
    });
  },
);
