import { z } from "zod";
import type { Authority } from "@/lib/organization/rules";
import { isDay } from "@/lib/platform/dates/day";
import { reasonText } from "@/lib/platform/validation/reason";

const id = z.int().positive();
const day = z.string().refine(isDay, "people.no_such_day");
const optionalDay = z
  .union([z.string(), z.null()])
  .transform((value) => value || null)
  .refine((value) => value === null || isDay(value), "people.no_such_day");
/** Chosen with the picker of colleagues; nothing chosen is told at the field. */
const person = z.int("positions.choose_person").positive("positions.choose_person");

/** `lastDay` is the last day on which it holds; the database keeps the day after. */
export const assignPositionInput = z.strictObject({
  positionId: id,
  personId: person,
  validFrom: day,
  lastDay: optionalDay,
  isActing: z.boolean(),
  isPrimary: z.boolean(),
  reason: reasonText,
});
/** The last day is yesterday for one that ends at once. */
export const endAssignmentInput = z.strictObject({ id, version: id, lastDay: day, reason: reasonText });
export const delegatePositionInput = z.strictObject({
  id,
  version: id,
  personId: person,
  from: day,
  lastDay: day,
  reason: reasonText,
});
export const endDelegationInput = z.strictObject({ id, version: id, reason: reasonText });

export type AssignPositionInput = z.output<typeof assignPositionInput>;
export type EndAssignmentInput = z.output<typeof endAssignmentInput>;
export type DelegatePositionInput = z.output<typeof delegatePositionInput>;
export type EndDelegationInput = z.output<typeof endDelegationInput>;

/** GET /api/v1/organization/colleagues */
export const colleagueQuery = z.strictObject({ q: z.string().max(100) });

/** Who works here, as a directory shows it: names, numbers, department, nothing personal. */
export type Colleague = {
  personId: number;
  familyName: string;
  personalName: string;
  khmerFamilyName: string | null;
  khmerPersonalName: string | null;
  teacherNumber: number | null;
  staffNumber: number | null;
  departmentCode: string | null;
};

export type AssignmentState = "current" | "coming" | "past";

/** Somebody in a position; days are YYYY-MM-DD, `lastDay` and `delegatedTo` the last ones on which it holds. */
export type PositionAssignmentRow = {
  id: number;
  version: number;
  positionId: number;
  title: string;
  titleKm: string;
  authority: Authority;
  department: { code: string; name: string; nameKm: string } | null;
  holder: Colleague;
  validFrom: string;
  lastDay: string | null;
  state: AssignmentState;
  isActing: boolean;
  isPrimary: boolean;
  delegate: Colleague | null;
  delegatedFrom: string | null;
  delegatedTo: string | null;
  /** Null without a delegation. */
  delegation: AssignmentState | null;
};
