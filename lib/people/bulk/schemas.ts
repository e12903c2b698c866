import { z } from "zod";
import { STUDENT_STATUSES } from "@/lib/people/rules";
import { STUDY_TIMES } from "@/lib/people/schemas";
import { isDay } from "@/lib/platform/dates/day";
import { reasonText } from "@/lib/platform/validation/reason";

/** What can be changed for many people at once. */
export const BULK_CHANGES = ["status", "studyTime", "transfer", "department"] as const;
export type BulkChange = (typeof BULK_CHANGES)[number];

/** People whom one change set changes, at most: more is a mistake, or work for several. */
export const BULK_MAX = 20_000;

/** The change itself, beside who is changed. */
export const bulkChange = z.discriminatedUnion("change", [
  z.strictObject({
    change: z.literal("status"),
    to: z.enum(STUDENT_STATUSES),
    effectiveOn: z.string().refine(isDay, "people.no_such_day"),
    reason: reasonText,
  }),
  z.strictObject({ change: z.literal("studyTime"), to: z.enum(STUDY_TIMES) }),
  z.strictObject({ change: z.literal("transfer"), to: z.enum(["true", "false"]) }),
  /** Code of a department; "" takes them out of the one they are in. */
  z.strictObject({ change: z.literal("department"), to: z.string().max(40) }),
]);
export type BulkChangeInput = z.output<typeof bulkChange>;
