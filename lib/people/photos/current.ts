import "server-only";
import { cache } from "react";
import { sees } from "@/lib/people/visible-fields";
import type { Actor } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";

/**
 * Id of the current photo of a person whom the caller has loaded through the actor's scope, for <PersonPhoto>; null
 * when there is none or the actor sees no photos.
 */
export const findPhotoId = cache(async (actor: Actor, personId: number): Promise<number | null> => {
  if (!sees(actor, "photo", { own: actor.personId === personId })) return null;
  const [row] = await query<{ id: number }>(
    "people.photo-id",
    "SELECT id FROM person_photo WHERE person_id = $1 AND is_current",
    [personId],
  );
  return row?.id ?? null;
});
