import type { CountsFor, Requisite } from "@/lib/curriculum/requisites";
import type { Day, Weekday } from "@/lib/platform/dates/day";
import type { Bilingual } from "@/lib/platform/i18n/names";
import type { Attempt, Gpa } from "@/lib/record/rules";

/** A weekly time that holds from one day to another; minutes since midnight, campus time. */
export type SlotFact = { weekday: Weekday; startMin: number; endMin: number; from: Day; to: Day };

/** A class somebody may want, with everything a rule asks about it. Credits in credits, capacity in seats. */
export type ClassFact = {
  id: number;
  version: number;
  courseCode: string;
  courseTitle: string;
  courseTitleKm: string | null;
  credits: number;
  /** 1 language, 2 bachelor, 3 master. */
  cycleRank: number;
  section: string;
  timeOfDay: string;
  status: string;
  termId: number;
  termCode: string;
  termName: Bilingual;
  termActive: boolean;
  termStart: Day;
  termEnd: Day;
  opensOn: Day | null;
  closesOn: Day | null;
  addDeadline: Day | null;
  dropDeadline: Day | null;
  poolId: number;
  capacity: number;
  overAuthorised: number;
  taken: number;
  offered: number;
  waiting: number;
  /** False when a part has no weekly time yet: timetables may be incomplete, but are flagged (domain.md 4.3). */
  timetableComplete: boolean;
  slots: SlotFact[];
  /** Prerequisites and co-requisites of the course that hold today, whatever the version of the course. */
  prerequisites: Requisite[];
  /** Code of the language programme that the course is a level of; null for academic courses. */
  programmeCode: string | null;
};

/** A class the student is in, waits for, or has been offered. */
export type EnrolmentFact = {
  id: number;
  classId: number;
  status: "ENROLLED" | "WAITLISTED" | "OFFERED";
  courseCode: string;
  courseTitle: string;
  courseTitleKm: string | null;
  section: string;
  credits: number;
  cycleRank: number;
  termId: number;
  termCode: string;
  termStart: Day;
  termEnd: Day;
  dropDeadline: Day | null;
  slots: SlotFact[];
};

/** One attempt at a course with its outcome, and when its term began. */
export type ResultFact = Attempt & { termStart: Day };

/** A leave that was granted; `returnsOn` is the first day back. */
export type LeaveFact = { id: number; startsOn: Day; returnsOn: Day };

export type StudentFact = {
  id: number;
  number: number;
  status: string;
  statusSince: Day;
  statusReason: string | null;
  /** Leaves of absence that are not over: the first day away, and the first day back. */
  leaves: LeaveFact[];
  /** Name of a completed bachelor's programme, null without one. */
  completedBachelor: Bilingual | null;
  /** Codes of the active programmes, and of the courses that belong to them on the student's catalogue date. */
  programmes: string[];
  programmeCourses: string[];
  /** Cumulative GPA over the programmes' courses, derived from the results. */
  gpa: Gpa;
};

/** The numbers of domain.md 0.2 that registration uses; each is a setting with a date (keys `registration.…`). */
export type RegistrationSettings = {
  load: { courses: number; credits: number; highGpa: number; highCourses: number; highCredits: number };
  /** Attempts at one course before an override is needed. */
  maxAttempts: number;
  /** What a prerequisite that the student is taking now counts for, until its result is in. */
  prerequisiteInProgress: "refuse" | "warn";
};

/** Everything the rules look at, read by one statement (blueprints 4). */
export type Snapshot = {
  today: Day;
  /** Version of the student's registration; apply_cart proves that it still holds. */
  version: number;
  student: StudentFact;
  results: ResultFact[];
  /** Which courses count for which, as far as they hold or held. */
  equivalences: CountsFor[];
  enrolments: EnrolmentFact[];
  classes: ClassFact[];
  settings: RegistrationSettings;
};
