import { z } from "zod";
import type { Day } from "@/lib/platform/dates/day";
import type {
  DuplicateRisk,
  DuplicateSource,
  DuplicateStatus,
  StudentStatus,
} from "@/lib/platform/db/generated/enums";
import type { Explained, Reason } from "@/lib/platform/explained";
import type { DuplicateVerdict } from "./rules";

export const DUPLICATE_STATUSES = ["OPEN", "DIFFERENT", "SAME"] as const satisfies readonly DuplicateStatus[];
export const DUPLICATE_RISKS = ["HIGH", "MEDIUM", "LOW"] as const satisfies readonly DuplicateRisk[];
export const DUPLICATE_SOURCES = ["ENTRY", "IMPORT", "NIGHTLY"] as const satisfies readonly DuplicateSource[];

const text = (limit: number) => z.string().trim().max(limit).default("");

/** What is known of somebody who is being entered; everything may still be missing. */
export const similarQuery = z.strictObject({
  familyName: text(60),
  personalName: text(60),
  khmerFamilyName: text(60),
  khmerPersonalName: text(60),
  dateOfBirth: text(10),
  birthProvince: text(40),
  phone: text(30),
  schoolEmail: text(200),
  personalEmail: text(200),
  programmeCode: text(30),
});
export type SimilarQuery = z.output<typeof similarQuery>;

export const decideDuplicateInput = z.strictObject({
  id: z.int().positive(),
  version: z.int().positive(),
  decision: z.enum(["DIFFERENT", "SAME"]),
  note: z.union([z.string().trim().max(500), z.null()]).transform((note) => note || null),
});
export const reopenDuplicateInput = z.strictObject({ id: z.int().positive(), version: z.int().positive() });
export const compareWholeCampusInput = z.strictObject({});

/** Somebody on file who looks like somebody else: enough to tell who it is, nothing personal. */
export type SimilarPerson = {
  personId: number;
  /** Student number with its zeros; null for who is no student. */
  number: string | null;
  familyName: string;
  personalName: string;
  khmerFamilyName: string | null;
  khmerPersonalName: string | null;
  programme: string | null;
  status: StudentStatus | null;
};
export type Match = SimilarPerson & { verdict: Explained<DuplicateVerdict> };

/** A pair in the queue. */
export type DuplicateRow = {
  id: number;
  version: number;
  /** 0 to 1. */
  score: number;
  risk: DuplicateRisk;
  source: DuplicateSource;
  status: DuplicateStatus;
  foundAt: string;
  decidedAt: string | null;
  left: SimilarPerson;
  right: SimilarPerson;
};

/** What one of the two is on file with; a field that the reader may not see is absent. */
export type ComparedPerson = SimilarPerson & {
  isTeacher: boolean;
  isStaff: boolean;
  gender?: string;
  dateOfBirth?: Day | null;
  birthProvince?: string | null;
  citizenship?: string;
  phones?: string[];
  schoolEmail?: string | null;
  personalEmail?: string | null;
  admittedOn?: Day | null;
  createdOn: Day;
  /** Counts of what hangs on the record. */
  programmes: number;
  results: number;
  enrolments: number;
};

/** A pair with everything a decision needs. */
export type DuplicatePair = Omit<DuplicateRow, "left" | "right"> & {
  left: ComparedPerson;
  right: ComparedPerson;
  because: Reason[];
  decidedBy: string | null;
  note: string | null;
};
