import { z } from "zod";
import type { Day } from "@/lib/platform/dates/day";
import type { ReadingStatus, ReadingTier } from "@/lib/platform/db/generated/enums";
import { reasonText } from "@/lib/platform/validation/reason";

const id = z.int().positive();

/** What is planned for a reading class, each fact edited where it stands; `version` is that of the reading side. */
export const editReadingInput = z
  .strictObject({
    id,
    version: id,
    ...z
      .strictObject({
        targetEnrolment: z.coerce.number<string | number>().int().min(1).max(100),
        description: z.union([z.string().trim().max(1000), z.null()]).transform((text) => text || null),
      })
      .partial().shape,
  })
  .refine((input) => Object.keys(input).length > 2, "validation.required");
export type EditReadingInput = z.output<typeof editReadingInput>;

/** `version` is that of the class. */
export const convertReadingInput = z.strictObject({ id, version: id, reason: reasonText });
export type ConvertReadingInput = z.output<typeof convertReadingInput>;

/** The reading side of a class. */
export type ReadingFacts = {
  version: number;
  targetEnrolment: number;
  status: ReadingStatus;
  description: string | null;
  lockedTier: ReadingTier | null;
  lockedCount: number | null;
  lockedOn: Day | null;
};
