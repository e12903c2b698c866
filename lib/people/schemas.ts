import { z } from "zod";
import { recordRef } from "@/lib/people/record-ref";
import {
  BIRTH_PROVINCES,
  isKhmerName,
  isLatinName,
  isPhone,
  NAME_LENGTH,
  normaliseKhmerName,
  normaliseLatinName,
  normalisePhone,
  STUDENT_STATUSES,
} from "@/lib/people/rules";
import { isDay } from "@/lib/platform/dates/day";
import type {
  Gender,
  KhmerNameSource,
  Relationship,
  StudentStatus,
  StudyTime,
  TeacherStatus,
  TerminalDegree,
} from "@/lib/platform/db/generated/enums";
import { reasonText } from "@/lib/platform/validation/reason";

/** Genders that may be preferred (domain.md 2.1): M, F, N non-binary, X not said. */
export const GENDERS = ["M", "F", "N", "X"] as const satisfies readonly Gender[];
export const STUDY_TIMES = [
  "MORNING",
  "AFTERNOON",
  "EVENING",
  "WEEKEND",
] as const satisfies readonly StudyTime[];
export const RELATIONSHIPS = [
  "FATHER",
  "MOTHER",
  "SPOUSE",
  "PARTNER",
  "SIBLING",
  "GRANDPARENT",
  "GUARDIAN",
  "FRIEND",
  "OTHER",
] as const satisfies readonly Relationship[];

/** Statuses of teachers and staff. */
export const PROFILE_STATUSES = [
  "ACTIVE",
  "ON_LEAVE",
  "INACTIVE",
  "SUSPENDED",
] as const satisfies readonly TeacherStatus[];

/** Whom a search looks for: students, teachers, those who work here, or everybody. */
export const SEARCH_KINDS = ["student", "teacher", "employee", "any"] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** GET /api/v1/people/search */
export const searchQuery = z.strictObject({
  q: z.string().max(100),
  kind: z.enum(SEARCH_KINDS).default("student"),
  limit: z.coerce.number().int().min(1).max(50).default(10),
});

const text = (limit: number) => z.string().trim().max(limit);
/** Text that may be left empty: "" and null are stored as null. */
const optionalText = (limit: number) => z.union([text(limit), z.null()]).transform((value) => value || null);
const latinName = z
  .string()
  .min(1)
  .max(NAME_LENGTH * 2)
  .transform(normaliseLatinName)
  .refine((name) => name !== "", "validation.required")
  .refine(isLatinName, "people.latin_name_letters");
const khmerName = z
  .union([z.string().max(NAME_LENGTH * 2), z.null()])
  .transform((name) => normaliseKhmerName(name ?? "") || null)
  .refine((name) => name === null || isKhmerName(name), "people.khmer_name_letters");
