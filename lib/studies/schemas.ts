import { z } from "zod";
import { newStudentInput } from "@/lib/people/schemas";
import { isDay } from "@/lib/platform/dates/day";
import type { ProgrammeEnrolmentStatus, ProgrammeKind } from "@/lib/platform/db/generated/enums";

/** Lowest and highest level of any language programme: IEAP PRE is −2, EHSS and GESL end at 12 (domain.md 7.4). */
export const LANGUAGE_ENTRY_LEVELS = { lowest: -2, highest: 12 };

/** A new student with the programme that the studies begin with. */
export const admitStudentInput = z.strictObject({
  ...newStudentInput.shape,
  programmeCode: z.string().min(1).max(30),
  startDate: z.string().refine(isDay, "people.no_such_day"),
  entryLevel: z
    .union([
      z.int(),
      z
        .string()
        .regex(/^-?\d{1,2}$/)
        .transform(Number),
      z.literal(""),
      z.null(),
    ])
    .transform((level) => (level === "" ? null : level))
    .refine(
      (level) =>
        level === null || (level >= LANGUAGE_ENTRY_LEVELS.lowest && level <= LANGUAGE_ENTRY_LEVELS.highest),
      "studies.no_such_level",
    ),
});

/** A student's membership in a programme; days are YYYY-MM-DD. */
export type ProgrammeEnrolmentRow = {
  id: number;
  version: number;
  programmeId: number;
  code: string;
  name: string;
  nameKm: string;
  kind: ProgrammeKind;
  cycle: string;
  award: string;
  creditsRequired: number | null;
  status: ProgrammeEnrolmentStatus;
  startDate: string;
  endDate: string | null;
  catalogueDate: string;
  entryLevel: number | null;
  currentLevel: number | null;
  exitReason: string | null;
};
