import { z } from "zod";
import { type Day, isDay } from "@/lib/platform/dates/day";
import { SCALE_KINDS, type ScaleKind } from "./scale-kinds";

const id = z.int().positive();
const day = z.string().refine(isDay, "calendar.day_needed");

/** A letter as it is typed: the percentage from which it is given, points as decimal text. */
const letter = z.strictObject({
  letter: z
    .string()
    .trim()
    .transform((text) => text.toUpperCase())
    .refine((text) => /^[A-Z][A-Z+-]{0,3}$/.test(text), "curriculum.scale_letter"),
  minPercent: z
    .string()
    .trim()
    .refine((text) => /^\d{1,3}(\.\d{1,2})?$/.test(text) && Number(text) <= 100, "curriculum.scale_percent"),
  points: z
    .string()
    .trim()
    .refine((text) => /^\d(\.\d{1,2})?$/.test(text) && Number(text) <= 4, "curriculum.scale_points"),
  passes: z.boolean(),
  earnsCredit: z.boolean(),
});
export type ScaleLetterInput = z.output<typeof letter>;

const facts = { name: z.string().trim().min(1).max(80), grades: z.array(letter).min(2).max(30) };

/** A new version of a kind of scale, in force from a day on. */
export const newScaleInput = z.strictObject({ ...facts, kind: z.enum(SCALE_KINDS), validFrom: day });
export const editScaleInput = z.strictObject({ ...facts, id, version: id });
export const removeScaleInput = z.strictObject({ id, version: id });
export type NewScaleInput = z.output<typeof newScaleInput>;
export type EditScaleInput = z.output<typeof editScaleInput>;

export type ScaleLetter = {
  letter: string;
  /** Decimal text: "97", "63.5". */
  minPercent: string;
  points: string;
  passes: boolean;
  earnsCredit: boolean;
};

/** A version of a scale; `validTo` is the first day on which it is no longer in force. */
export type ScaleVersion = {
  id: number;
  version: number;
  kind: ScaleKind;
  code: string;
  name: string;
  validFrom: Day;
  validTo: Day | null;
  /** Grades that were given by it, counted to 10,000. */
  used: number;
  /** Best letter first. */
  grades: ScaleLetter[];
};

/** Id of a version in a URL. */
export const scaleIdParam = z.coerce.number().int().positive().max(2_147_483_647);
