import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { ReadableStream as WebStream } from "node:stream/web";
import { requirePhotoOwner } from "@/lib/people/photos/access";
import { keepPhoto } from "@/lib/people/photos/commands";
import { readPicture } from "@/lib/people/photos/picture";
import { PHOTO_BYTES_MAX } from "@/lib/people/photos/rules";
import { photoUploadQuery } from "@/lib/people/photos/schemas";
import { route } from "@/lib/platform/api/route";
import { AppError } from "@/lib/platform/errors";

/**
 * Takes a picture as the plain body of the request: of a record (`?of=student&number=742`), or without one the own.
 * `preview=1` answers with the picture as it would be kept, and keeps nothing.
 */
export const POST = route(
  {
    name: "photos.upload",
    method: "POST",
    permission: "signed_in",
    rateLimit: "upload",
    query: photoUploadQuery,
  },
  async ({ actor, query: { of, number, crop, preview }, request }) => {
    const ref = number === undefined ? null : { of, number };
    const personId = await requirePhotoOwner(actor, ref);
    const picture = await readPicture(await readBody(request), crop);
    if (preview) {
      return new Response(new Uint8Array(picture.full), {
        headers: { "content-type": "image/webp", "x-content-type-options": "nosniff" },
      });
    }
    const source = ref || actor.personId !== personId ? "ADMIN" : "SELF";
    return keepPhoto(actor, personId, picture, source);
  },
);

/** The body, cut off where it grows beyond what is taken. */
async function readBody(request: Request): Promise<Buffer> {
  if (Number(request.headers.get("content-length")) > PHOTO_BYTES_MAX) throw tooLarge();
  if (!request.body) throw new AppError("invalid", "people.photo_empty");
  const limited = Readable.fromWeb(request.body as unknown as WebStream).compose(async function* (
    chunks: AsyncIterable<Buffer>,
  ) {
    let size = 0;
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > PHOTO_BYTES_MAX) throw tooLarge();
      yield chunk;
    }
  });
  return buffer(limited);
}

function tooLarge(): AppError {
  return new AppError("too_large", "people.photo_too_large");
}
