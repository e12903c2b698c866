import type { RoomType, TeacherWishKind } from "@/lib/platform/db/generated/enums";

/**
 * The draft of a timetable as plain data: what is to be placed, and what it may meet. It travels to the process of the
 * solver and back, so there is nothing in it but numbers and codes.
 */

/** A weekly time: weekday 1 Monday … 7 Sunday, minutes since midnight, campus time. */
export type Time = { weekday: number; startMin: number; endMin: number };

/** Days as numbers since 1970, both included. */
export type Days = { from: number; to: number };

/** A weekly time that somebody or something is taken, on the days from one to another. */
export type Busy = Time & Days;

export type TaskBusy = Busy & { why: "class" | "cohort" | "students" };

export type Task = Days & {
  deliveryId: number;
  /** Students to be seated. */
  size: number;
  /** Kinds of rooms that will do, the wanted one first. */
  kinds: RoomType[];
  /** Who may teach it; one where somebody is wanted. Empty with `teacherless`: nobody has to be found. */
  teacherIds: number[];
  /** The teacher is asked for by name. */
  wanted: boolean;
  /** No teacher is proposed: none stands there yet, and none is looked for. */
  teacherless: boolean;
  /** The sets of weekly times, of which one is taken. */
  choices: Time[][];
  /** Classes and cohorts: what shares one never meets at the same time. */
  groups: number[];
  /** The class whose parts should share a room. */
  homeId: number;
  /** Where the parts of that class meet that stand fast; null where none does. */
  homeRoomId: number | null;
  /** What is fixed already and shares students, class or cohort with it. */
  busy: TaskBusy[];
};

export type RoomFacts = { id: number; kind: RoomType; capacity: number; busy: Busy[] };

export type TeacherFacts = {
  id: number;
  busy: Busy[];
  wishes: (Time & { kind: TeacherWishKind })[];
  /** Most minutes a week. */
  mostMinutes: number;
};

/** What counts how much; 0 is nothing. */
export const WISHES = [
  "teacherTimes",
  "teacherDays",
  "teacherGaps",
  "cohortGaps",
  "roomFit",
  "roomKind",
  "sameRoom",
] as const;
export type Wish = (typeof WISHES)[number];
export type Weights = Record<Wish, number>;

export type Problem = {
  tasks: Task[];
  rooms: RoomFacts[];
  teachers: TeacherFacts[];
  /** Pairs of tasks (by index) with a student in common. */
  apart: [number, number][];
  weights: Weights;
  /** Longest search in seconds, and the seed of its chances. */
  seconds: number;
  seed: number;
};

/** A task that found its place: the choice it took, a room for each of its times, its teacher. */
export type Placed = { task: number; choice: number; roomIds: number[]; teacherId: number | null };

/** Why nothing was found, told by `draftTimetable.reasons.<code>`. */
export type Obstacle = {
  code:
    | "no_time"
    | "no_teacher_qualified"
    | "no_room_exists"
    | "class_meets"
    | "cohort_meets"
    | "students_meet"
    | "teacher_unavailable"
    | "teacher_busy"
    | "teachers_busy"
    | "teacher_full"
    | "rooms_taken"
    | "no_room_for_both";
  /** How many of the possible times it stands in the way of. */
  times: number;
  /** The times that were possible at all. */
  of: number;
  values: Record<string, string | number>;
};

export type Unplaced = { task: number; obstacles: Obstacle[] };

/** Raw amounts of what is wished for: minutes, days, seats, rooms; less is better. */
export type Score = Record<Wish, number>;

export type Draft = {
  placed: Placed[];
  unplaced: Unplaced[];
  score: Score;
  /** Whether the search ended because it found nothing better, before its time was over. */
  complete: boolean;
  seconds: number;
};

export type Step = "times" | "teachers" | "rooms" | "repair" | "improve";
