import { z } from "zod";
import { type Day, isDay } from "@/lib/platform/dates/day";
import { reasonText } from "@/lib/platform/validation/reason";
import { MINIMUM_LETTERS } from "../letters";
import { REQUISITE_KINDS, type RequisiteKind } from "../requisites";
import { CODE_SHAPE, foldCode } from "./rules";

/** A course as a picker offers it: the version in force, or the next one where none is. */
export type CourseChoice = {
  id: number;
  code: string;
  title: string;
  titleKm: string | null;
  credits: number;
};

/** What is typed into a picker of courses. */
export const courseChoiceQuery = z.object({
  q: z.string().trim().min(1).max(60),
  limit: z.coerce.number().int().min(1).max(20).default(8),
});

const id = z.int().positive();
const day = z.string().refine(isDay, "curriculum.no_such_day");
const text = (limit: number) => z.string().trim().min(1).max(limit);
const optionalText = (limit: number) =>
  z.union([z.string().trim().max(limit), z.null()]).transform((value) => value || null);
/** A whole number as a form or a field edited in place sends it; empty is null. */
const optionalNumber = (from: number, to: number) =>
  z
    .union([z.number(), z.string(), z.null()])
    .transform((value) => (value === null || value === "" ? null : Number(value)))
    .pipe(z.int().min(from).max(to).nullable());
const number = (from: number, to: number) =>
  z
    .union([
      z.number(),
      z
        .string()
        .regex(/^\d{1,3}$/)
        .transform(Number),
    ])
    .pipe(z.int().min(from).max(to));
const answer = z.union([z.boolean(), z.enum(["true", "false"]).transform((value) => value === "true")]);

/** A code as it is kept: capitals, parts with hyphens. */
export const courseCode = z
  .string()
  .trim()
  .transform(foldCode)
  .refine((code) => CODE_SHAPE.test(code) && code.length <= 15, "curriculum.course_code_letters");

/** A code in an address; whatever is no code names nothing. */
export const courseCodeParam = z.object({ code: courseCode });

/** What may be changed at any time: it changes what a course is called and when it is best taken, not what it is worth. */
const words = {
  title: text(150),
  titleKm: optionalText(150),
  shortTitle: text(60),
  description: optionalText(2000),
  isFoundationYear: answer,
  isSeniorProject: answer,
  recommendedTerm: optionalNumber(1, 30),
  earliestTerm: optionalNumber(1, 30),
  latestTerm: optionalNumber(1, 30),
  retryPriority: number(1, 9),
  isActive: answer,
};

/** What a course is worth and where it belongs: changed by a new version from a day on. */
const worth = {
  cycleId: number(1, 999),
  credits: number(0, 12),
  programmeCode: optionalText(20),
  level: optionalNumber(-5, 30),
};

const { isActive: _active, ...newWords } = words;

export const createCourseInput = z.strictObject({
  code: courseCode,
  ...newWords,
  ...worth,
  validFrom: day,
});
export type CreateCourseInput = z.output<typeof createCourseInput>;

/** Fields of a version of a course as they are edited in place: at least one, under the version that was shown. */
export const editCourseInput = z
  .strictObject({ id, version: id, ...z.object({ ...words, ...worth }).partial().shape })
  .refine((input) => Object.keys(input).length > 2, "validation.required");
export type EditCourseInput = z.output<typeof editCourseInput>;

export const newVersionInput = z.strictObject({
  id,
  version: id,
  from: day,
  title: words.title,
  titleKm: words.titleKm,
  shortTitle: words.shortTitle,
  credits: worth.credits,
  reason: reasonText,
});
export type NewVersionInput = z.output<typeof newVersionInput>;

/** The last day on which a course is offered; null opens it again. */
export const endCourseInput = z.strictObject({
  id,
  version: id,
  lastDay: z.union([day, z.null(), z.literal("").transform(() => null)]),
  reason: reasonText,
});
export type EndCourseInput = z.output<typeof endCourseInput>;

