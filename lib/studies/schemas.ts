import { z } from "zod";
import { newStudentInput, studentNumber } from "@/lib/people/schemas";
import { isDay } from "@/lib/platform/dates/day";
import type {
  CycleChangeEnd,
  CycleChangeKind,
  LeaveKind,
  LeaveStatus,
  ProgrammeEnrolmentStatus,
  ProgrammeKind,
} from "@/lib/platform/db/generated/enums";
import { reasonText } from "@/lib/platform/validation/reason";
import { ENDINGS, EXIT_REASONS } from "./rules";

/** Lowest and highest level of any language programme: IEAP PRE is −2, EHSS and GESL end at 12 (domain.md 7.4). */
export const LANGUAGE_ENTRY_LEVELS = { lowest: -2, highest: 12 };

const day = z.string().refine(isDay, "people.no_such_day");
const programmeCode = z.string().min(1, "validation.required").max(30);
const level = z
  .union([
    z.int(),
    z
      .string()
      .regex(/^-?\d{1,2}$/)
      .transform(Number),
    z.literal(""),
    z.null(),
  ])
  .transform((given) => (given === "" ? null : given))
  .refine(
    (given) =>
      given === null || (given >= LANGUAGE_ENTRY_LEVELS.lowest && given <= LANGUAGE_ENTRY_LEVELS.highest),
    "studies.no_such_level",
  );

/** A programme to enter, with the level where it is one of languages. */
const entry = { programmeCode, startDate: day, entryLevel: level };

/** A new student with the programme that the studies begin with. */
export const admitStudentInput = z.strictObject({
  ...newStudentInput.shape,
  ...entry,
  /** Ids of people on file who look alike, and of whom somebody said that they are others. */
  notSame: z.array(z.int().positive()).max(20).default([]),
});

/** One row of a student's studies, in the version that was shown. */
const row = { number: studentNumber, id: z.int().positive(), version: z.int().positive() };

export const addProgrammeInput = z.strictObject({ number: studentNumber, ...entry });
export const endProgrammeInput = z.strictObject({
  ...row,
  status: z.enum(ENDINGS),
  exitReason: z.enum(EXIT_REASONS),
  endDate: day,
  note: z.string().trim().max(500),
});
export const reopenProgrammeInput = z.strictObject({ ...row, reason: reasonText });
export const moveCatalogueInput = z.strictObject({ ...row, catalogueDate: day, reason: reasonText });

/** The first declaration of a major: at once (domain.md 5.1). */
export const declareMajorInput = z.strictObject({ number: studentNumber, programmeCode });
/** A change of major: a second person decides. */
export const changeMajorInput = z.strictObject({ ...declareMajorInput.shape, reason: reasonText });

export const CYCLE_ENDS = [
  "GRADUATED",
  "WITHDRAWN",
  "TRANSFERRED",
  "OTHER",
] as const satisfies readonly CycleChangeEnd[];
export const endCycleChangeInput = z.strictObject({
  ...row,
  endedOn: day,
  endReason: z.enum(CYCLE_ENDS),
  reason: reasonText,
});

export const LEAVE_KINDS = [
  "MEDICAL",
  "FAMILY",
  "WORK",
  "FINANCIAL",
  "MONKHOOD",
  "OTHER",
] as const satisfies readonly LeaveKind[];
/** A leave that is asked for; `returnsOn` is the first day back. */
export const requestLeaveInput = z.strictObject({
  number: studentNumber,
  kind: z.enum(LEAVE_KINDS),
  startsOn: day,
  returnsOn: day,
  reason: reasonText,
});
export const returnFromLeaveInput = z.strictObject({ ...row, returnedOn: day });
export const cancelLeaveInput = z.strictObject({ ...row, reason: reasonText });

export type AddProgrammeInput = z.output<typeof addProgrammeInput>;
export type EndProgrammeInput = z.output<typeof endProgrammeInput>;
export type ReopenProgrammeInput = z.output<typeof reopenProgrammeInput>;
export type MoveCatalogueInput = z.output<typeof moveCatalogueInput>;
export type DeclareMajorInput = z.output<typeof declareMajorInput>;
export type ChangeMajorInput = z.output<typeof changeMajorInput>;
export type EndCycleChangeInput = z.output<typeof endCycleChangeInput>;
export type RequestLeaveInput = z.output<typeof requestLeaveInput>;
export type ReturnFromLeaveInput = z.output<typeof returnFromLeaveInput>;
export type CancelLeaveInput = z.output<typeof cancelLeaveInput>;

/** A student's membership in a programme; days are YYYY-MM-DD. */
export type ProgrammeEnrolmentRow = {
  id: number;
  version: number;
  programmeId: number;
  code: string;
  name: string;
  nameKm: string;
  kind: ProgrammeKind;
  cycle: string;
  award: string;
  creditsRequired: number | null;
  status: ProgrammeEnrolmentStatus;
  startDate: string;
  endDate: string | null;
  catalogueDate: string;
  entryLevel: number | null;
  currentLevel: number | null;
  exitReason: string | null;
};

/** A programme as somebody names it: code, and name in both languages. */
export type ProgrammeName = { code: string; name: string; nameKm: string };

/** A major that may be declared, and the recent courses that do not belong to it. */
export type MajorOption = ProgrammeName & { cycle: string; misfits: string[] };

/** A declaration of a major; days are YYYY-MM-DD. */
export type DeclarationRow = {
  id: number;
  programme: ProgrammeName;
  /** Code of the programme's cycle. */
  cycle: string;
  declaredOn: string;
  status: "CURRENT" | "SUPERSEDED" | "WITHDRAWN";
  isSelfDeclared: boolean;
  reason: string | null;
  approvalId: number | null;
};

/** A beginning or a move up between cycles; it drives the administrative fee until it ends (domain.md 5.1, 8). */
export type CycleChangeRow = {
  id: number;
  version: number;
  kind: CycleChangeKind;
  detectedOn: string;
  source: ProgrammeName | null;
  target: ProgrammeName;
  endedOn: string | null;
  endReason: CycleChangeEnd | null;
};

export type LeaveRow = {
  id: number;
  version: number;
  kind: LeaveKind;
  status: LeaveStatus;
  startsOn: string;
  returnsOn: string;
  returnedOn: string | null;
  reason: string;
  approvalId: number | null;
};

/** What a student's studies hold beside the programmes. */
export type StudyMatters = {
  declarations: DeclarationRow[];
  cycleChanges: CycleChangeRow[];
  leaves: LeaveRow[];
};
