import { z } from "zod";
import { reasonText } from "@/lib/platform/validation/reason";
import { CLASS_STATUSES, type ClassStatus } from "../schemas";

const id = z.int().positive();

/** Classes that one change set touches, at most: more than any term has. */
export const OFFERING_MAX = 2_000;
/** Rows that can be picked one by one. */
const PICKED_MAX = 500;

/** Which classes: the rows with a mark, or all that the list shows with these parameters. */
export const classSelection = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("ids"), ids: z.array(id).min(1).max(PICKED_MAX) }),
  z.strictObject({ kind: z.literal("list"), params: z.record(z.string().max(40), z.string().max(2_000)) }),
]);
export type ClassSelection = z.output<typeof classSelection>;

const code = z.string().trim().min(1, "validation.required").max(40);

/** What to carry: rooms and teachers stand with the times. */
const carried = { rooms: z.boolean(), teachers: z.boolean() };

/** The offering of a term, or chosen classes, once more in another term. */
export const duplicateOfferingInput = z.strictObject({
  /** Every class of a term that is not cancelled, or those chosen. */
  what: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("term"), from: code }),
    ...classSelection.options,
  ]),
  to: code,
  ...carried,
  /** What to do where the other term has the same section of the course already. */
  existing: z.enum(["skip", "add"]),
});
export type DuplicateOfferingInput = z.output<typeof duplicateOfferingInput>;

/** One class once more, in another term or in its own. */
export const duplicateClassInput = z.strictObject({ classId: id, to: code, ...carried });
export type DuplicateClassInput = z.output<typeof duplicateClassInput>;

/** Statuses that many classes can be moved to; a cancellation tells students and is made one by one. */
export const BULK_STATUSES = [
  "SCHEDULED",
  "ACTIVE",
  "COMPLETED",
  "SUSPENDED",
  "DRAFT",
] as const satisfies readonly ClassStatus[];
export type BulkStatus = (typeof BULK_STATUSES)[number];

export const moveClassesInput = z.strictObject({
  selection: classSelection,
  to: z.enum(BULK_STATUSES),
  reason: reasonText,
});
export type MoveClassesInput = z.output<typeof moveClassesInput>;

const reason = z.object({
  rule: z.string(),
  inputs: z.record(
    z.string(),
    z.union([z.string(), z.number(), z.boolean(), z.null(), z.object({ en: z.string(), km: z.string() })]),
  ),
});

/** Why a class was not carried over; the sentence is `offering.left.<reason>`. */
export const COPY_LEFT = ["there", "course_ended", "term_type", "cancelled", "no_letter"] as const;
export type CopyLeft = (typeof COPY_LEFT)[number];

/** What a duplication did or would do; the ids hold only once it was applied. */
export const offeringReport = z.object({
  to: z.string(),
  chosen: z.number(),
  made: z.number(),
  /** Groups of classes that are taught as one. */
  combined: z.number(),
  parts: z.number(),
  times: z.number(),
  meetings: z.number(),
  classes: z.array(
    z.object({
      id: z.number(),
      code: z.string(),
      section: z.string(),
      newSection: z.string(),
      times: z.number(),
      complete: z.boolean(),
      /** What could not be carried, or is not as it was. */
      findings: z.array(reason),
    }),
  ),
  left: z.array(z.object({ code: z.string(), section: z.string(), reason: z.enum(COPY_LEFT) })),
});
export type OfferingReport = z.output<typeof offeringReport>;

/** What a bulk move did or would do. */
export const moveReport = z.object({
  to: z.enum(CLASS_STATUSES),
  chosen: z.number(),
  moved: z.number(),
  left: z.array(
    z.object({
      id: z.number(),
      code: z.string(),
      section: z.string(),
      termCode: z.string(),
      from: z.enum(CLASS_STATUSES),
      why: reason,
    }),
  ),
});
export type MoveReport = z.output<typeof moveReport>;
