import "server-only";
import { Readable } from "node:stream";
import type { z } from "zod";
import { personScopeSql, reachOf } from "@/lib/people/access";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import type { PhotoSource } from "@/lib/platform/db/generated/enums";
import { query } from "@/lib/platform/db/pool";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { putFile } from "@/lib/platform/storage/files";
import { keepFile } from "@/lib/platform/storage/keep";
import { photoFile } from "./files";
import type { Picture } from "./picture";
import type { rejectPhotoInput, restorePhotoInput, skipReminderInput, verifyPhotosInput } from "./schemas";

/**
 * Makes a picture the current photo of a person whom the caller has found through the actor's reach. What staff send in
 * they have looked at; what people send in of themselves is shown at once and waits for that look.
 * @throws AppError conflict `people.photo_same` when this person has the same picture already
 */
export async function keepPhoto(
  actor: Actor,
  personId: number,
  picture: Picture,
  source: PhotoSource,
): Promise<{ id: number }> {
  await refuseSame(personId, picture.sha256);
  const put = (bytes: Buffer, name: string) =>
    putFile(actor, { stream: Readable.from([bytes]), name, purpose: photoFile });
  const full = await put(picture.full, "photo.webp");
  const thumb = await put(picture.thumb, "photo-small.webp");
  const seen = source === "SELF" ? {} : { verifiedAt: new Date(), verifiedBy: actor.accountId };
  return writeTx(actor, {}, async (tx) => {
    await supersede(tx, personId);
    for (const { id } of [full, thumb]) await keepFile(tx, actor, id, photoFile);
    return tx.personPhoto.create({
      data: {
        personId,
        fileId: full.id,
        thumbFileId: thumb.id,
        sha256: picture.sha256,
        source,
        uploadedBy: actor.accountId,
        ...seen,
      },
      select: { id: true },
    });
  });
}

/** Before the work of storing; the unique constraint says the same to two who send it at once. */
async function refuseSame(personId: number, sha256: string): Promise<void> {
  const rows = await query(
    "people.photo-same",
    "SELECT 1 FROM person_photo WHERE person_id = $1 AND sha256 = $2",
    [personId, sha256],
  );
  if (rows.length > 0) throw new AppError("conflict", "people.photo_same");
}

/** Ends the current photo. The person is locked first: of two new photos the later one stays. */
async function supersede(tx: Tx, personId: number): Promise<void> {
  await tx.$queryRaw`SELECT id FROM person WHERE id = ${personId} FOR UPDATE`;
  await tx.personPhoto.updateMany({
    where: { personId, isCurrent: true },
    data: { isCurrent: false, supersededAt: new Date(), version: { increment: 1 } },
  });
}

/**
 * Says of photos that they show who they should. Those that are no longer current or were looked at before are left out.
 * @throws AppError forbidden
 */
export async function verifyPhotosCommand(
  actor: Actor,
  { ids }: z.output<typeof verifyPhotosInput>,
): Promise<{ verified: number; left: number }> {
  authorise(actor, "people:edit");
  const reached = await reachedPhotos(actor, ids);
  return writeTx(actor, {}, async (tx) => {
    const { count } = await tx.personPhoto.updateMany({
      where: { id: { in: reached }, isCurrent: true, verifiedAt: null },
      data: { verifiedAt: new Date(), verifiedBy: actor.accountId, version: { increment: 1 } },
    });
    return { verified: count, left: ids.length - count };
  });
}

/** Those of the photos that are of people within the actor's reach. */
async function reachedPhotos(actor: Actor, ids: readonly number[]): Promise<number[]> {
  const reach = reachOf(actor);
  const values: unknown[] = [ids];
  const rows = await query<{ id: number }>(
    `people.photos-reached ${reach.kind}`,
    `SELECT ph.id FROM person_photo ph JOIN person p ON p.id = ph.person_id
      WHERE ph.id = ANY($1::integer[]) AND ${personScopeSql(reach, values)}`,
    values,
  );
  return rows.map((row) => row.id);
}

