import { z } from "zod";
import {
  normalisePaperNumber,
  type PaperState,
  RELATION_ROLES,
  type RelationRole,
} from "@/lib/people/details/rules";
import type { DocumentName } from "@/lib/people/document-name";
import {
  BIRTH_PROVINCES,
  isKhmerName,
  isLatinName,
  isPhone,
  NAME_LENGTH,
  normaliseKhmerName,
  normaliseLatinName,
} from "@/lib/people/rules";
import { GENDERS } from "@/lib/people/schemas";
import { isDay } from "@/lib/platform/dates/day";
import type {
  AddressKind,
  Gender,
  MaritalStatus,
  PaperKind,
  SchoolLevel,
} from "@/lib/platform/db/generated/enums";

export const MARITAL_STATUSES = [
  "SINGLE",
  "MARRIED",
  "DIVORCED",
  "WIDOWED",
] as const satisfies readonly MaritalStatus[];
export const ADDRESS_KINDS = ["CURRENT", "PERMANENT"] as const satisfies readonly AddressKind[];
export const PAPER_KINDS = [
  "NATIONAL_ID",
  "PASSPORT",
  "BIRTH_CERTIFICATE",
  "FAMILY_BOOK",
  "RESIDENCE_BOOK",
  "MONK_BOOK",
  "OTHER",
] as const satisfies readonly PaperKind[];
export const SCHOOL_LEVELS = [
  "PRIMARY",
  "LOWER_SECONDARY",
  "UPPER_SECONDARY",
  "VOCATIONAL",
  "ASSOCIATE",
  "BACHELOR",
  "MASTER",
  "DOCTORATE",
  "OTHER",
] as const satisfies readonly SchoolLevel[];
/** The provinces that an address can lie in. */
export const ADDRESS_PROVINCES = BIRTH_PROVINCES.filter(
  ({ code }) => code !== "INTERNATIONAL" && code !== "UNKNOWN",
);

const optional = (limit: number) =>
  z.union([z.string().trim().max(limit), z.null()]).transform((value) => value || null);
const needed = (limit: number) => z.string().trim().min(1).max(limit);
const day = z
  .union([z.string(), z.null()])
  .transform((value) => value || null)
  .refine((value) => value === null || isDay(value), "people.no_such_day");
const year = z
  .union([z.literal(""), z.null(), z.coerce.number().int().min(1930).max(2200)])
  .transform((value) => (value === "" ? null : value));
const country = z
  .string()
  .trim()
  .transform((code) => code.toUpperCase())
  .refine((code) => /^[A-Z]{2}$/.test(code), "people.country_code");
const legalName = z
  .union([z.string().max(NAME_LENGTH * 2), z.null()])
  .transform((name) => normaliseLatinName(name ?? "") || null)
  .refine((name) => name === null || isLatinName(name), "people.latin_name_letters");
const khmerName = z
  .union([z.string().max(NAME_LENGTH * 2), z.null()])
  .transform((name) => normaliseKhmerName(name ?? "") || null)
  .refine((name) => name === null || isKhmerName(name), "people.khmer_name_letters");

const personId = z.int32().positive();
/** A row that is new has no id; one that is changed carries the version that was shown. */
const entry = {
  personId,
  id: z.int32().positive().nullable(),
  version: z.int32().positive().nullable(),
};
/** Takes away a row; `version` is the one that was shown. */
export const removeRowInput = z.strictObject({
  personId,
  id: z.int32().positive(),
  version: z.int32().positive(),
});
export type RemoveRowInput = z.output<typeof removeRowInput>;

const PROVINCES: ReadonlySet<string> = new Set(ADDRESS_PROVINCES.map(({ code }) => code));
const inOrder = (from: string | number | null, to: string | number | null) =>
  from === null || to === null || from <= to;

/** Where a person lives: one address of each kind, with at least one part written. */
export const saveAddressInput = z
  .strictObject({
    ...entry,
    kind: z.enum(ADDRESS_KINDS),
    country,
    province: optional(60),
    district: optional(80),
    commune: optional(80),
    village: optional(80),
    line: optional(160),
    postalCode: optional(12),
  })
  .refine(({ country: code, province }) => code !== "KH" || province === null || PROVINCES.has(province), {
    error: "people.address_province",
    path: ["province"],
  })
  .refine(
    (address) =>
      [address.province, address.district, address.commune, address.village, address.line].some(Boolean),
    { error: "people.address_empty", path: ["province"] },
  );

/** An identity paper with its number as it is compared, its days and its scan. */
export const savePaperInput = z
  .strictObject({
    ...entry,
    kind: z.enum(PAPER_KINDS),
    number: needed(40).transform(normalisePaperNumber),
    country,
    issuedOn: day,
    expiresOn: day,
    issuedBy: optional(120),
    /** The scan, a file that was uploaded for the purpose "people.paper"; null takes the scan away. */
    fileId: z.uuid().nullable(),
  })
  .refine((paper) => inOrder(paper.issuedOn, paper.expiresOn), {
    error: "people.paper_days",
    path: ["expiresOn"],
  });
export const verifyPaperInput = z.strictObject({
  ...removeRowInput.shape,
  verified: z.boolean(),
});

