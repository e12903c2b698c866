import { z } from "zod";
import type { WeeklyTime } from "@/lib/classes/schemas";
import { changeStatusInput, studentStatus } from "@/lib/people/schemas";
import { isDay } from "@/lib/platform/dates/day";
import type { StudentStatus } from "@/lib/platform/db/generated/enums";
import type { Explained } from "@/lib/platform/explained";
import type { Bilingual, NameParts } from "@/lib/platform/i18n/names";
import type { WhyText } from "@/lib/platform/i18n/why-text";
import { reasonText } from "@/lib/platform/validation/reason";
import type { Ending, ExitReason } from "@/lib/studies/rules";
import { type Outcome, RULES, type RuleName } from "./rules/finding";

const id = z.int().positive();

/** One class of a cart; `giveClassId` makes it a swap. The rules named in `override` are set aside, no others. */
export const cartItemInput = z.strictObject({
  classId: id,
  giveClassId: id.optional(),
  audit: z.boolean().optional(),
  override: z
    .strictObject({ rules: z.array(z.enum(RULES)).min(1).max(RULES.length), reason: reasonText })
    .optional(),
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

export const dropEnrolmentInput = z.strictObject({ studentId: id, classId: id, reason: reasonText });
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

/** Has an explanation that the border can tell in words. */
export type TellableRow = { explained: Explained<Outcome> | null };

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

/** A line with its explanation in the reader's words. */
export type ToldBulkRow = BulkRow & { why: WhyText | null };

export type BulkResult = { rows: BulkRow[]; enrolled: number; refused: number };

/** Query of GET /api/v1/registration/desk: a student number, words of code or title, a term's code. */
export const deskQuery = z.strictObject({
  number: z.coerce.number().int().positive().max(999_999_999),
  q: z.string().trim().max(100).default(""),
  term: z.string().max(40).optional(),
});

export type DeskStudent = NameParts & {
  id: number;
  number: string;
  status: string;
  statusSince: string;
  statusReason: string | null;
  programmeCode: string | null;
  programmeName: string | null;
  programmeNameKm: string | null;
};

/** A class that the student is in, as the desk shows it. */
export type DeskEnrolment = {
  id: number;
  classId: number;
  status: "ENROLLED" | "WAITLISTED" | "OFFERED";
  code: string;
  title: string;
  titleKm: string | null;
  section: string;
  credits: number;
  termCode: string;
  times: WeeklyTime[];
  rooms: string[];
  /** What leaving the class today makes of it. */
  endsAs: "DROPPED" | "WITHDRAWN";
};

/** A class that the student may want, with the verdict of the rules. */
export type DeskClass = {
  id: number;
  code: string;
  title: string;
  titleKm: string | null;
  credits: number;
  section: string;
  termCode: string;
  times: WeeklyTime[];
  rooms: string[];
  teachers: NameParts[];
  capacity: number;
  left: number;
  waiting: number;
  /** Belongs to the student's programme. */
  fits: boolean;
  verdict: Outcome;
  why: WhyText | null;
  /** The rules that this actor may set aside to enrol anyway; null when it may not. */
  override: RuleName[] | null;
};

export type Desk = {
  student: DeskStudent;
  /** Cumulative GPA with three decimals, null without grades. */
  gpa: string | null;
  /** Courses and credits the student may take in a term. */
  limit: { courses: number; credits: number };
  enrolments: DeskEnrolment[];
  terms: { code: string; name: Bilingual }[];
  classes: DeskClass[];
  /** Classes that a search would find and that are not shown now. */
  hidden: number;
};

/** Who moves to one of these leaves: classes and programmes that still run are theirs no longer. */
export const LEAVING_STATUSES: ReadonlySet<StudentStatus> = new Set<StudentStatus>([
  "DROPPED",
  "TRANSFERRED",
  "GRADUATED",
]);

/** Query of GET /api/v1/registration/status-effect. */
export const statusEffectQuery = z.strictObject({
  number: z.coerce.number().int().positive().max(999_999_999),
  to: studentStatus,
  effectiveOn: z.string().refine(isDay, "people.no_such_day"),
});

/** A change of status, and what goes with it: classes that are left, programmes that end. */
export const changeStatusWithEffectsInput = z.strictObject({
  ...changeStatusInput.shape,
  dropClassIds: z.array(id).max(40),
  endProgrammes: z.array(z.strictObject({ id, version: id })).max(10),
});
export type ChangeStatusWithEffectsInput = z.output<typeof changeStatusWithEffectsInput>;

/** What a change of status will mean; days are YYYY-MM-DD, shares in percent. */
export type StatusEffect = {
  move: Explained<boolean>;
  /** The academic hold: nobody but ACTIVE students enrols. */
  hold: Explained<"comes" | "goes" | "stays" | "none">;
  leaving: boolean;
  mayDrop: boolean;
  mayEnd: boolean;
  classes: {
    classId: number;
    status: "ENROLLED" | "WAITLISTED" | "OFFERED";
    code: string;
    title: string;
    titleKm: string | null;
    section: string;
    termCode: string;
    endsAs: "DROPPED" | "WITHDRAWN";
    refund: Explained<number> | null;
  }[];
  programmes: {
    id: number;
    version: number;
    code: string;
    name: string;
    nameKm: string;
    /** How the programme ends with this status, null where it goes on. */
    ending: { status: Ending; exitReason: ExitReason } | null;
  }[];
  leaves: { startsOn: string; returnsOn: string }[];
};

/** The same in the reader's words. */
export type ToldStatusEffect = Omit<StatusEffect, "move" | "hold" | "classes"> & {
  allowed: boolean;
  moveWhy: WhyText | null;
  hold: "comes" | "goes" | "stays" | "none";
  holdWhy: WhyText | null;
  classes: (Omit<StatusEffect["classes"][number], "refund"> & {
    refund: { percent: number; why: WhyText | null } | null;
  })[];
};
