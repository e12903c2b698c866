import { z } from "zod";
import { RECORD_KINDS } from "@/lib/people/record-ref";
import type { PhotoSource } from "@/lib/platform/db/generated/enums";
import { reasonText } from "@/lib/platform/validation/reason";
import { PHOTO_CROPS, type PhotoStage } from "./rules";

/** Query of POST /api/photos: whose record it is (without a number the own one), the part taken; `preview` keeps nothing. */
export const photoUploadQuery = z.object({
  of: z.enum(RECORD_KINDS).optional(),
  number: z.coerce.number().int().positive().max(2_147_483_647).optional(),
  crop: z.enum(PHOTO_CROPS).default("attention"),
  preview: z.enum(["1"]).optional(),
});

const id = z.int().positive();
const version = z.int().positive();
/** Photos that are looked at together: a page of them. */
export const PHOTOS_A_PAGE = 48;

export const verifyPhotosInput = z.strictObject({ ids: z.array(id).min(1).max(PHOTOS_A_PAGE) });
export const rejectPhotoInput = z.strictObject({ id, version, reason: reasonText });
export const restorePhotoInput = z.strictObject({ id, version });
export const skipReminderInput = z.strictObject({ id, version, skip: z.boolean() });
export const takeArchiveInput = z.strictObject({ fileId: z.uuid() });

/** One version of a person's photo. Instants are ISO. */
export type PhotoVersion = {
  id: number;
  version: number;
  isCurrent: boolean;
  takenAt: string;
  source: PhotoSource;
  /** Display name of the account; null when the system or somebody who is gone took it in. */
  uploadedBy: string | null;
  verifiedAt: string | null;
  verifiedBy: string | null;
  rejectedAt: string | null;
  rejectedWhy: string | null;
  supersededAt: string | null;
  skipReminder: boolean;
  reminderCount: number;
};

/** A line of the work lists of photos; the day a new picture is due and how pressing it is. */
export type PhotoWork = {
  personId: number;
  /** Address of the record, and its number as shown. */
  path: string;
  number: string;
  familyName: string;
  personalName: string;
  khmerFamilyName: string | null;
  khmerPersonalName: string | null;
  programme: string | null;
  photoId: number | null;
  version: number | null;
  takenOn: string | null;
  dueOn: string | null;
  stage: PhotoStage | null;
};

/** What became of one picture of an archive. */
export type ArchiveLine = {
  /** Name of the file as it was sent, without folders. */
  file: string;
  /** Student number as shown, when one of the actor's students has it. */
  number: string | null;
  /** `taken`, or the code of the error. */
  result: string;
};
