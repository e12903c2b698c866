import { z } from "zod";
import { PART_TYPES } from "@/lib/curriculum/part-templates/part-types";
import { reasonText } from "@/lib/platform/validation/reason";
import { CHOSEN_CLASS_TYPES, LARGEST_CLASS, PLAIN_CLASS_TYPES, ROOM_NEEDS } from "../kinds";
import { CLASS_STATUSES, TIMES_OF_DAY } from "../schemas";

const id = z.int().positive();
const number = z.coerce.number<string | number>().int();
const note = z.union([z.string().trim().max(1000), z.null()]).transform((text) => text || null);
const letter = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]$/, "classes.section_letter");
const optionalLetter = z.union([z.literal("").transform(() => null), z.null(), letter]).default(null);

/** A class to be made (domain.md 4.3). */
export const createClassInput = z.strictObject({
  /** Code of the course: the version that holds on the first day of the term is meant. */
  course: z.string().trim().toUpperCase().min(1).max(15),
  termId: number.positive(),
  section: optionalLetter,
  timeOfDay: z.enum(TIMES_OF_DAY),
  classType: z.enum(CHOSEN_CLASS_TYPES),
  capacity: number.min(1).max(LARGEST_CLASS),
  combine: z.boolean(),
  notes: note,
  /** Of a reading class; ignored for others. */
  targetEnrolment: number.min(1).max(15),
  description: note,
});
export type CreateClassInput = z.output<typeof createClassInput>;

/** What is typed into a picker of teachers. */
export const teacherQuery = z.object({ q: z.string().trim().min(1).max(60) });

/** What is looked up while a class is being made. */
export const planQuery = z.object({
  course: z.string().trim().toUpperCase().min(1).max(15),
  termId: z.coerce.number().int().positive(),
  timeOfDay: z.enum(TIMES_OF_DAY),
});
export type PlanQuery = z.output<typeof planQuery>;

/** Facts of a class, each edited where it stands. */
export const editClassInput = z
  .strictObject({
    id,
    version: id,
    ...z
      .strictObject({
        section: letter,
        timeOfDay: z.enum(TIMES_OF_DAY),
        classType: z.enum(PLAIN_CLASS_TYPES),
        notes: note,
      })
      .partial().shape,
  })
  .refine((input) => Object.keys(input).length > 2, "validation.required");
export type EditClassInput = z.output<typeof editClassInput>;

/** Another status; cancelling is a command of its own, because it has consequences to carry out. */
export const moveClassInput = z.strictObject({
  id,
  version: id,
  to: z.enum(CLASS_STATUSES).exclude(["CANCELLED"]),
  reason: reasonText,
});
export type MoveClassInput = z.output<typeof moveClassInput>;

const name = z.string().trim().min(1).max(80);
const weight = z
  .string()
  .trim()
  .regex(/^(0(\.\d{1,3})?|1(\.0{1,3})?)$/, "classes.weight_digits");

const part = z.strictObject({
  /** Null: a new one; it gets the next number of its session. */
  id: id.nullable(),
  partType: z.enum(PART_TYPES),
  name,
  nameKm: name,
  weight,
  weekdays: z.array(z.int().min(1).max(7)).max(7),
  minutes: z.int().min(15).max(600).nullable(),
  roomNeed: z.enum(ROOM_NEEDS).nullable(),
  wantedTeacherId: id.nullable(),
  textbookIds: z.array(id).max(20),
});

/** All sessions and parts of a class at once, because their weights belong together. */
export const editPartsInput = z.strictObject({
  id,
  version: id,
  sessions: z
    .array(
      z.strictObject({
        number: z.int().min(1).max(5),
        name,
        nameKm: name,
        weight,
        parts: z.array(part).max(12),
      }),
    )
    .min(1)
    .max(5),
});
export type EditPartsInput = z.output<typeof editPartsInput>;
