import type { TermRow } from "../calendar/terms";
import type { CourseRow } from "../curriculum/catalogue";
import type { DayNumber } from "../days";
import type { StudyTime } from "../people/students";
import type { Wish } from "../studies/life";

export type TimeOfDay = "MORN" | "AFT" | "EVE" | "NIGHT" | "ALL";

/** A weekly time, minutes since midnight, from one day to another; weekday 1 Monday … 7 Sunday. */
export type WeeklyTime = { weekday: number; start: number; end: number; from: DayNumber; to: DayNumber };

/** What occupies a room and a teacher; parts of combined classes share one. */
export type DeliveryDraft = {
  id: number;
  term: TermRow;
  times: WeeklyTime[];
  roomId: number | null;
  teacherId: number | null;
  /** False when nobody has written the weekly times down yet: the times above are then only meant. */
  scheduled: boolean;
};

export type PartDraft = {
  session: number;
  code: number;
  type: string;
  name: string;
  nameKm: string;
  weight: number;
  /** The part of the template that it was made from. */
  templateId: number | null;
  delivery: DeliveryDraft;
};

export type PoolDraft = { id: number; capacity: number; taken: number };

export type ClassDraft = {
  id: number;
  course: CourseRow;
  term: TermRow;
  section: string;
  timeOfDay: TimeOfDay;
  type: "STANDARD" | "COMBINED" | "READING";
  status: "DRAFT" | "SCHEDULED" | "ACTIVE";
  notes: string | null;
  pool: PoolDraft;
  parts: PartDraft[];
  pupils: Pupil[];
  /** Filled to its last seat when registration has only begun. */
  hot: boolean;
};

/** An active student on the way into classes. */
export type Pupil = {
  personId: number;
  studyTime: StudyTime;
  persona: boolean;
  wish: Wish;
  /** Times already taken by classes of the running and the next terms. */
  busy: WeeklyTime[];
  classes: ClassDraft[];
};

export function clash(a: WeeklyTime, b: WeeklyTime): boolean {
  return a.weekday === b.weekday && a.start < b.end && b.start < a.end && a.from <= b.to && b.from <= a.to;
}

export function timesOf(draft: ClassDraft): WeeklyTime[] {
  return draft.parts.flatMap((part) => part.delivery.times);
}

export function seatsLeft(draft: ClassDraft): number {
  return draft.pool.capacity - draft.pool.taken;
}

/** Whether the student could sit in the class: a seat, no clash, not yet in this course in this term. */
export function canJoin(pupil: Pupil, draft: ClassDraft): boolean {
  if (seatsLeft(draft) <= 0 || draft.status === "DRAFT") return false;
  if (pupil.classes.some((other) => other.course === draft.course)) return false;
  return !timesOf(draft).some((time) => pupil.busy.some((busy) => clash(time, busy)));
}

export function join(pupil: Pupil, draft: ClassDraft): void {
  draft.pupils.push(pupil);
  draft.pool.taken++;
  pupil.classes.push(draft);
  pupil.busy.push(...timesOf(draft));
}

/** Gives out ids in order, so that equal drafts get equal ids. */
export class Ids {
  class = 0;
  pool = 0;
  delivery = 0;
}
