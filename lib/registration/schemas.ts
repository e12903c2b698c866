import { z } from "zod";
import type { Explained } from "@/lib/platform/explained";
import { type Outcome, RULES, type RuleName } from "./rules/finding";

/** Shortest and longest reason that a person gives. */
export const REASON_MIN = 5;
const reason = z.string().trim().min(REASON_MIN).max(500);
const id = z.int().positive();

/** One class of a cart; `giveClassId` makes it a swap. The rules named in `override` are set aside, no others. */
export const cartItemInput = z.strictObject({
  classId: id,
  giveClassId: id.optional(),
  audit: z.boolean().optional(),
  override: z.strictObject({ rules: z.array(z.enum(RULES)).min(1).max(RULES.length), reason }).optional(),
});
export type CartItemInput = z.output<typeof cartItemInput>;

export const enrolStudentInput = z.strictObject({
  studentId: id,
  items: z
    .array(cartItemInput)
    .min(1)
    .max(12)
    .refine((items) => new Set(items.map((each) => each.classId)).size === items.length, {
      message: "registration.class_twice",
    }),
});
export type EnrolStudentInput = z.output<typeof enrolStudentInput>;

export const dropEnrolmentInput = z.strictObject({ studentId: id, classId: id, reason });
export type DropEnrolmentInput = z.output<typeof dropEnrolmentInput>;

/** Most numbers that one bulk enrolment takes: more than any room holds. */
export const BULK_MAX = 200;

/** Numbers as somebody pastes them: separated by spaces, commas, semicolons or new lines. */
export const enrolManyInput = z.strictObject({ classId: id, numbers: z.string().trim().min(1).max(4000) });
export type EnrolManyInput = z.output<typeof enrolManyInput>;

/** What became of one item of a cart. */
export type CartOutcome =
  | "enrolled"
  | "accepted"
  | "swapped"
  | "waitlisted"
  | "full"
  | "already"
  | "refused"
  | "not_enrolled";

export type CartItemResult = {
  classId: number;
  outcome: CartOutcome;
  enrolmentId: number | null;
  /** Why it was refused, or what was warned about; null when nothing is to be said. */
  explained: Explained<Outcome> | null;
  overridden: RuleName[];
};

export type CartResult = { studentId: number; version: number; items: CartItemResult[] };

export type DropResult = { classId: number; enrolmentId: number; status: "DROPPED" | "WITHDRAWN" };

/** One line of a bulk enrolment, in the order in which the numbers were pasted. */
export type BulkRow = {
  typed: string;
  studentId: number | null;
  number: number | null;
  familyName: string | null;
  personalName: string | null;
  khmerFamilyName: string | null;
  khmerPersonalName: string | null;
  outcome: CartOutcome | "unknown_number" | "repeated" | "failed";
  explained: Explained<Outcome> | null;
};

export type BulkResult = { rows: BulkRow[]; enrolled: number; refused: number };
