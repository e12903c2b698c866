import type { ResultSource } from "@/lib/platform/db/generated/enums";
import type { Explained } from "@/lib/platform/explained";
import type { Bilingual } from "@/lib/platform/i18n/names";
import type { RequirementState } from "@/lib/record/requirement-rules";
import type { Attempt, Gpa, Standing } from "@/lib/record/rules";

/** One result as the record shows it. */
export type ResultRow = Attempt & {
  id: number;
  title: string;
  titleKm: string | null;
  source: ResultSource;
  /** A later attempt at the same course exists: this one stays on the transcript, marked (domain.md 0.2 row 5). */
  repeated: boolean;
};

export type TermRecord = {
  code: string;
  name: Bilingual;
  startDate: string;
  endDate: string;
  results: ResultRow[];
  gpa: Explained<Gpa>;
  /** The cumulative GPA as it stood at the end of this term. */
  cumulative: Gpa;
};

/** The course results of a student by term, newest first, with what follows from them. */
export type AcademicRecord = {
  terms: TermRecord[];
  cumulative: Explained<Gpa>;
  credits: { attempted: number; earned: number };
  standing: Explained<Standing>;
};

/** The lines of a degree with the state of each. */
export type DegreeProgress = { lines: RequirementState[]; completion: Explained<number> };
