import type { Problem } from "../problem";
import { Cells, meets } from "./cells";

/** A problem with what every step of the search asks of it, worked out once. */
export type Prepared = {
  problem: Problem;
  cells: Cells;
  /** Pieces of time by task and choice. */
  covered: number[][][];
  /** Choices that nothing fixed forbids, by task. */
  open: number[][];
  /** Rooms (by index) of a task's kinds and size. */
  rooms: number[][];
  /** Teachers (by index) who may teach a task. */
  teachers: number[][];
  roomBusy: Set<number>[];
  /** Taken, or not there at all. */
  teacherBusy: Set<number>[];
  teacherAway: Set<number>[];
  /** Weekly minutes of a task. */
  minutes: number[];
  /** Minutes that a teacher teaches elsewhere in the same days. */
  taught: number[];
  /** Tasks that may not meet: by class, cohort or student. */
  apart: Set<number>[];
  /** Groups with the tasks in them. */
  groups: Map<number, number[]>;
};

/** Whole-week length of unavailable times on all days. */
const ALWAYS = { from: -1_000_000, to: 1_000_000 };

/** Works out what the steps of the search share. */
export function prepare(problem: Problem): Prepared {
  const cells = new Cells(problem);
  const { tasks, rooms, teachers } = problem;
  const teacherAt = new Map(teachers.map((teacher, index) => [teacher.id, index]));
  const groups = new Map<number, number[]>();
  const apart = tasks.map(() => new Set<number>());
  for (const [index, task] of tasks.entries())
    for (const group of task.groups) groups.set(group, [...(groups.get(group) ?? []), index]);
  const part = (a: number, b: number) => {
    if (a === b) return;
    apart[a]?.add(b);
    apart[b]?.add(a);
  };
  for (const [a, b] of problem.apart) part(a, b);
  for (const members of groups.values()) for (const a of members) for (const b of members) part(a, b);
  return {
    problem,
    cells,
    groups,
    apart,
    covered: tasks.map((task) => task.choices.map((times) => cells.ofTimes(times, task))),
    open: tasks.map((task) =>
      task.choices.flatMap((times, choice) =>
        task.busy.some((busy) => times.some((time) => meets({ ...time, from: task.from, to: task.to }, busy)))
          ? []
          : [choice],
      ),
    ),
    rooms: tasks.map((task) =>
      rooms.flatMap((room, index) =>
        task.kinds.includes(room.kind) && room.capacity >= task.size ? [index] : [],
      ),
    ),
    teachers: tasks.map((task) => task.teacherIds.flatMap((id) => teacherAt.get(id) ?? [])),
    roomBusy: rooms.map((room) => new Set(room.busy.flatMap((busy) => cells.of(busy)))),
    teacherBusy: teachers.map((teacher) => new Set(teacher.busy.flatMap((busy) => cells.of(busy)))),
    teacherAway: teachers.map(
      (teacher) =>
        new Set(
          teacher.wishes
            .filter(({ kind }) => kind === "UNAVAILABLE")
            .flatMap((time) => cells.of({ ...time, ...ALWAYS })),
        ),
    ),
    minutes: tasks.map((task) =>
      (task.choices[0] ?? []).reduce((sum, time) => sum + time.endMin - time.startMin, 0),
    ),
    taught: teachers.map((teacher) => weeklyMinutes(teacher.busy)),
  };
}

/** The most minutes of one week: times that follow each other in the term are not added up. */
function weeklyMinutes(busy: Problem["rooms"][number]["busy"]): number {
  const most = Math.max(0, ...busy.map(({ from }) => at(busy, from)));
  return most;
}

function at(busy: Problem["rooms"][number]["busy"], day: number): number {
  return busy
    .filter(({ from, to }) => from <= day && to >= day && to - from >= 7)
    .reduce((sum, time) => sum + time.endMin - time.startMin, 0);
}

/** Whether one may teach at these pieces of time, as far as what is fixed goes. */
export function teacherCan(prepared: Prepared, teacher: number, pieces: readonly number[]): boolean {
  const busy = prepared.teacherBusy[teacher];
  const away = prepared.teacherAway[teacher];
  return !pieces.some((cell) => busy?.has(cell) || away?.has(cell));
}

/** Whether a room is free at these pieces of time, as far as what is fixed goes. */
export function roomCan(prepared: Prepared, room: number, pieces: readonly number[]): boolean {
  const busy = prepared.roomBusy[room];
  return !pieces.some((cell) => busy?.has(cell));
}

/** What a choice costs a teacher's wishes, in minutes at times that somebody would rather not teach. */
export function dislike(prepared: Prepared, teacher: number, task: number, choice: number): number {
  const times = prepared.problem.tasks[task]?.choices[choice] ?? [];
  const wishes = prepared.problem.teachers[teacher]?.wishes ?? [];
  const prefers = wishes.filter(({ kind }) => kind === "PREFER");
  return times.reduce((sum, time) => {
    const overlap = (list: typeof wishes) =>
      list.reduce(
        (minutes, wish) =>
          wish.weekday === time.weekday
            ? minutes +
              Math.max(0, Math.min(wish.endMin, time.endMin) - Math.max(wish.startMin, time.startMin))
            : minutes,
        0,
      );
    const avoided = overlap(wishes.filter(({ kind }) => kind === "AVOID"));
    const liked = prefers.length > 0 ? overlap(prefers) : time.endMin - time.startMin;
    // What is only not preferred weighs half of what is to be avoided.
    return sum + avoided + Math.max(0, time.endMin - time.startMin - liked) / 2;
  }, 0);
}
