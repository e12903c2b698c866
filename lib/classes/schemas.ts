import { z } from "zod";
import type { Day, Weekday } from "@/lib/platform/dates/day";
import type { Building, MeetingKind } from "@/lib/platform/db/generated/enums";
import type { Bilingual, NameParts } from "@/lib/platform/i18n/names";

/** A class's id in a URL. */
export const classIdParam = z.coerce.number().int().positive().max(2_147_483_647);

export const CLASS_STATUSES = [
  "DRAFT",
  "SCHEDULED",
  "ACTIVE",
  "COMPLETED",
  "CANCELLED",
  "SUSPENDED",
] as const;
export type ClassStatus = (typeof CLASS_STATUSES)[number];
export const TIMES_OF_DAY = ["MORN", "AFT", "EVE", "NIGHT", "ALL"] as const;
export type TimeOfDay = (typeof TIMES_OF_DAY)[number];
export type ClassType = "STANDARD" | "COMBINED" | "READING" | "INTENSIVE" | "WORKSHOP";
export const TERM_TYPES = ["ENG_A", "ENG_B", "BA", "MA", "X"] as const;
export type TermType = (typeof TERM_TYPES)[number];

/** A weekly time; minutes since midnight, campus time. */
export type WeeklyTime = { weekday: Weekday; startMin: number; endMin: number };

/** Seats of a pool; a pool may be shared by classes that are taught as one. */
export type Seats = {
  capacity: number;
  overAuthorised: number;
  taken: number;
  offered: number;
  waiting: number;
};

/** A line of the list of classes. */
export type ClassListRow = Seats & {
  id: number;
  code: string;
  title: string;
  titleKm: string | null;
  section: string;
  termCode: string;
  termName: Bilingual;
  status: ClassStatus;
  timeOfDay: TimeOfDay;
  times: WeeklyTime[];
  rooms: string[];
  teachers: NameParts[];
  timetableComplete: boolean;
};

/** What the top of every page about a class says. */
export type ClassHeader = Seats & {
  id: number;
  version: number;
  code: string;
  title: string;
  titleKm: string | null;
  credits: number;
  cycleRank: number;
  section: string;
  timeOfDay: TimeOfDay;
  classType: string;
  status: ClassStatus;
  cancelledOn: Day | null;
  /** In the words of whoever cancelled it. */
  cancelReason: string | null;
  notes: string | null;
  seatPoolId: number;
  termCode: string;
  termName: Bilingual;
  termType: TermType;
  termStart: Day;
  termEnd: Day;
  addDeadline: Day | null;
  dropDeadline: Day | null;
  /** Classes that share the seats, such as the old and the new code of one course. */
  combinedWith: { id: number; code: string; section: string }[];
};

/** A component of the class with its weekly times. */
export type ClassPartRow = {
  id: number;
  sessionName: Bilingual;
  sessionNumber: number;
  name: Bilingual;
  partType: string;
  weightPercent: number;
  slots: (WeeklyTime & {
    id: number;
    room: string | null;
    teacher: NameParts | null;
    teacherId: number | null;
  })[];
};

/** A dated meeting with the class it belongs to; minutes since midnight, campus time. */
export type MeetingRow = {
  id: number;
  date: Day;
  startMin: number;
  endMin: number;
  cancelled: boolean;
  /** As stored: tellReason says it. */
  cancelReason: string | null;
  room: string | null;
  building: Building | null;
  teacher: NameParts | null;
  classId: number;
  code: string;
  title: string;
  titleKm: string | null;
  section: string;
  /** Name of the part; null where the class has only one. */
  part: Bilingual | null;
  version: number;
  kind: MeetingKind;
  /** Day of the cancelled meeting that this one makes up for. */
  makesUpFor: Day | null;
  /** Whoever would have taught, where a substitute does; the room before a change for the day. */
  plannedTeacher: NameParts | null;
  plannedRoom: string | null;
  /** The weekly time that it was made from, where the meeting stands at another. */
  movedFrom: WeeklyTime | null;
  note: string | null;
};
