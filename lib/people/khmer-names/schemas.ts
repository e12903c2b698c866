import { z } from "zod";
import type { KhmerSuggestion } from "@/lib/people/khmer-names/rules";
import { isKhmerName, NAME_LENGTH, normaliseKhmerName } from "@/lib/people/rules";
import type { KhmerNameSource } from "@/lib/platform/db/generated/enums";

const khmerPart = z
  .string()
  .max(NAME_LENGTH * 2)
  .transform(normaliseKhmerName)
  .refine((name) => name !== "", "validation.required")
  .refine((name) => name === "" || isKhmerName(name), "people.khmer_name_letters");

/** A name as the person or staff say that it is written. */
export const confirmKhmerNameInput = z.strictObject({
  personId: z.int32().positive(),
  version: z.int32().positive(),
  khmerFamilyName: khmerPart,
  khmerPersonalName: khmerPart,
});
export type ConfirmKhmerNameInput = z.output<typeof confirmKhmerNameInput>;

/** How sure a guess must be to be taken in a bulk run, in percent. */
export const CONFIDENCES = [30, 50, 70, 90] as const;

/** Which students a bulk run gives a guess: those who study now, or all on file. */
export const suggestNamesInput = z.strictObject({
  who: z.enum(["active", "all"]),
  leastConfidence: z.coerce.number().pipe(z.union(CONFIDENCES.map((value) => z.literal(value)))),
});
export type SuggestNamesInput = z.output<typeof suggestNamesInput>;

/** What a bulk run did: names given, and names for which nothing sure enough was found. */
export type SuggestNamesSummary = { looked: number; given: number; unsure: number };

/** The Khmer name of a person with what is known about it; what the card shows. */
export type KhmerNameFacts = {
  personId: number;
  version: number;
  familyName: string;
  personalName: string;
  khmerFamilyName: string | null;
  khmerPersonalName: string | null;
  source: KhmerNameSource | null;
  /** 0 to 1; null where nobody said. */
  confidence: number | null;
  /** Instants, ISO. */
  verifiedAt: string | null;
  checkedAt: string | null;
  /** Null once the name is confirmed. */
  suggestion: KhmerSuggestion | null;
};
