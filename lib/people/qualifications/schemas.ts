import { z } from "zod";
import { DEGREES } from "@/lib/people/kinds";
import { isDay } from "@/lib/platform/dates/day";
import type { TeachingLevels, TerminalDegree } from "@/lib/platform/db/generated/enums";

export const TEACHING_LEVELS = [
  "UNDERGRADUATE",
  "GRADUATE",
  "BOTH",
] as const satisfies readonly TeachingLevels[];

const id = z.int().positive();
const day = z.string().refine(isDay, "people.no_such_day");
const optionalDay = z
  .union([z.string(), z.null()])
  .transform((value) => value || null)
  .refine((value) => value === null || isDay(value), "people.no_such_day");

const facts = {
  minimumDegree: z.enum(DEGREES),
  levels: z.enum(TEACHING_LEVELS),
  isNativeEnglish: z.boolean(),
  hasSpecial: z.boolean(),
  specialNote: z.union([z.string().trim().max(500), z.null()]).transform((note) => note || null),
  isCoordinator: z.boolean(),
  validFrom: day,
  validTo: optionalDay,
};
type Checked = { hasSpecial: boolean; specialNote: string | null; validFrom: string; validTo: string | null };
const noted = (input: Checked) => !input.hasSpecial || input.specialNote !== null;
const inOrder = (input: Checked) => input.validTo === null || input.validTo >= input.validFrom;
const noteNeeded = { error: "people.special_note_needed", path: ["specialNote"] };
const badDays = { error: "people.ends_before_it_begins", path: ["validTo"] };

/** `number` is the teacher's. */
export const addQualificationInput = z
  .strictObject({ number: id, departmentCode: z.string().trim().min(1).max(20), ...facts })
  .refine(noted, noteNeeded)
  .refine(inOrder, badDays);
export const editQualificationInput = z
  .strictObject({ number: id, id, version: id, ...facts })
  .refine(noted, noteNeeded)
  .refine(inOrder, badDays);
export const removeQualificationInput = z.strictObject({
  of: z.literal("teacher").optional(),
  number: id,
  id,
  version: id,
});

export type AddQualificationInput = z.output<typeof addQualificationInput>;
export type EditQualificationInput = z.output<typeof editQualificationInput>;
export type RemoveQualificationInput = z.output<typeof removeQualificationInput>;

/** What a teacher may teach in a department; days are YYYY-MM-DD and both count. */
export type QualificationRow = {
  id: number;
  version: number;
  department: { code: string; name: string; nameKm: string };
  minimumDegree: TerminalDegree;
  levels: TeachingLevels;
  isNativeEnglish: boolean;
  hasSpecial: boolean;
  specialNote: string | null;
  isCoordinator: boolean;
  validFrom: string;
  validTo: string | null;
};
