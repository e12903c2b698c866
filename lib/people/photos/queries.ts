import "server-only";
import { buffer } from "node:stream/consumers";
import { personScopeSql, reachOf } from "@/lib/people/access";
import { sees } from "@/lib/people/visible-fields";
import { type Actor, authoriseAny } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors";
import { findKeptFile } from "@/lib/platform/storage/keep";
import { photoFile } from "./files";
import type { PhotoSize } from "./rules";
import type { PhotoVersion } from "./schemas";

type Found = { personId: number; fileId: string; thumbFileId: string; isCurrent: boolean; reached: boolean };

/**
 * The bytes of a photo, where the actor sees photos and reaches the person: through the own scope, as the person, or as
 * somebody's teacher, which the classes know (`teaches`) and which shows the current photo only.
 * @throws AppError not_found `people.photo_not_found` for unknown and foreign ids alike
 */
export async function openPhoto(
  actor: Actor,
  id: number,
  size: PhotoSize,
  teaches: (personId: number) => Promise<boolean>,
): Promise<{ personId: number; bytes: Buffer }> {
  const reach = reachOf(actor);
  const values: unknown[] = [id];
  const [photo] = await query<Found>(
    `people.photo ${reach.kind}`,
    `SELECT ph.person_id AS "personId", ph.file_id AS "fileId", ph.thumb_file_id AS "thumbFileId",
            ph.is_current AS "isCurrent", ${personScopeSql(reach, values)} AS reached
       FROM person_photo ph JOIN person p ON p.id = ph.person_id WHERE ph.id = $1`,
    values,
  );
  if (!photo || !(await maySee(actor, photo, teaches))) throw photoNotFound();
  const file = await findKeptFile(photoFile, size === "full" ? photo.fileId : photo.thumbFileId);
  if (!file) throw photoNotFound();
  return { personId: photo.personId, bytes: await buffer(file.stream) };
}

async function maySee(
  actor: Actor,
  photo: Found,
  teaches: (personId: number) => Promise<boolean>,
): Promise<boolean> {
  const own = actor.personId === photo.personId;
  if (!sees(actor, "photo", { own })) return false;
  return own || photo.reached || (photo.isCurrent && (await teaches(photo.personId)));
}

function photoNotFound(): AppError {
  return new AppError("not_found", "people.photo_not_found");
}

/**
 * Every photo of a person whom the caller has loaded through the actor's scope, the current one first, then the newest.
 * @throws AppError forbidden without people:read or people:read_own
 */
export async function listPhotos(actor: Actor, personId: number): Promise<PhotoVersion[]> {
  authoriseAny(actor, "people:read", "people:read_own");
  const own = actor.personId === personId;
  if (!sees(actor, "photo", { own })) return [];
  return query<PhotoVersion>(
    "people.photos",
    `SELECT ph.id, ph.version, ph.is_current AS "isCurrent", to_json(ph.taken_at)#>>'{}' AS "takenAt", ph.source,
            u.display_name AS "uploadedBy", to_json(ph.verified_at)#>>'{}' AS "verifiedAt",
            v.display_name AS "verifiedBy", to_json(ph.rejected_at)#>>'{}' AS "rejectedAt",
            ph.rejected_why AS "rejectedWhy", to_json(ph.superseded_at)#>>'{}' AS "supersededAt",
            ph.skip_reminder AS "skipReminder", ph.reminder_count AS "reminderCount"
       FROM person_photo ph
       LEFT JOIN account u ON u.id = ph.uploaded_by
       LEFT JOIN account v ON v.id = ph.verified_by
      WHERE ph.person_id = $1 ORDER BY ph.is_current DESC, ph.taken_at DESC, ph.id DESC LIMIT 100`,
    [personId],
  );
}

export type OwnPhoto = {
  id: number | null;
  takenAt: string | null;
  isMonk: boolean;
  verified: boolean;
  skipReminder: boolean;
  /** Why the newest picture was not taken, while nothing newer has come since. */
  rejectedWhy: string | null;
};

/** The photo of the person behind the account, and what became of the last one sent in; null without a person. */
export async function findOwnPhoto(actor: Actor): Promise<OwnPhoto | null> {
  if (actor.personId === null) return null;
  const [row] = await query<OwnPhoto>(
    "people.own-photo",
    `SELECT c.id, to_json(c.taken_at)#>>'{}' AS "takenAt", coalesce(s.is_monk, false) AS "isMonk",
            c.verified_at IS NOT NULL AS verified, coalesce(c.skip_reminder, false) AS "skipReminder",
            (SELECT n.rejected_why FROM person_photo n WHERE n.person_id = p.id ORDER BY n.taken_at DESC, n.id DESC LIMIT 1)
              AS "rejectedWhy"
       FROM person p
       LEFT JOIN student s ON s.person_id = p.id
       LEFT JOIN person_photo c ON c.person_id = p.id AND c.is_current
      WHERE p.id = $1`,
    [actor.personId],
  );
  return row ?? null;
}
