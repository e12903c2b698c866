import { PHOTO_BYTES_MAX, type PhotoCrop } from "@/lib/people/photos/rules";
import type { RecordRef } from "@/lib/people/record-ref";

type Options = { of: RecordRef | null; crop: PhotoCrop; preview: boolean };
type Answer = { ok: boolean; picture?: Blob; message?: string };

/** Longer sides than this are only weight: what is kept is 320 × 360. */
const SIDE_MAX = 1_600;

/** Sends a picture; a preview comes back as it would be kept. Without a message the line was lost. */
export async function sendPicture(file: File, { of, crop, preview }: Options): Promise<Answer> {
  const query = new URLSearchParams({ crop });
  if (of) query.set("number", String(of.number));
  if (of?.of) query.set("of", of.of);
  if (preview) query.set("preview", "1");
  try {
    const answer = await fetch(`/api/photos?${query}`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body: await lighter(file),
    });
    if (answer.ok) return preview ? { ok: true, picture: await answer.blob() } : { ok: true };
    const problem = (await answer.json().catch(() => null)) as { title?: string } | null;
    return problem?.title ? { ok: false, message: problem.title } : { ok: false };
  } catch {
    return { ok: false };
  }
}

/** What a phone took may weigh more than is taken: such a picture is made smaller here, any other is sent as it is. */
async function lighter(file: File): Promise<Blob> {
  if (file.size <= PHOTO_BYTES_MAX) return file;
  try {
    const image = await createImageBitmap(file);
    const scale = Math.min(1, SIDE_MAX / Math.max(image.width, image.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    image.close();
    return await new Promise((resolve) => canvas.toBlob((made) => resolve(made ?? file), "image/jpeg", 0.9));
  } catch {
    return file;
  }
}
