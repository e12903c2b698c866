import type { Highs } from "highs";
import { costOf, UNPLACED } from "./amounts";
import { Model, type Search } from "./model";
import { dislike, type Prepared, roomCan, teacherCan } from "./state";

/** The choice that each task takes, -1 for none. */
export type Times = number[];

/** Small costs that make the first of equal choices the first taken. */
const LATER = 0.2;

/** Choices that nothing fixed forbids: no class, no student, and somebody and some room that could. */
export function choicesOf(prepared: Prepared, task: number): number[] {
  const { problem, covered, rooms, teachers } = prepared;
  const teacherless = problem.tasks[task]?.teacherless ?? false;
  return (prepared.open[task] ?? []).filter((choice) => {
    const pieces = covered[task]?.[choice] ?? [];
    return (
      (teacherless || (teachers[task] ?? []).some((teacher) => teacherCan(prepared, teacher, pieces))) &&
      (rooms[task] ?? []).some((room) => roomCan(prepared, room, pieces))
    );
  });
}

/** The variables that put a task at one of its choices. */
export type Variables = { task: number; choice: number; variable: number }[];

function byPiece(prepared: Prepared, variables: Variables): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const { task, choice, variable } of variables)
    for (const cell of prepared.covered[task]?.[choice] ?? []) {
      const list = found.get(cell);
      if (list) list.push(variable);
      else found.set(cell, [variable]);
    }
  return found;
}

/** Rows once each: neighbouring pieces often say the same. */
export class Rows {
  readonly #seen = new Set<string>();
  readonly #model: Model;

  constructor(model: Model) {
    this.#model = model;
  }

  atMost(limit: number, variables: readonly number[]): void {
    if (variables.length <= limit) return;
    const key = `${limit}:${variables.join()}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#model.atMost(limit, variables);
  }
}

/**
 * When everything is taught. Rooms and teachers are counted only: at no time more of a kind and size than there are
 * rooms, nor more for a group of teachers than are free. As both are interchangeable and times are stretches of one
 * line, what can be counted can nearly always be given out; the steps after this do, and mend the rest.
 */
export function findTimes(highs: Highs, prepared: Prepared, search: Search): Times {
  const { problem } = prepared;
  const model = new Model();
  const rows = new Rows(model);
  const all: Variables = [];
  for (const [task, facts] of problem.tasks.entries()) {
    const mine = choicesOf(prepared, task).map((choice, place) => {
      const teacher = facts.wanted ? prepared.teachers[task]?.[0] : undefined;
      const wishes = teacher === undefined ? 0 : dislike(prepared, teacher, task, choice);
      const cost = LATER * place + costOf(problem.weights, "teacherTimes", wishes);
      return { task, choice, variable: model.yesNo(cost) };
    });
    if (mine.length === 0) continue;
    all.push(...mine);
    model.exactlyOne([...mine.map(({ variable }) => variable), model.yesNo(UNPLACED)]);
  }
  keepApart(prepared, rows, all);
  countRooms(prepared, rows, all);
  countTeachers(prepared, rows, model, all);
  const { values } = model.solve(highs, search);
  const times: Times = problem.tasks.map(() => -1);
  if (values)
    for (const { task, choice, variable } of all) if ((values[variable] ?? 0) > 0.5) times[task] = choice;
  return times;
}

/** One class, one cohort, one student: one thing at a time. */
export function keepApart(prepared: Prepared, rows: Rows, all: Variables): void {
  const mine = new Map<number, Variables>();
  for (const each of all) mine.set(each.task, [...(mine.get(each.task) ?? []), each]);
  const together = (tasks: readonly number[]) => {
    const variables = tasks.flatMap((task) => mine.get(task) ?? []);
    for (const list of byPiece(prepared, variables).values()) rows.atMost(1, list);
  };
  for (const members of prepared.groups.values()) if (members.length > 1) together(members);
  for (const pair of prepared.problem.apart) together(pair);
}

/** Kinds of rooms that stand for each other somewhere, alone and joined. */
function kindSets(prepared: Prepared): string[][] {
  const found = new Map<string, string[]>();
  const add = (kinds: readonly string[]) => {
    const set = [...new Set(kinds)].sort();
    found.set(set.join(), set);
  };
  for (const task of prepared.problem.tasks) add(task.kinds);
  for (const one of [...found.values()]) for (const other of [...found.values()]) add([...one, ...other]);
  return [...found.values()];
}

/** At no time more of a kind and size than there are rooms free, nor of kinds that stand for each other. */
export function countRooms(prepared: Prepared, rows: Rows, all: Variables): void {
  const { tasks, rooms } = prepared.problem;
  for (const kinds of kindSets(prepared)) {
    const within = all.filter(({ task }) => tasks[task]?.kinds.every((kind) => kinds.includes(kind)));
    for (const size of new Set(within.map(({ task }) => tasks[task]?.size ?? 0))) {
      const large = within.filter(({ task }) => (tasks[task]?.size ?? 0) >= size);
      const fitting = rooms.flatMap((room, index) =>
        kinds.includes(room.kind) && room.capacity >= size ? [index] : [],
      );
      for (const [cell, variables] of byPiece(prepared, large))
        rows.atMost(fitting.filter((room) => !prepared.roomBusy[room]?.has(cell)).length, variables);
    }
  }
}

function countTeachers(prepared: Prepared, rows: Rows, model: Model, all: Variables): void {
  const { tasks, teachers } = prepared.problem;
  const sets = new Map<string, Set<number>>();
  for (const [task, list] of prepared.teachers.entries())
    if (!tasks[task]?.teacherless) sets.set(list.join(), new Set(list));
  for (const set of sets.values()) {
    const within = all.filter(
      ({ task }) =>
        !tasks[task]?.teacherless && (prepared.teachers[task] ?? []).every((each) => set.has(each)),
    );
    const free = (cell: number) =>
      [...set].filter(
        (each) => !prepared.teacherBusy[each]?.has(cell) && !prepared.teacherAway[each]?.has(cell),
      );
    for (const [cell, variables] of byPiece(prepared, within)) rows.atMost(free(cell).length, variables);
    const left = [...set].reduce(
      (sum, each) => sum + Math.max(0, (teachers[each]?.mostMinutes ?? 0) - (prepared.taught[each] ?? 0)),
      0,
    );
    // Sessions that follow each other share the weeks; counted together they ask for too much, never for too little.
    if (within.reduce((sum, { task }) => sum + (prepared.minutes[task] ?? 0), 0) > left) {
      const share = (task: number) => (prepared.minutes[task] ?? 0) * partOfTerm(prepared, task);
      model.row(
        -Infinity,
        left,
        within.map(({ variable }) => variable),
        within.map(({ task }) => share(task)),
      );
    }
  }
}

/** The share of the longest span of days that a task lasts. */
export function partOfTerm(prepared: Prepared, task: number): number {
  const length = ({ from, to }: { from: number; to: number }) => to - from + 1;
  const longest = Math.max(...prepared.problem.tasks.map(length));
  const mine = prepared.problem.tasks[task];
  return mine ? length(mine) / longest : 1;
}