/** A yes or no; a field edited in place sends it as text. */
const flag = z.union([z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")]);
const optionalDay = z
  .union([z.string(), z.null()])
  .transform((day) => day || null)
  .refine((day) => day === null || isDay(day), "people.no_such_day");
const optionalEmail = z
  .union([z.email(), z.literal(""), z.null()])
  .transform((email) => email?.toLowerCase() || null);
const phoneNumber = text(30).refine(isPhone, "people.phone_digits");

export const studentNumber = z.int().positive();
export const studentStatus = z.enum(STUDENT_STATUSES);

/** What a person is called and born as; every field may be left out of a change. */
const identity = z.strictObject({
  familyName: latinName,
  personalName: latinName,
  khmerFamilyName: khmerName,
  khmerPersonalName: khmerName,
  gender: z.enum(GENDERS),
  dateOfBirth: optionalDay,
  birthProvince: z.union([z.enum(BIRTH_PROVINCES.map((province) => province.code)), z.null()]),
  citizenship: z.string().regex(/^[A-Z]{2}$/, "people.country_code"),
  schoolEmail: optionalEmail,
  personalEmail: optionalEmail,
});

/** What is kept about the studies beside programme and status. */
const studyFacts = z.strictObject({
  studyTime: z.enum(STUDY_TIMES),
  isTransfer: flag,
  admittedOn: optionalDay,
});

/** `version` is the one that was shown to the person who edits: another one in the database is a conflict. */
const edited = { number: studentNumber, version: z.int().positive() };

/** Beside what names the record and its version. */
const changesSomething = (input: object) =>
  Object.keys(input).some((field) => field !== "of" && !(field in edited));

export const editPersonInput = z
  .strictObject({ ...edited, ...recordRef, ...identity.partial().shape })
  .refine(changesSomething, "validation.required");
export const editStudentInput = z
  .strictObject({ ...edited, ...studyFacts.partial().shape })
  .refine(changesSomething, "validation.required");
export const changeStatusInput = z.strictObject({
  ...edited,
  to: studentStatus,
  effectiveOn: z.string().refine(isDay, "people.no_such_day"),
  reason: reasonText,
});

const phoneFacts = {
  phone: phoneNumber,
  comment: optionalText(100),
  isPreferred: z.boolean(),
  isTelegram: z.boolean(),
};
const contactFacts = {
  name: text(120).min(1),
  relationship: z.enum(RELATIONSHIPS),
  primaryPhone: phoneNumber,
  /** What is left out stays as it is. */
  secondaryPhone: z
    .union([phoneNumber, z.literal(""), z.null()])
    .transform((phone) => phone || null)
    .optional(),
  email: optionalEmail.optional(),
  address: optionalText(200).optional(),
  isLegalGuardian: z.boolean().optional(),
  isEmergency: z.boolean(),
  isGeneral: z.boolean(),
};
/** A contact is for emergencies, for absence, or both (domain.md 2.1 §). */
const isUsed = (contact: { isEmergency: boolean; isGeneral: boolean }) =>
  contact.isEmergency || contact.isGeneral;
const unused = { error: "people.contact_use", path: ["isEmergency"] };
/** Two numbers of a contact are two numbers, however they are written (domain.md 2.1 §). */
const phonesDiffer = (contact: { primaryPhone: string; secondaryPhone?: string | null | undefined }) =>
  !contact.secondaryPhone || normalisePhone(contact.secondaryPhone) !== normalisePhone(contact.primaryPhone);
const samePhones = { error: "people.contact_phones_same", path: ["secondaryPhone"] };

const row = { ...recordRef, id: z.int().positive(), version: z.int().positive() };

export const addPhoneInput = z.strictObject({ ...recordRef, ...phoneFacts });
export const editPhoneInput = z.strictObject({ ...row, ...phoneFacts });
export const removePhoneInput = z.strictObject(row);
export const addContactInput = z
  .strictObject({ ...recordRef, ...contactFacts })
  .refine(isUsed, unused)
  .refine(phonesDiffer, samePhones);
export const editContactInput = z
  .strictObject({ ...row, ...contactFacts })
  .refine(isUsed, unused)
  .refine(phonesDiffer, samePhones);
export const removeContactInput = z.strictObject(row);

/** A new person who becomes a student; the number comes from the sequence. */
export const newStudentInput = z.strictObject({
  ...identity.shape,
  ...studyFacts.shape,
  /** Opens a first period as a monk; afterwards the mark follows the periods and is never set beside them. */
  isMonk: flag,
  phone: z.union([phoneNumber, z.literal(""), z.null()]).transform((phone) => phone || null),
});

export type IdentityChanges = z.output<typeof identity>;
export type StudyFacts = z.output<typeof studyFacts>;
export type EditPersonInput = z.output<typeof editPersonInput>;
export type EditStudentInput = z.output<typeof editStudentInput>;
export type ChangeStatusInput = z.output<typeof changeStatusInput>;
export type NewStudentInput = z.output<typeof newStudentInput>;

/** How a hit was found, from the surest to a guess. */
export type SearchMatch = "exact" | "beginning" | "alias" | "phone" | "email" | "corrected" | "similar";

/** What a picker needs to show the right person, and nothing personal (permission people:search). */
export type PersonHit = {
  personId: number;
  /** Student number with its zeros; null for somebody who is no student. */
  number: string | null;
  familyName: string;
  personalName: string;
  khmerFamilyName: string | null;
  khmerPersonalName: string | null;
  status: StudentStatus | null;
  /** Code of the current programme. */
  programme: string | null;
  studyTime: StudyTime | null;
  isTeacher: boolean;
  isStaff: boolean;
  /** Number as a teacher, or as staff; null for who is neither. */
  teacherNumber: number | null;
  staffNumber: number | null;
  /** Whether the person teaches or works here today. */
  employed: boolean;
  match: SearchMatch;
};

/** One row of the list of students. */
export type StudentRow = {
  id: number;
  number: string;
  familyName: string;
  personalName: string;
  khmerFamilyName: string | null;
  khmerPersonalName: string | null;
  /** True while the Khmer name is a guess that nobody confirmed: it is shown with an asterisk (domain.md 2.2). */
  approximated: boolean;
  status: StudentStatus;
  programme: string | null;
  studyTime: StudyTime;
  /** The rest is for readers with people:read only. */
  gender: Gender | null;
  isMonk?: boolean;
  isTransfer?: boolean;
  /** And these for readers who show the column. */
  level?: number | null;
  dateOfBirth?: string | null;
  birthProvince?: string | null;
  statusSince?: string;
  admittedOn?: string | null;
  phone?: string | null;
  schoolEmail?: string | null;
  personalEmail?: string | null;
};

/** One row of the list of teachers or of staff; days are YYYY-MM-DD. */
export type ProfileRow = {
  id: number;
  number: string;
  familyName: string;
  personalName: string;
  khmerFamilyName: string | null;
  khmerPersonalName: string | null;
  approximated: boolean;
  status: TeacherStatus;
  /** Code of the department. */
  department: string | null;
  since: string;
  degree?: TerminalDegree;
  jobTitle?: string;
  qualifications?: string | null;
  until?: string | null;
  gender?: Gender;
  dateOfBirth?: string | null;
  phone?: string | null;
  schoolEmail?: string | null;
  personalEmail?: string | null;
};

export type PhoneRow = {
  id: number;
  version: number;
  phone: string;
  comment: string | null;
  isPreferred: boolean;
  isTelegram: boolean;
};
export type ContactRow = {
  id: number;
  version: number;
  name: string;
  relationship: Relationship;
  primaryPhone: string;
  secondaryPhone: string | null;
  email: string | null;
  address: string | null;
  isLegalGuardian: boolean;
  isEmergency: boolean;
  isGeneral: boolean;
};

/** Everything the page of a student shows about the person; days are YYYY-MM-DD. */
export type StudentRecord = {
  personId: number;
  /** The number as digits, and as shown. */
  number: number;
  label: string;
  person: IdentityChanges & { version: number; khmerNameSource: KhmerNameSource | null };
  student: StudyFacts & {
    isMonk: boolean;
    version: number;
    status: StudentStatus;
    statusSince: string;
    statusReason: string | null;
    programme: { code: string; name: string; nameKm: string } | null;
  };
  aliases: string[];
  phones: PhoneRow[];
  contacts: ContactRow[];
};