const requisite = z.strictObject({ code: courseCode, minimumLetter: z.enum(MINIMUM_LETTERS) });
/** All groups of a course as they shall hold from a day on; `seen` is the state that the person saw. */
export const saveRequisitesInput = z.strictObject({
  code: courseCode,
  seen: z.string().max(64),
  from: day,
  groups: z
    .array(z.strictObject({ kind: z.enum(REQUISITE_KINDS), courses: z.array(requisite).min(1).max(12) }))
    .max(12),
});
export type SaveRequisitesInput = z.output<typeof saveRequisitesInput>;

export const addEquivalenceInput = z.strictObject({
  code: courseCode,
  other: z.union([z.literal("").transform(() => null), courseCode]).refine((code) => code !== null, {
    error: "curriculum.choose_course",
  }),
  isBidirectional: answer,
  reason: reasonText,
  approvedBy: text(120),
  approvedOn: day,
  from: day,
});
export type AddEquivalenceInput = z.output<typeof addEquivalenceInput>;
export const endEquivalenceInput = z.strictObject({ id, version: id, lastDay: day, reason: reasonText });
export type EndEquivalenceInput = z.output<typeof endEquivalenceInput>;

export const courseTextbookInput = z.strictObject({ courseId: id, textbookId: id });

/** One version of a course. `validTo` is the first day on which it no longer holds. */
export type CourseVersion = {
  id: number;
  version: number;
  code: string;
  title: string;
  titleKm: string | null;
  shortTitle: string;
  description: string | null;
  cycle: { id: number; code: string; name: string; nameKm: string };
  credits: number;
  level: number | null;
  programmeCode: string | null;
  isFoundationYear: boolean;
  isSeniorProject: boolean;
  recommendedTerm: number | null;
  earliestTerm: number | null;
  latestTerm: number | null;
  retryPriority: number;
  isActive: boolean;
  validFrom: Day;
  validTo: Day | null;
};

/** A requisite with what its course is called, and the days on which it holds. */
export type RequisiteRow = {
  id: number;
  version: number;
  kind: RequisiteKind;
  group: number;
  code: string;
  title: string;
  titleKm: string | null;
  minimumLetter: string;
  validFrom: Day;
  validTo: Day | null;
};

/** An equivalence as the page of one of its two courses tells it. */
export type EquivalenceRow = {
  id: number;
  version: number;
  /** Whether the other course counts for this one, this one for the other, or both. */
  direction: "counts_here" | "counts_there" | "both";
  code: string;
  title: string;
  titleKm: string | null;
  reason: string;
  approvedBy: string;
  approvedOn: Day;
  validFrom: Day;
  validTo: Day | null;
};

/** A line of the list of courses. */
export type CourseListRow = {
  id: number;
  code: string;
  title: string;
  titleKm: string | null;
  shortTitle: string;
  cycleCode: string;
  cycleName: string;
  cycleNameKm: string;
  credits: number;
  programmeCode: string | null;
  level: number | null;
  isFoundationYear: boolean;
  isSeniorProject: boolean;
  isActive: boolean;
  validFrom: Day;
  validTo: Day | null;
  requisites: { kind: RequisiteKind; group: number; code: string; minimumLetter: string }[];
  /** Codes of the programmes that require it today. */
  programmes: string[];
  /** Courses that ask for it today. */
  unlocks: number;
};

/** A course as a file holds it. */
export type CourseFileRow = CourseListRow &
  Pick<CourseVersion, "description" | "earliestTerm" | "recommendedTerm" | "latestTerm" | "retryPriority">;

/** Who and what a change of a course touches; what the reader may not see is null. */
export type AffectedByCourse = {
  students: { sits: number; needs: number } | null;
  /** Classes on offer that begin or still run on the day, such as `ENGL-101 A, 261019B-T4`. */
  classes: string[] | null;
  programmes: string[];
  unlocks: string[];
};

export const affectedQuery = z.object({ from: day.optional() });
