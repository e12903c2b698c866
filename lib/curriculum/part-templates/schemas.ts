import { z } from "zod";
import { type Day, isDay, type Weekday } from "@/lib/platform/dates/day";
import type { Bilingual } from "@/lib/platform/i18n/names";
import { PART_TYPES, ROOM_NEEDS } from "./part-types";

const id = z.int().positive();
const day = z.string().refine(isDay, "calendar.day_needed");
const name = z.string().trim().min(1).max(80);

const level = z
  .string()
  .regex(/^(-[12]|\d{1,2})?$/, "curriculum.level_unknown")
  .transform((text) => (text === "" ? null : Number(text)));

/** A part as it is typed: its share of the session in percent, "40" or "33.3". */
const part = z.strictObject({
  session: z.int().min(1).max(5),
  partType: z.enum(PART_TYPES),
  name,
  nameKm: name,
  weekdays: z.array(z.int().min(1).max(7)).max(7),
  minutes: z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, "curriculum.template_minutes")
    .transform(Number)
    .pipe(z.int().min(15, "curriculum.template_minutes").max(600, "curriculum.template_minutes")),
  roomNeed: z
    .enum(ROOM_NEEDS)
    .or(z.literal(""))
    .transform((text) => text || null),
  percent: z
    .string()
    .trim()
    .refine(
      (text) => /^\d{1,3}(\.\d)?$/.test(text) && Number(text) > 0 && Number(text) <= 100,
      "curriculum.template_percent",
    ),
  textbookIds: z.array(id).max(20),
});
export type TemplatePartInput = z.output<typeof part>;

const facts = {
  name,
  nameKm: name,
  parts: z.array(part).min(1, "curriculum.template_needs_parts").max(20),
};

export const createTemplateInput = z.strictObject({
  ...facts,
  programmeId: z.coerce.number().int().positive("curriculum.programme_needed"),
  levelFrom: level,
  levelTo: level,
  validFrom: day,
  /** The set that this is a new version of: it ends the day before. */
  replacesId: id.nullable(),
});
export const editTemplateInput = z.strictObject({ ...facts, id, version: id });
/** The first day on which no class is made from the set any more. */
export const endTemplateInput = z.strictObject({ id, version: id, validTo: day });
export type CreateTemplateInput = z.output<typeof createTemplateInput>;
export type EditTemplateInput = z.output<typeof editTemplateInput>;

export type TemplatePartRow = {
  id: number;
  session: number;
  code: number;
  partType: string;
  name: Bilingual;
  weekdays: Weekday[];
  minutes: number;
  roomNeed: string | null;
  /** Share of its session, "0.400". */
  weight: string;
  textbooks: { id: number; title: string }[];
};

/** A version of a template; `validTo` is the first day on which it is no longer in force. */
export type TemplateSetRow = {
  id: number;
  version: number;
  programmeId: number;
  programmeCode: string;
  programmeName: Bilingual;
  name: Bilingual;
  levelFrom: number | null;
  levelTo: number | null;
  sessions: number;
  validFrom: Day;
  validTo: Day | null;
  parts: TemplatePartRow[];
};

/** Id of a set in a URL. */
export const templateIdParam = z.coerce.number().int().positive().max(2_147_483_647);
