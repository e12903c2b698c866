import { z } from "zod";
import { TERM_TYPES, type TermType } from "@/lib/calendar/term-days";
import { type Day, isDay } from "@/lib/platform/dates/day";
import type { Bilingual } from "@/lib/platform/i18n/names";

const id = z.int().positive();
const day = z.string().refine(isDay, "calendar.day_needed");
/** A day, or nothing typed. */
const optionalDay = z
  .string()
  .nullable()
  .transform((text) => text || null)
  .pipe(day.nullable());
const cohort = z
  .string()
  .trim()
  .regex(/^\d{0,4}$/, "calendar.cohort_number")
  .transform((text) => (text === "" ? null : Number(text)))
  .pipe(z.int().min(1, "calendar.cohort_number").nullable());

export const termDays = z.strictObject({
  startDate: day,
  endDate: day,
  registrationOpensOn: optionalDay,
  registrationClosesOn: optionalDay,
  discountEndDate: optionalDay,
  addDeadline: optionalDay,
  dropDeadline: optionalDay,
  paymentDeadline: optionalDay,
});
export type TermDays = z.output<typeof termDays>;

/** Code of a term: opaque text in capitals (domain.md 1.2). */
const termCode = z
  .string()
  .trim()
  .transform((text) => text.toUpperCase())
  .refine((text) => /^[A-Z0-9][A-Z0-9.-]{0,29}$/.test(text), "calendar.term_code_letters");

const termFacts = termDays.extend({
  code: termCode,
  name: z.string().trim().min(1).max(120),
  nameKm: z.string().trim().min(1).max(120),
  baCohortNumber: cohort,
  maCohortNumber: cohort,
  isActive: z.boolean(),
});
export const createTermInput = termFacts.extend({ termType: z.enum(TERM_TYPES) });
export type CreateTermInput = z.output<typeof createTermInput>;
export const editTermInput = termFacts.extend({ id, version: id });
export type EditTermInput = z.output<typeof editTermInput>;

/** A term with everything that is on file about it. */
export type TermRecord = TermDays & {
  id: number;
  version: number;
  code: string;
  name: Bilingual;
  termType: TermType;
  baCohortNumber: number | null;
  maCohortNumber: number | null;
  isActive: boolean;
};

const holidayFacts = z.strictObject({
  name: z.string().trim().min(1, "calendar.holiday_name_missing").max(120),
  nameKm: z.string().trim().min(1, "calendar.holiday_name_missing").max(160),
  startDate: day,
  /** Nothing typed: one day. */
  endDate: optionalDay,
  notes: z
    .string()
    .trim()
    .max(500)
    .transform((text) => text || null),
});
export const createHolidayInput = holidayFacts;
export const editHolidayInput = holidayFacts.extend({ id, version: id });
/** Takes an announced holiday back, or puts it in force again. */
export const setHolidayInput = z.strictObject({ id, version: id, isActive: z.boolean() });
export type CreateHolidayInput = z.output<typeof createHolidayInput>;
export type EditHolidayInput = z.output<typeof editHolidayInput>;

export type HolidayRecord = {
  id: number;
  version: number;
  name: string;
  nameKm: string;
  startDate: Day;
  endDate: Day;
  isActive: boolean;
  notes: string | null;
};