/** A school attended before. */
export const saveSchoolingInput = z
  .strictObject({
    ...entry,
    level: z.enum(SCHOOL_LEVELS),
    school: needed(160),
    country,
    province: optional(60),
    startedYear: year,
    endedYear: year,
    completed: z.boolean(),
    credential: optional(120),
    grade: optional(40),
  })
  .refine((school) => inOrder(school.startedYear, school.endedYear), {
    error: "people.years_in_order",
    path: ["endedYear"],
  });

/** Work beside or before the studies. */
export const saveEmploymentInput = z
  .strictObject({
    ...entry,
    employer: needed(160),
    jobTitle: optional(120),
    phone: z
      .union([z.string().trim().max(30), z.null()])
      .transform((value) => value || null)
      .refine((value) => value === null || isPhone(value), "people.phone_digits"),
    startedOn: day,
    endedOn: day,
  })
  .refine((work) => inOrder(work.startedOn, work.endedOn), {
    error: "people.days_in_order",
    path: ["endedOn"],
  });

/** `otherId` is the `role` of the person. */
export const saveRelationInput = z
  .strictObject({
    ...entry,
    otherId: z.int32("people.relation_whom").positive("people.relation_whom"),
    role: z.enum(RELATION_ROLES),
    note: optional(200),
  })
  .refine((relation) => relation.otherId !== relation.personId, {
    error: "people.relation_to_oneself",
    path: ["otherId"],
  });

/** When somebody became a monk and left; either day may be unknown, an open period says: today. */
export const saveMonkPeriodInput = z
  .strictObject({ ...entry, ordainedOn: day, leftOn: day, pagoda: optional(160) })
  .refine((period) => inOrder(period.ordainedOn, period.leftOn), {
    error: "people.days_in_order",
    path: ["leftOn"],
  });

/** `version` is that of the person. */
export const saveLegalNameInput = z
  .strictObject({
    personId,
    version: z.int32().positive(),
    useLegalName: z.boolean(),
    legalFamilyName: legalName,
    legalPersonalName: legalName,
    legalKhmerName: khmerName,
    legalGender: z.union([z.enum(GENDERS), z.literal(""), z.null()]).transform((value) => value || null),
  })
  .refine((name) => !name.useLegalName || name.legalFamilyName !== null, {
    error: "people.legal_name_incomplete",
    path: ["legalFamilyName"],
  })
  .refine((name) => !name.useLegalName || name.legalPersonalName !== null, {
    error: "people.legal_name_incomplete",
    path: ["legalPersonalName"],
  });

export const editMaritalStatusInput = z.strictObject({
  personId,
  version: z.int32().positive(),
  maritalStatus: z.union([z.enum(MARITAL_STATUSES), z.null()]),
});

type Entry = { id: number; version: number };
export type AddressRow = Entry & {
  kind: AddressKind;
  country: string;
  province: string | null;
  district: string | null;
  commune: string | null;
  village: string | null;
  line: string | null;
  postalCode: string | null;
};
export type PaperRow = Entry & {
  kind: PaperKind;
  number: string;
  country: string;
  issuedOn: string | null;
  expiresOn: string | null;
  issuedBy: string | null;
  fileId: string | null;
  fileName: string | null;
  /** ISO instant; who it was stands in `verifiedBy`. */
  verifiedAt: string | null;
  verifiedBy: string | null;
  state: PaperState;
};
export type SchoolingRow = Entry & {
  level: SchoolLevel;
  school: string;
  country: string;
  province: string | null;
  startedYear: number | null;
  endedYear: number | null;
  completed: boolean;
  credential: string | null;
  grade: string | null;
};
export type EmploymentRow = Entry & {
  employer: string;
  jobTitle: string | null;
  phone: string | null;
  startedOn: string | null;
  endedOn: string | null;
};
export type RelationRow = Entry & {
  otherId: number;
  role: RelationRole;
  note: string | null;
  familyName: string;
  personalName: string;
  khmerFamilyName: string | null;
  khmerPersonalName: string | null;
  /** The record of the other one where the actor may open it. */
  href: string | null;
  /** Number of that record, as shown. */
  number: string | null;
};
export type MonkPeriodRow = Entry & {
  ordainedOn: string | null;
  leftOn: string | null;
  pagoda: string | null;
};

/** What the tab of a person shows; a part that the actor may not see is null. */
export type PersonDetails = {
  personId: number;
  version: number;
  /** Whether the person is a student: monks are asked for by price and scholarship. */
  isStudent: boolean;
  /** undefined where it may not be seen. */
  maritalStatus: MaritalStatus | null | undefined;
  legal: {
    useLegalName: boolean;
    legalFamilyName: string | null;
    legalPersonalName: string | null;
    legalKhmerName: string | null;
    legalGender: Gender | null;
    /** What documents print, and why. */
    printed: DocumentName;
  } | null;
  addresses: AddressRow[] | null;
  papers: PaperRow[] | null;
  schooling: SchoolingRow[] | null;
  employments: EmploymentRow[] | null;
  relations: RelationRow[] | null;
  monkPeriods: MonkPeriodRow[] | null;
};
