import { z } from "zod";
import { studentNumber } from "@/lib/people/schemas";
import type { StudentStatus } from "@/lib/platform/db/generated/enums";
import { reasonText } from "@/lib/platform/validation/reason";

/** An older number as the search compares it: in capitals, without spaces. */
const alias = z
  .string()
  .transform((written) => written.toUpperCase().replace(/\s+/g, ""))
  .refine((written) => /^[A-Z0-9][A-Z0-9./-]{0,29}$/.test(written), "people.alias_letters");

export const addAliasInput = z.strictObject({ number: studentNumber, alias, reason: reasonText });
export const removeAliasInput = z.strictObject({
  number: studentNumber,
  id: z.int().positive(),
  reason: reasonText,
});

/** An older number of a student, and whence it came: LEGACY, an import, or staff. */
export type AliasRow = { id: number; alias: string; source: string };

/** One move of a student's status; the day is YYYY-MM-DD, the instant ISO. */
export type StatusMoveRow = {
  id: number;
  from: StudentStatus | null;
  to: StudentStatus;
  effectiveOn: string;
  /** Null for who may not know it. */
  reason: string | null;
  /** Display name of the account, null for the system. */
  by: string | null;
  at: string;
};
