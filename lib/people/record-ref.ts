import { z } from "zod";

/** A person has up to three records, each with a number of its own (domain.md 1.4). */
export const RECORD_KINDS = ["student", "teacher", "staff"] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];
export type ColleagueKind = Exclude<RecordKind, "student">;

/** Which record a command was called from; without `of` that of a student. */
export type RecordRef = { of?: RecordKind | undefined; number: number };

/** The fields of an input that name the record. */
export const recordRef = { of: z.enum(RECORD_KINDS).optional(), number: z.int().positive() };

/** Address of a record; numbers of students carry zeros, the others do not. */
export function recordPath({ of = "student", number }: RecordRef): `/${string}` {
  if (of === "student") return `/students/${String(number).padStart(5, "0")}`;
  return of === "teacher" ? `/teachers/${number}` : `/staff/${number}`;
}
