import { z } from "zod";
import { isDay } from "@/lib/platform/dates/day";
import { reasonText } from "@/lib/platform/validation/reason";

/** Courses in a degree's list, at most (domain.md 3.2 names 50; the list of the associate degree and a bachelor's have 44). */
export const MAX_REQUIREMENTS = 60;

const number = (max: number) =>
  z
    .union([
      z.int(),
      z
        .string()
        .regex(/^\d{1,3}$/, "validation.failed")
        .transform(Number),
    ])
    .pipe(z.int().min(1).max(max));
const place = number(MAX_REQUIREMENTS);
const courseCode = z.string().trim().min(1, "validation.required").max(15);
/** How the line is called on lists and transcripts; empty: as the course. */
const lineName = z.string().trim().max(150);

const day = z.string().refine(isDay, "curriculum.no_such_day");
const shared = {
  /** Code of the programme. */
  programme: z.string().max(20),
  /** First catalogue date for which the change counts. */
  from: day,
  /** Students whose list changes, as the person was shown it: another number now is a conflict. */
  affected: z.int().min(0).default(0),
  reason: reasonText,
};

export const addRequirementInput = z.strictObject({ ...shared, course: courseCode, place, name: lineName });
/** The line that is meant: its place, and the course that the person saw there. */
const line = { sequence: place, current: courseCode };
export const moveRequirementInput = z.strictObject({ ...shared, ...line, place });
export const replaceRequirementInput = z.strictObject({
  ...shared,
  ...line,
  course: courseCode,
  name: lineName,
});
export const endRequirementInput = z.strictObject({ ...shared, ...line });
/** Takes back everything that was planned for a day: the list before it goes on. */
export const cancelRequirementsInput = z.strictObject(shared);

export type AddRequirementInput = z.output<typeof addRequirementInput>;
export type MoveRequirementInput = z.output<typeof moveRequirementInput>;
export type ReplaceRequirementInput = z.output<typeof replaceRequirementInput>;
export type EndRequirementInput = z.output<typeof endRequirementInput>;
export type CancelRequirementsInput = z.output<typeof cancelRequirementsInput>;

/** Asks who would be affected. */
export const affectedQuery = z.strictObject({ programme: z.string().max(20), from: day });

/** A line of a degree on a day. */
export type RequirementLine = {
  id: number;
  sequence: number;
  courseId: number;
  courseCode: string;
  title: string;
  titleKm: string | null;
  credits: number;
  name: string;
  validFrom: string;
  validTo: string | null;
};

/** The list of a degree on one day, and the days on which it changes. */
export type Catalogue = {
  lines: RequirementLine[];
  credits: number;
  /** Days on which the list changes, the first one included. */
  days: string[];
};
