import { z } from "zod";
import { reasonText } from "@/lib/platform/validation/reason";

const id = z.int().positive();
/** Seats of a combined class (domain.md 4.1). */
const capacity = z.coerce.number<string | number>().int().min(1).max(200);

/** `joinsId` is taught with `id` from now on, at its times, by its teacher, in its room. */
export const combineInput = z.strictObject({
  id,
  version: id,
  joinsId: id,
  joinsVersion: id,
  capacity,
  reason: reasonText,
});
export type CombineInput = z.output<typeof combineInput>;

export const splitInput = z.strictObject({ id, version: id, capacity, reason: reasonText });
export type SplitInput = z.output<typeof splitInput>;

const name = z.string().trim().min(1).max(120);
const templateFacts = z.strictObject({
  name,
  nameKm: z.union([z.string().trim().max(120), z.null()]).transform((text) => text || null),
  /** Codes; the first leads. A course is meant in all of its versions. */
  courses: z
    .array(z.string().trim().toUpperCase().min(1).max(15))
    .max(10)
    .transform((codes) => [...new Set(codes)])
    .refine((codes) => codes.length >= 2, "classes.template_of_two"),
  isActive: z.boolean(),
});
export const createCombinedTemplateInput = templateFacts;
export const editCombinedTemplateInput = templateFacts.extend({ id, version: id });
export type CreateCombinedTemplateInput = z.output<typeof createCombinedTemplateInput>;
export type EditCombinedTemplateInput = z.output<typeof editCombinedTemplateInput>;
