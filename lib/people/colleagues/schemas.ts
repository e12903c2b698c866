import { z } from "zod";
import { DEGREES } from "@/lib/people/kinds";
import {
  type ContactRow,
  type IdentityChanges,
  newStudentInput,
  type PhoneRow,
  PROFILE_STATUSES,
} from "@/lib/people/schemas";
import { isDay } from "@/lib/platform/dates/day";
import type { KhmerNameSource, TeacherStatus, TerminalDegree } from "@/lib/platform/db/generated/enums";
import { reasonText } from "@/lib/platform/validation/reason";

const id = z.int().positive();
const day = z.string().refine(isDay, "people.no_such_day");
const optionalDay = z
  .union([z.string(), z.null()])
  .transform((value) => value || null)
  .refine((value) => value === null || isDay(value), "people.no_such_day");
const departmentCode = z
  .union([z.string().trim().max(20), z.null()])
  .transform((code) => code?.toUpperCase() || null);
const jobTitle = z.string().trim().min(1).max(120);
const degree = z.enum(DEGREES);

const edited = { number: id, version: id };
const anything = (input: object) => Object.keys(input).length > 2;

export const editTeacherInput = z
  .strictObject({
    ...edited,
    ...z.strictObject({ terminalDegree: degree, departmentCode, startDate: day }).partial().shape,
  })
  .refine(anything, "validation.required");
export const editStaffInput = z
  .strictObject({
    ...edited,
    ...z.strictObject({ jobTitle, departmentCode, startDate: day }).partial().shape,
  })
  .refine(anything, "validation.required");

const statusChange = z
  .strictObject({ ...edited, status: z.enum(PROFILE_STATUSES), endDate: optionalDay, reason: reasonText })
  .refine(({ status, endDate }) => status !== "INACTIVE" || endDate !== null, {
    error: "people.end_date_needed",
    path: ["endDate"],
  });
export const changeStaffStatusInput = statusChange;
/** `leavesMeetings`: it was seen which meetings will be without a teacher. */
export const changeTeacherStatusInput = statusChange.safeExtend({ leavesMeetings: z.boolean() });

const { studyTime: _1, isMonk: _2, isTransfer: _3, admittedOn: _4, ...identity } = newStudentInput.shape;

/** Somebody becomes a teacher or joins the offices: a person on file, or a new one. */
const whose = {
  personId: id.nullable(),
  /** Of a new person. */
  person: z.strictObject(identity).nullable(),
  /** People who look alike and were seen to be others. */
  notSame: z.array(id).max(20).default([]),
};
const oneOf = (input: { personId: number | null; person: object | null }) =>
  (input.personId === null) !== (input.person === null);
const neither = { error: "positions.choose_person", path: ["personId"] };

export const makeTeacherInput = z
  .strictObject({ ...whose, terminalDegree: degree, departmentCode, startDate: day, endDate: optionalDay })
  .refine(oneOf, neither);
export const makeStaffInput = z
  .strictObject({ ...whose, jobTitle, departmentCode, startDate: day, endDate: optionalDay })
  .refine(oneOf, neither);

export type EditTeacherInput = z.output<typeof editTeacherInput>;
export type EditStaffInput = z.output<typeof editStaffInput>;
export type ChangeStaffStatusInput = z.output<typeof changeStaffStatusInput>;
export type ChangeTeacherStatusInput = z.output<typeof changeTeacherStatusInput>;
export type MakeTeacherInput = z.output<typeof makeTeacherInput>;
export type MakeStaffInput = z.output<typeof makeStaffInput>;

/** Everything the page of a teacher or staff member shows; what the reader may not see is null or empty. */
export type ColleagueRecord = {
  kind: "teacher" | "staff";
  personId: number;
  number: number;
  person: Partial<
    Omit<IdentityChanges, "familyName" | "personalName" | "khmerFamilyName" | "khmerPersonalName">
  > &
    Pick<IdentityChanges, "familyName" | "personalName" | "khmerFamilyName" | "khmerPersonalName"> & {
      version: number;
      khmerNameSource: KhmerNameSource | null;
    };
  profile: {
    version: number;
    status: TeacherStatus;
    startDate: string;
    endDate: string | null;
    department: { code: string; name: string; nameKm: string } | null;
    /** Of a teacher. */
    terminalDegree: TerminalDegree | null;
    /** Of somebody in the offices. */
    jobTitle: string | null;
  };
  /** Numbers of the other records of this person that the reader reaches. */
  student: number | null;
  teacher: number | null;
  staff: number | null;
  photo: number | null;
  phones: PhoneRow[] | null;
  contacts: ContactRow[] | null;
  accountId: number | null;
};