type Known = { id: number; personId: number };

/** One photo within reach, of the version that was on the screen; locked with its person. */
async function lockPhoto(
  tx: Tx,
  actor: Actor,
  { id, version }: { id: number; version: number },
): Promise<Known> {
  const [reached] = await reachedPhotos(actor, [id]);
  const photo = reached && (await tx.personPhoto.findUnique({ where: { id } }));
  if (!photo) throw new AppError("not_found", "people.photo_not_found");
  await tx.$queryRaw`SELECT id FROM person WHERE id = ${photo.personId} FOR UPDATE`;
  const now = await tx.personPhoto.findUnique({ where: { id }, select: { version: true } });
  if (now?.version !== version) throw new AppError("stale", "people.photo_stale");
  return { id, personId: photo.personId };
}

/**
 * Does not take a photo: it is no longer shown, and the person is told why. The newest one that staff had looked at
 * before comes back, if there is one.
 * @throws AppError forbidden, not_found, stale
 */
export async function rejectPhotoCommand(
  actor: Actor,
  input: z.output<typeof rejectPhotoInput>,
): Promise<{ back: boolean }> {
  authorise(actor, "people:edit");
  const now = new Date();
  return writeTx(actor, { reason: input.reason }, async (tx) => {
    const { id, personId } = await lockPhoto(tx, actor, input);
    const before = await tx.personPhoto.findUniqueOrThrow({ where: { id } });
    await tx.personPhoto.update({
      where: { id },
      data: {
        isCurrent: false,
        supersededAt: before.supersededAt ?? now,
        verifiedAt: null,
        verifiedBy: null,
        rejectedAt: now,
        rejectedBy: actor.accountId,
        rejectedWhy: input.reason,
        version: { increment: 1 },
      },
    });
    if (!before.isCurrent) return { back: false };
    const earlier = await tx.personPhoto.findFirst({
      where: { personId, verifiedAt: { not: null }, rejectedAt: null, id: { not: id } },
      orderBy: { takenAt: "desc" },
      select: { id: true },
    });
    if (earlier) await makeCurrent(tx, earlier.id);
    return { back: earlier !== null };
  });
}

async function makeCurrent(tx: Tx, id: number): Promise<void> {
  await tx.personPhoto.update({
    where: { id },
    data: { isCurrent: true, supersededAt: null, version: { increment: 1 } },
  });
}

/**
 * Shows an earlier photo again; the current one joins the history. One that was not taken stays out.
 * @throws AppError forbidden, not_found, stale, refused `people.photo_was_rejected`
 */
export async function restorePhotoCommand(
  actor: Actor,
  input: z.output<typeof restorePhotoInput>,
): Promise<{ id: number }> {
  authorise(actor, "people:edit");
  return writeTx(actor, {}, async (tx) => {
    const { id, personId } = await lockPhoto(tx, actor, input);
    const photo = await tx.personPhoto.findUniqueOrThrow({ where: { id } });
    if (photo.rejectedAt) throw new AppError("refused", "people.photo_was_rejected");
    if (photo.isCurrent) return { id };
    await supersede(tx, personId);
    await makeCurrent(tx, id);
    return { id };
  });
}

/** Whether a person is reminded of a new photo; somebody abroad or ill is not. @throws AppError forbidden, not_found, stale */
export async function skipReminderCommand(
  actor: Actor,
  input: z.output<typeof skipReminderInput>,
): Promise<{ version: number }> {
  authorise(actor, "people:edit");
  return writeTx(actor, {}, async (tx) => {
    const { id } = await lockPhoto(tx, actor, input);
    return tx.personPhoto.update({
      where: { id },
      data: { skipReminder: input.skip, version: { increment: 1 } },
      select: { version: true },
    });
  });
}
