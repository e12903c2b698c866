import type { ProgrammeName } from "@/lib/studies/schemas";

/** The milestones of a student's journey (domain.md 5.1). */
export const MILESTONES = [
  "PROGRAMME_START",
  "LEVEL_ADVANCE",
  "MAJOR_DECLARED",
  "MAJOR_CHANGED",
  "LEVEL_COMPLETE",
  "PROGRAMME_COMPLETE",
  "DEGREE_EARNED",
  "CERTIFICATE_EARNED",
  "WITHDRAWAL",
  "DISMISSAL",
  "LEAVE_OF_ABSENCE",
  "TRANSFER",
  "READMISSION",
  "STATUS_CHANGE",
] as const;
export type Milestone = (typeof MILESTONES)[number];

/** One event of a journey, or a gap between two times of study; days are YYYY-MM-DD. */
export type JourneyEvent = {
  kind: Milestone | "GAP";
  on: string;
  programme: ProgrammeName | null;
  /** The level begun or passed. */
  level: number | null;
  /** Of a move of status. */
  from: string | null;
  to: string | null;
  /** Stored reason of a move, code of an exit reason or kind of a leave, by `kind`. */
  reason: string | null;
  /** First day after a leave or a gap; null while a gap lasts. */
  until: string | null;
  /** What the title of a degree is called, such as BA. */
  award: string | null;
};

/** The events of a day. */
export type JourneyDay = { on: string; events: JourneyEvent[] };
